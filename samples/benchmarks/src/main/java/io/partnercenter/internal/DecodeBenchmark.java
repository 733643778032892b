package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.partnercenter.benchmarks.UsagePages;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The bytes of a full page made into records, beside a look at every token of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecodeBenchmark {
  private final byte[] page = new UsagePages().page(null);
  private final JsonFactory factory = new JsonFactory();
  private final RowReader<DailyRatedUsageLineItem> rows =
      new LineItemReader<>(
          DailyRatedUsageLineItem.class,
          BillingProvider.ONE_TIME,
          InvoiceLineItemType.USAGE_LINE_ITEMS);
  private final SharedValues shared = new SharedValues();

  @Benchmark
  public int scan() throws IOException {
    int tokens = 0;
    try (JsonParser parser = factory.createParser(page)) {
      while (parser.nextToken() != null) tokens++;
    }
    return tokens;
  }

  @Benchmark
  public Object records() throws IOException, UnreadableAnswer {
    return PageReader.read(page, rows, false, null);
  }

  @Benchmark
  public Object sharedRecords() throws IOException, UnreadableAnswer {
    return PageReader.read(page, rows, false, shared);
  }
}
