package io.partnercenter.benchmarks;

import io.partnercenter.IPartner;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 20 full pages, for each of which the service thinks as long as the caller works on it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class PrefetchBenchmark {
  static final int PAGES = 20;
  static final int MILLIS_A_PAGE = 200;

  private EmulatorProcess emulator;
  private IPartner partner;

  @Setup
  public void start() {
    emulator = EmulatorProcess.start(PAGES, Duration.ofMillis(MILLIS_A_PAGE));
    partner = SdkClient.partner(emulator.baseUrl(), emulator.token());
  }

  @TearDown
  public void stop() {
    partner.close();
    emulator.close();
  }

  @Benchmark
  public void withoutPrefetch() {
    walk(0);
  }

  @Benchmark
  public void withPrefetch() {
    walk(1);
  }

  private void walk(int prefetch) {
    try (Stream<?> pages = SdkClient.usage(partner, prefetch).pages()) {
      pages.forEach(page -> work());
    }
  }

  /** Waits, as for a database: that needs no core of its own. */
  private static void work() {
    try {
      Thread.sleep(MILLIS_A_PAGE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
