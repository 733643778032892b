package io.partnercenter.benchmarks;

import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** What was measured in one round, in which every benchmark has one JVM. */
final class Measured {
  /** Behind the name of a benchmark: not its time, but the bytes it allocates. */
  static final String ALLOCATED = ":gc.alloc.rate.norm";

  private final Map<String, RunResult> results = new HashMap<>();

  void run(String benchmark) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("\\." + benchmark.replace(".", "Benchmark\\.") + "$")
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    results.put(benchmark, new Runner(options).runSingle());
  }

  RunResult result(String benchmark) {
    return results.get(benchmark);
  }

  double median(String measurement) {
    return statistics(measurement).getPercentile(50);
  }

  double least(String measurement) {
    return statistics(measurement).getMin();
  }

  /** What has to run for it. */
  static String benchmark(String measurement) {
    int colon = measurement.indexOf(':');
    return colon < 0 ? measurement : measurement.substring(0, colon);
  }

  private Statistics statistics(String measurement) {
    RunResult result = result(benchmark(measurement));
    int colon = measurement.indexOf(':');
    return colon < 0
        ? result.getPrimaryResult().getStatistics()
        : result.getSecondaryResults().get(measurement.substring(colon + 1)).getStatistics();
  }
}
