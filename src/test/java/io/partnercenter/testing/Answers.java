package io.partnercenter.testing;

import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Answers that are about the way they come, not about what is in them. */
public final class Answers {
  public static final String SUMMARY = "{\"balanceAmount\":120.50,\"currencyCode\":\"GBP\"}";

  /** The query whose rows {@link #page} has. */
  public static final LineItemQuery<OneTimeInvoiceLineItem> ROWS =
      LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS);

  private static final MediaType JSON = MediaType.get("application/json");

  private Answers() {}

  /** A page of the rows {@code first} to {@code last}, with every kind of JSON value in it. */
  public static String page(int first, int last, @Nullable String nextToken) {
    StringJoiner rows = new StringJoiner(",\r\n  ", "[", "]");
    IntStream.rangeClosed(first, last).forEach(row -> rows.add(row(row)));
    return "{\"totalCount\":" + (last - first + 1) + ",\"items\":" + rows + links(nextToken) + "}";
  }

  private static String row(int row) {
    return "{\"skuName\":\"row %d, Zürich €\",\"unitPrice\":%d.50,\"quantity\":\"-1e2\","
            .formatted(row, row)
        + "\"tags\":\"{\\\"a\\\":1}\",\"isFree\":true,\"isOld\":false,\"promotionId\":null,"
        + "\"attributes\":{\"objectType\":\"OneTimeInvoiceLineItem\"}}";
  }

  private static String links(@Nullable String nextToken) {
    if (nextToken == null) return "";
    return ",\"links\":{\"next\":{\"uri\":\"/invoices/x\",\"method\":\"GET\",\"headers\":["
        + "{\"key\":\"MS-ContinuationToken\",\"value\":\""
        + nextToken
        + "\"}]}}";
  }

  /** The sku names of the rows {@code first} to {@code last} of {@link #page}. */
  public static List<String> skuNames(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(row -> "row " + row + ", Zürich €").toList();
  }

  /** An answer without a server, for a transport that is a lambda. */
  public static Response of(Request request, int status, String json) {
    return of(request, status, ResponseBody.create(json, JSON));
  }

  public static Response of(Request request, int status, ResponseBody body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(body)
        .build();
  }
}
