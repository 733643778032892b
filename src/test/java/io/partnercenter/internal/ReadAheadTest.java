package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.internal.ReadAhead.Landed;
import io.partnercenter.models.DailyUsageRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read ahead comes in order, whoever is slow. */
@Timeout(60)
class ReadAheadTest {
  private static final String PADDING = " ".repeat(600 << 10);

  /** A consumer who takes the first batch while the second is being handed over. */
  private static final class Hasty extends LinkedBlockingQueue<Landed<DailyUsageRecord>> {
    private static final long serialVersionUID = 1L;
    private int added;

    @Override
    public boolean add(Landed<DailyUsageRecord> next) {
      if (++added == 2) {
        Thread consumer = new Thread(() -> next.file().taken());
        consumer.start();
        while (consumer.isAlive() && consumer.getState() != Thread.State.BLOCKED) {
          Thread.onSpinWait();
        }
      }
      return super.add(next);
    }
  }

  @Test
  @DisplayName("C38: batches of a file come in order, however they are handed over")
  void batchesComeInOrder() throws Exception {
    Hasty landed = new Hasty();
    ReadAhead<DailyUsageRecord> file = new ReadAhead<>(rows("a", "b", "c"), Runnable::run, landed);

    file.begin();
    file.help();

    for (String expected : List.of("a", "b", "c")) {
      Landed<DailyUsageRecord> next = landed.take();
      assertThat(Objects.requireNonNull(next.get()).items())
          .extracting(DailyUsageRecord::customerName)
          .containsExactly(expected);
      if (!expected.equals("a")) file.taken(); // The first has been taken already.
    }
    assertThat(landed.take().get()).isNull();
  }

  /** Each row is more than a batch by itself. */
  private static BlobRows<DailyUsageRecord> rows(String... names) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append("{\"CustomerName\":\"").append(name).append("\"}").append(PADDING).append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    CallFacts facts = new CallFacts("test", "GET", "/", "", "", List.of(), null, null, null);
    BlobSource source =
        new BlobSource(0, "file", null, facts, () -> new ByteArrayInputStream(bytes));
    return new BlobRows<>(source, DailyUsageRecord.class, 1 << 20, false);
  }
}
