package io.partnercenter.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one measurement costs in terms of another.
 *
 * @param over such as {@code DecodeBenchmark.records}
 * @param under its bare counterpart, which it is divided by; absent if it stands for itself
 * @param times what the quotient is multiplied by
 * @param target what it should come to
 */
record Comparison(String name, String over, @Nullable String under, double times, String target) {
  /** All there are. */
  static final List<Comparison> ALL =
      List.of(
          of("decode / token scan", "Decode.records", "Decode.scan", "at most 2.2"),
          of("the same, values shared", "Decode.sharedRecords", "Decode.scan", ""),
          self(
              "bytes allocated a row",
              "Decode.records" + Measured.ALLOCATED,
              2_000,
              "at most 4500"),
          of(
              "export decode / gunzip + scan",
              "ExportDecode.records",
              "ExportDecode.scan",
              "at most 1.7"),
          of(
              "8 files, 8 at once / one",
              "Blobs.inMemory:one",
              "Blobs.inMemory:all",
              "at least 1.8"),
          of("the same, 2 at once", "Blobs.inMemory:one", "Blobs.inMemory:two", ""),
          of(
              "the same, gunzip + scan",
              "Blobs.scanned:one",
              "Blobs.scanned:all",
              "the most there is"),
          of("the same, over loopback", "Blobs.sent:one", "Blobs.sent:all", ""),
          of("rows/s / bare, no prefetch", "Walk.bare", "Walk.withoutPrefetch", "at least 0.80"),
          of("the same, prefetch", "Walk.bare", "Walk.withPrefetch", ""),
          of("the same, caller busy", "Walk.bareBusy", "Walk.withPrefetchBusy", "above 1.00"),
          self("20 pages / 21 T, prefetch", "Prefetch.withPrefetch", 21 * 200, "at most 1.15"),
          self("20 pages / 20 T, no prefetch", "Prefetch.withoutPrefetch", 20 * 200, "about 2"),
          of("summary().get() / bare call", "SingleCall.sdk", "SingleCall.bare", "at most 1.10"));

  private static Comparison of(String name, String over, String under, String target) {
    return new Comparison(name, over, under, 1, target);
  }

  private static Comparison self(String name, String over, double unit, String target) {
    return new Comparison(name, over, null, 1 / unit, target);
  }

  /** The measurements it needs. */
  Stream<String> measurements() {
    return Stream.of(over, under == null ? over : under);
  }

  /** One line: the median over all rounds, how far they lie apart, and the least of either side. */
  String line(List<Measured> rounds) {
    double[] ratios = rounds.stream().mapToDouble(this::ratio).sorted().toArray();
    int last = ratios.length - 1;
    double median = (ratios[last / 2] + ratios[(last + 1) / 2]) / 2;
    return String.format(
        Locale.ROOT,
        "%-30s %8.2f  (%.2f to %.2f)  least %8.2f  %s",
        name,
        median,
        ratios[0],
        ratios[last],
        least(rounds),
        target);
  }

  private double ratio(Measured round) {
    return times * round.median(over) / (under == null ? 1 : round.median(under));
  }

  /** What else a machine does only ever adds time, so the least is what comes nearest to quiet. */
  private double least(List<Measured> rounds) {
    return times * least(over, rounds) / (under == null ? 1 : least(under, rounds));
  }

  private static double least(String measurement, List<Measured> rounds) {
    return rounds.stream().mapToDouble(round -> round.least(measurement)).min().orElseThrow();
  }
}
