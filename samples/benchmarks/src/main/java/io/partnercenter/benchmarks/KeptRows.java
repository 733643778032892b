package io.partnercenter.benchmarks;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.DailyRatedUsageLineItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** How much memory 10,000 rows take that a caller keeps, with equal values shared and without. */
public final class KeptRows {
  private static final int PAGES = 5;
  private static final MediaType JSON = MediaType.get("application/json");

  private KeptRows() {}

  /** Prints one line for each. */
  public static void main(String... args) {
    UsagePages pages = new UsagePages();
    List<byte[]> bodies =
        IntStream.rangeClosed(1, PAGES)
            .mapToObj(page -> pages.page(page < PAGES ? Integer.toString(page) : null))
            .toList();
    try (IPartner partner =
        IPartner.builder()
            .credentials(PartnerCredentials.bearer(() -> "token"))
            .transport(request -> answer(request, bodies))
            .build()) {
      collect(partner, true); // Loads classes and fills caches.
      print("plain", bytesPerRow(partner, false), 0);
      print("shared", bytesPerRow(partner, true), 1_300);
    }
  }

  private static long bytesPerRow(IPartner partner, boolean shared) {
    long before = Heap.used();
    List<DailyRatedUsageLineItem> rows = collect(partner, shared);
    long bytes = Heap.used() - before;
    return bytes / rows.size();
  }

  private static List<DailyRatedUsageLineItem> collect(IPartner partner, boolean shared) {
    WalkOptions options = WalkOptions.defaults().sharesText(shared);
    return SdkClient.usage(partner, 0).with(options).stream().toList();
  }

  private static void print(String name, long bytes, long target) {
    String atMost = target == 0 ? "" : String.format(Locale.ROOT, " (target: at most %,d)", target);
    System.out.printf(Locale.ROOT, "kept rows, %-6s %,6d bytes a row%s%n", name, bytes, atMost);
  }

  private static Response answer(Request request, List<byte[]> bodies) {
    String token = request.header("MS-ContinuationToken");
    byte[] body = bodies.get(token == null ? 0 : Integer.parseInt(token));
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .header("Content-Type", "application/json")
        .body(ResponseBody.create(body, JSON))
        .build();
  }
}
