package io.partnercenter.benchmarks;

import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The medians of one round, in which every benchmark has one JVM. */
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

  double value(String measurement) {
    if (!measurement.endsWith(ALLOCATED)) return median(result(measurement).getPrimaryResult());
    String benchmark = measurement.substring(0, measurement.length() - ALLOCATED.length());
    return median(result(benchmark).getSecondaryResults().get(ALLOCATED.substring(1)));
  }

  private static double median(Result<?> result) {
    return result.getStatistics().getPercentile(50);
  }
}
