package io.partnercenter.benchmarks;

import io.partnercenter.IPartner;
import io.partnercenter.models.DailyUsageRecord;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Five million rows in 40 files under 96 MB of heap, and how much of that is in use on the way. */
public final class ExportMemory {
  private static final int BLOBS = 40;
  private static final int ROWS = 125_000;

  private final int parallelBlobs;
  private long rows;

  private ExportMemory(int parallelBlobs) {
    this.parallelBlobs = parallelBlobs;
  }

  /** Without arguments starts what it needs; with them, is the program under 96 MB. */
  public static void main(String... args) throws IOException, InterruptedException {
    if (args.length > 0) {
      URI baseUrl = URI.create(args[0]);
      new ExportMemory(Integer.parseInt(args[3])).walk(baseUrl, URI.create(args[1]), args[2]);
      return;
    }
    try (EmulatorProcess emulator = EmulatorProcess.ofExports(BLOBS, ROWS)) {
      for (String parallelBlobs : List.of("2", "8")) {
        Jvm.run(
            List.of("-Xmx96m"),
            ExportMemory.class,
            emulator.baseUrl().toString(),
            emulator.graphUrl().toString(),
            emulator.token(),
            parallelBlobs);
      }
    }
  }

  private void walk(URI baseUrl, URI graphUrl, String token) {
    try (IPartner partner = SdkClient.exports(baseUrl, graphUrl, token);
        Stream<DailyUsageRecord> all = SdkClient.export(partner, parallelBlobs).stream()) {
      all.forEach(row -> count());
    }
    if (rows != (long) BLOBS * ROWS) throw new IllegalStateException(rows + " rows");
  }

  /** As many rows as five files have, for files are read side by side. */
  private void count() {
    rows++;
    if (rows % (5 * ROWS) != 0) return;
    System.out.printf(
        Locale.ROOT,
        "%d files at once, %,9d rows: %5.1f MB in use%n",
        parallelBlobs,
        rows,
        Heap.used() / 1e6);
  }
}
