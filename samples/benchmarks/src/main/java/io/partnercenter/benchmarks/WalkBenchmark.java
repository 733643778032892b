package io.partnercenter.benchmarks;

import io.partnercenter.IPartner;
import io.partnercenter.models.DailyRatedUsageLineItem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * All rows of 40 full pages, over loopback, for a caller who does nothing with them, and for one
 * who is busy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 10)
@Fork(1)
public class WalkBenchmark {
  private static final int PAGES = 40;

  private EmulatorProcess emulator;
  private IPartner partner;
  private BareClient bare;

  @Setup
  public void start() {
    emulator = EmulatorProcess.start(PAGES, Duration.ZERO);
    partner = SdkClient.partner(emulator.baseUrl(), emulator.token());
    bare = new BareClient(emulator.baseUrl(), emulator.token());
  }

  @TearDown
  public void stop() {
    partner.close();
    bare.close();
    emulator.close();
  }

  @Benchmark
  public void bare(Blackhole hole) throws IOException {
    bare(hole::consume);
  }

  @Benchmark
  public void withoutPrefetch(Blackhole hole) {
    walk(0, hole::consume);
  }

  @Benchmark
  public void withPrefetch(Blackhole hole) {
    walk(1, hole::consume);
  }

  @Benchmark
  public void bareBusy(Blackhole hole) throws IOException {
    bare(row -> hole.consume(line(row)));
  }

  @Benchmark
  public void withPrefetchBusy(Blackhole hole) {
    walk(1, row -> hole.consume(line(row)));
  }

  private void bare(Consumer<DailyRatedUsageLineItem> consumer) throws IOException {
    bare.usage(page -> page.items().forEach(consumer));
  }

  private void walk(int prefetch, Consumer<DailyRatedUsageLineItem> consumer) {
    try (Stream<DailyRatedUsageLineItem> rows = SdkClient.usage(partner, prefetch).stream()) {
      rows.forEach(consumer);
    }
  }

  /** What a job might write of a row; a small part of what it costs to store it. */
  private static String line(DailyRatedUsageLineItem row) {
    return String.join(
        ";",
        String.valueOf(row.usageDate()),
        row.customerId(),
        row.subscriptionId(),
        row.meterId(),
        row.resourceUri(),
        String.valueOf(row.quantity()),
        String.valueOf(row.effectiveUnitPrice()),
        String.valueOf(row.billingPreTaxTotal()),
        row.billingCurrency(),
        row.tags());
  }
}
