package io.partnercenter.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.models.DailyUsageRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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
 * All rows of eight files of one size, one file at a time and all at once: from memory, where all
 * processors are the client's, and over loopback, where some of their time is the emulator's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 15)
@Fork(1)
public class BlobsBenchmark {
  private static final int BLOBS = 8;
  private static final int BUFFER = 64 << 10;

  private final byte[] file = new UsageExport().file();
  private final JsonFactory factory = new JsonFactory();
  private EmulatorProcess emulator;
  private IPartner memory;
  private IPartner loopback;

  @Setup
  public void start() {
    emulator = EmulatorProcess.ofExports(BLOBS, UsageExport.ROWS);
    loopback = SdkClient.exports(emulator.baseUrl(), emulator.graphUrl(), emulator.token());
    memory =
        IPartner.builder()
            .transport(new MemoryExport(BLOBS, file))
            .credentials(PartnerCredentials.bearer(() -> "token"))
            .build();
  }

  @TearDown
  public void stop() {
    memory.close();
    loopback.close();
    emulator.close();
  }

  @Benchmark
  public void inMemory(Turns turns, Blackhole hole) throws Exception {
    turns.one = Turns.millis(() -> walk(memory, 1, hole));
    turns.all = Turns.millis(() -> walk(memory, BLOBS, hole));
    turns.two = Turns.millis(() -> walk(memory, 2, hole));
  }

  @Benchmark
  public void sent(Turns turns, Blackhole hole) throws Exception {
    turns.one = Turns.millis(() -> walk(loopback, 1, hole));
    turns.all = Turns.millis(() -> walk(loopback, BLOBS, hole));
    turns.two = Turns.millis(() -> walk(loopback, 2, hole));
  }

  /** What a second processor brings to the same work done barely: the most there is to be had. */
  @Benchmark
  public void scanned(Turns turns, Blackhole hole) throws Exception {
    turns.one = Turns.millis(() -> scan(1, hole));
    turns.all = Turns.millis(() -> scan(Runtime.getRuntime().availableProcessors(), hole));
    turns.two = Turns.millis(() -> scan(2, hole));
  }

  private void scan(int threads, Blackhole hole) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Callable<Integer>> files = Collections.nCopies(BLOBS, this::tokens);
    for (Future<Integer> tokens : executor.invokeAll(files)) hole.consume(tokens.get());
    executor.shutdown();
  }

  private int tokens() throws IOException {
    int tokens = 0;
    try (InputStream lines = new GZIPInputStream(new ByteArrayInputStream(file), BUFFER);
        JsonParser parser = factory.createParser(lines)) {
      while (parser.nextToken() != null) tokens++;
    }
    return tokens;
  }

  private static void walk(IPartner partner, int parallelBlobs, Blackhole hole) {
    try (Stream<DailyUsageRecord> rows = SdkClient.export(partner, parallelBlobs).stream()) {
      rows.forEach(hole::consume);
    }
  }
}
