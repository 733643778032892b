package io.partnercenter.benchmarks;

import io.partnercenter.IPartner;
import io.partnercenter.models.InvoiceSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

/** One small call over loopback, with connection and token in hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SingleCallBenchmark {
  private EmulatorProcess emulator;
  private IPartner partner;
  private BareClient bare;

  @Setup
  public void start() {
    emulator = EmulatorProcess.start(1, Duration.ZERO);
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
  public InvoiceSummary bare() throws IOException {
    return bare.summary();
  }

  @Benchmark
  public InvoiceSummary sdk() {
    return partner.invoices().summary().get();
  }
}
