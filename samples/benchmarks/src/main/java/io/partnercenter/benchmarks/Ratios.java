package io.partnercenter.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the benchmarks and prints what the SDK costs in terms of its bare counterparts. Each round
 * starts every benchmark once, so that whatever else the machine does befalls both sides of a
 * comparison, which is made within a round.
 */
public final class Ratios {
  private static final int ROUNDS = 3;

  private Ratios() {}

  /**
   * Runs them all, or those whose names begin with the first argument; the second is the number of
   * rounds.
   */
  public static void main(String... args) throws Exception {
    String part = args.length > 0 ? args[0] : "";
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
    List<Comparison> comparisons =
        Comparison.ALL.stream().filter(comparison -> comparison.over().startsWith(part)).toList();
    compare(comparisons, rounds);
    if ("KeptRows".startsWith(part)) Jvm.run(List.of(), KeptRows.class);
    if ("MemoryWalk".startsWith(part)) MemoryWalk.main();
    if ("ExportMemory".startsWith(part)) ExportMemory.main();
  }

  private static void compare(List<Comparison> comparisons, int count) throws RunnerException {
    if (comparisons.isEmpty()) return;
    List<String> benchmarks =
        comparisons.stream()
            .flatMap(Comparison::measurements)
            .map(Measured::benchmark)
            .distinct()
            .toList();
    List<Measured> rounds = new ArrayList<>();
    for (int i = 0; i < count; i++) rounds.add(round(benchmarks));

    List<RunResult> all = benchmarks.stream().map(name -> merged(name, rounds)).toList();
    ResultFormatFactory.getInstance(ResultFormatType.TEXT, System.out).writeOut(all);
    System.out.println();
    for (Comparison comparison : comparisons) System.out.println(comparison.line(rounds));
  }

  private static Measured round(List<String> benchmarks) throws RunnerException {
    Measured round = new Measured();
    for (String benchmark : benchmarks) round.run(benchmark);
    return round;
  }

  private static RunResult merged(String benchmark, List<Measured> rounds) {
    List<BenchmarkResult> results =
        rounds.stream()
            .flatMap(round -> round.result(benchmark).getBenchmarkResults().stream())
            .toList();
    return new RunResult(rounds.get(0).result(benchmark).getParams(), results);
  }
}
