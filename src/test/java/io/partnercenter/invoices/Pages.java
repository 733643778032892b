package io.partnercenter.invoices;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of a collection as the service writes it. */
record Pages(String items, String links, String rest) {
  /** A page without links: the only one, or the last. */
  static Pages of(String... rows) {
    return new Pages(String.join(",", rows), "", "");
  }

  /** A page of lines that have nothing but an order's id. */
  static Pages ofOrders(String... orderIds) {
    return of(Stream.of(orderIds).map(id -> "{\"orderId\":\"" + id + "\"}").toArray(String[]::new));
  }

  /** The same with a next link that carries {@code token} in its headers. */
  Pages next(String token) {
    return nextLink("/invoices/G1/lineitems?seekOperation=Next", header(token));
  }

  /** The same with a next link to {@code offset}. */
  Pages next(int offset) {
    return nextLink("/invoices/D1/lineitems?provider=office&size=2&offset=" + offset);
  }

  /** The same with that next link. */
  Pages nextLink(String uri, String... headers) {
    String list = Stream.of(headers).collect(Collectors.joining(","));
    String next = "\"next\":{\"uri\":\"%s\",\"method\":\"GET\",\"headers\":[%s]}";
    return links(next.formatted(uri, list));
  }

  static String header(String token) {
    return header("MS-ContinuationToken", token);
  }

  static String header(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":\"" + value + "\"}";
  }

  /** The same with those links. */
  Pages links(String json) {
    return new Pages(items, "\"links\":{" + json + "},", rest);
  }

  /** The same with another field. */
  Pages with(String field, String json) {
    return new Pages(items, links, rest + "\"" + field + "\":" + json + ",");
  }

  String json() {
    return "{"
        + rest
        + links
        + "\"items\":["
        + items
        + "],\"attributes\":{\"objectType\":\"Collection\"}}";
  }
}
