package io.partnercenter.walks;

import io.partnercenter.testing.PartnerServer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * Line items in pages, by token or by offset as they are asked for. Row <i>n</i> has the order id
 * <i>n</i>.
 */
class PageServer extends Dispatcher {
  private final int pages;
  private final int pageSize;
  private final List<Integer> asked = new CopyOnWriteArrayList<>();

  PageServer(int pages, int pageSize) {
    this.pages = pages;
    this.pageSize = pageSize;
  }

  /** The pages that were asked for, in the order they were. */
  List<Integer> asked() {
    return List.copyOf(asked);
  }

  List<String> allRows() {
    return IntStream.range(0, pages * pageSize).mapToObj(String::valueOf).toList();
  }

  @Override
  public final MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    int page = page(request);
    asked.add(page);
    return answer(page, request);
  }

  /** What is answered for that page; a place to misbehave. */
  MockResponse answer(int page, RecordedRequest request) throws InterruptedException {
    return PartnerServer.json(200, json(page)).build();
  }

  private int page(RecordedRequest request) {
    String token = request.getHeaders().get("MS-ContinuationToken");
    if (token != null) return Integer.parseInt(token.substring("page-".length()));
    String offset = request.getUrl().queryParameter("offset");
    return Integer.parseInt(Objects.requireNonNullElse(offset, "0")) / pageSize;
  }

  String json(int page) {
    String rows =
        IntStream.range(page * pageSize, Math.min(page + 1, pages) * pageSize)
            .mapToObj(row -> "{\"orderId\":\"%d\",\"customerName\":\"Contoso\"}".formatted(row))
            .collect(Collectors.joining(","));
    String next =
        """
        ,"next":{"uri":"/invoices/X?offset=%d","method":"GET",\
        "headers":[{"key":"MS-ContinuationToken","value":"page-%d"}]}"""
            .formatted((page + 1) * pageSize, page + 1);
    return "{\"items\":[%s],\"links\":{\"self\":{\"uri\":\"/x\"}%s}}"
        .formatted(rows, page + 1 < pages ? next : "");
  }
}
