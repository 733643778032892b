package io.partnercenter.benchmarks;

import io.partnercenter.IPartner;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.PagedResourceCollection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A million rows under 48 MB of heap, and how much of that is in use on the way. */
public final class MemoryWalk {
  private static final int PAGES = 500;

  private int pages;
  private long rows;

  private MemoryWalk() {}

  /** Without arguments starts what it needs; with them, is the program under 48 MB. */
  public static void main(String... args) throws IOException, InterruptedException {
    if (args.length > 0) {
      new MemoryWalk().walk(URI.create(args[0]), args[1], Integer.parseInt(args[2]));
      return;
    }
    try (EmulatorProcess emulator = EmulatorProcess.start(PAGES, Duration.ZERO)) {
      for (String prefetch : List.of("0", "1")) {
        Jvm.run(
            List.of("-Xmx48m"),
            MemoryWalk.class,
            emulator.baseUrl().toString(),
            emulator.token(),
            prefetch);
      }
    }
  }

  private void walk(URI baseUrl, String token, int prefetch) {
    try (IPartner partner = SdkClient.partner(baseUrl, token);
        Stream<PagedResourceCollection<DailyRatedUsageLineItem>> all =
            SdkClient.usage(partner, prefetch).pages()) {
      all.forEach(page -> count(page, prefetch));
    }
    System.out.printf(Locale.ROOT, "prefetch %d: %,d rows in %d pages%n", prefetch, rows, pages);
  }

  private void count(PagedResourceCollection<?> page, int prefetch) {
    pages++;
    rows += page.items().size();
    if (pages != 10 && pages % 50 != 0) return;
    System.out.printf(
        Locale.ROOT,
        "prefetch %d, page %3d: %5.1f MB in use%n",
        prefetch,
        pages,
        Heap.used() / 1e6);
  }
}
