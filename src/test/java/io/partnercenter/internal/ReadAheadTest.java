package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.internal.ReadAhead.Landed;
import io.partnercenter.models.DailyUsageRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read ahead comes in order, whoever is slow. */
@Timeout(60)
class ReadAheadTest {
  private static final int LONG = 300_000;
  private static final int LAST_WITH_ROOM = 4;

  /** A consumer who takes the first batch while the last there is room for is being handed over. */
  private static final class Hasty extends LinkedBlockingQueue<Landed<DailyUsageRecord>> {
    private static final long serialVersionUID = 1L;
    private int added;

    @Override
    public boolean add(Landed<DailyUsageRecord> next) {
      if (++added == LAST_WITH_ROOM) {
        Landed<DailyUsageRecord> first = Objects.requireNonNull(peek());
        Thread consumer = new Thread(() -> taken(first));
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
    List<String> names = List.of("a", "b", "c", "d", "e", "f");
    Hasty landed = new Hasty();
    ReadAhead<DailyUsageRecord> file = new ReadAhead<>(rows(names, LONG), Runnable::run, landed);

    file.begin();
    file.help();

    for (String expected : names) {
      Landed<DailyUsageRecord> next = landed.take();
      assertThat(Objects.requireNonNull(next.get()).items())
          .extracting(DailyUsageRecord::customerName)
          .containsExactly(expected);
      if (!expected.equals("a")) taken(next); // The first has been taken already.
    }
    assertThat(landed.take().get()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"300000, 4", "700000, 2", "1000000, 1"})
  void aMegabyteIsReadAheadAndNoMore(int length, int batches) {
    Queue<Landed<DailyUsageRecord>> landed = new LinkedBlockingQueue<>();
    List<String> names = List.of("a", "b", "c", "d", "e", "f");
    new ReadAhead<>(rows(names, length), Runnable::run, landed).begin();

    assertThat(landed).hasSize(batches);
    taken(Objects.requireNonNull(landed.poll()));
    assertThat(landed).hasSize(batches);
  }

  private static void taken(Landed<DailyUsageRecord> landed) {
    landed.file().taken(Objects.requireNonNull(landed.batch()));
  }

  /** Each row is a batch by itself. */
  private static BlobRows<DailyUsageRecord> rows(List<String> names, int length) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines
          .append("{\"CustomerName\":\"")
          .append(name)
          .append("\"}")
          .append(" ".repeat(length))
          .append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    CallFacts facts = new CallFacts("test", "GET", "/", "", "", List.of(), null, null, null);
    BlobSource source =
        new BlobSource(0, "file", null, facts, () -> new ByteArrayInputStream(bytes));
    return new BlobRows<>(source, DailyUsageRecord.class, 1 << 20, false);
  }
}
