package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.partnercenter.benchmarks.UsageExport;
import io.partnercenter.models.DailyUsageRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A file of an export made into records, beside a look at every token of what it holds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExportDecodeBenchmark {
  private static final int LINE_LIMIT = 16 << 20;
  private static final int BUFFER = 64 << 10; // Its own 512 bytes would make it slow.

  private final byte[] file = new UsageExport().file();
  private final JsonFactory factory = new JsonFactory();

  @Benchmark
  public int scan() throws IOException {
    int tokens = 0;
    try (InputStream lines = new GZIPInputStream(new ByteArrayInputStream(file), BUFFER);
        JsonParser parser = factory.createParser(lines)) {
      while (parser.nextToken() != null) tokens++;
    }
    return tokens;
  }

  @Benchmark
  public long records() throws IOException, UnreadableAnswer {
    try (var rows =
        new JsonLines<>(
            new ByteArrayInputStream(file), DailyUsageRecord.class, LINE_LIMIT, false)) {
      long items = 0;
      for (var batch = rows.next(); batch != null; batch = rows.next()) {
        items += batch.items().size();
      }
      if (items != UsageExport.ROWS) throw new IllegalStateException(items + " rows");
      return items;
    }
  }
}
