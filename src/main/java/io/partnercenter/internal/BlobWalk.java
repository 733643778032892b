package io.partnercenter.internal;

import io.partnercenter.exports.ExportOptions;
import io.partnercenter.models.UnreadableRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through several files at once, for one consumer. Each open file has its next batch of rows
 * decoded ahead, and no more, so that nothing piles up in front of a slow consumer; whichever file
 * is ready comes next. For one thread at a time.
 */
public final class BlobWalk<T> implements Spliterator<List<T>>, AutoCloseable {
  private final Iterator<BlobSource> sources;
  private final Class<T> type;
  private final ExportOptions options;
  private final Executor executor;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;
  private final Consumer<Progress> onProgress;
  private final Consumer<BlobSource> onEnd;

  private final Deque<Turn<T>> turns = new ArrayDeque<>();
  private int files;
  private long rows;
  private long bytesOfEnded;

  private record Turn<T>(BlobRows<T> rows, Flight<JsonLines.@Nullable Batch<T>> flight) {}

  /**
   * How far the walk is.
   *
   * @param source the file that brought the latest rows
   * @param files that have been read to their end
   * @param rows handed out so far
   * @param bytes how large, compressed, what was read of the files is
   */
  public record Progress(BlobSource source, int files, long rows, long bytes) {}

  /**
   * A walk through all rows of {@code sources}.
   *
   * @param onEnd told of the last file when all have been read; what it throws, the consumer gets
   */
  public BlobWalk(
      List<BlobSource> sources,
      Class<T> type,
      ExportOptions options,
      Executor executor,
      @Nullable Consumer<UnreadableRow> onUnreadable,
      Consumer<Progress> onProgress,
      Consumer<BlobSource> onEnd) {
    this.sources = sources.iterator();
    this.type = type;
    this.options = options;
    this.executor = executor;
    this.onUnreadable = onUnreadable;
    this.onProgress = onProgress;
    this.onEnd = onEnd;
  }

  @Override
  public boolean tryAdvance(Consumer<? super List<T>> action) {
    try {
      List<T> batch = next();
      if (batch == null) return false;
      action.accept(batch);
      return true;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private @Nullable List<T> next() {
    while (true) {
      openMore();
      if (turns.isEmpty()) return null;
      Turn<T> turn = ready();
      JsonLines.Batch<T> batch = turn.flight.land();
      if (batch == null) {
        turn.rows.close();
        bytesOfEnded += turn.rows.bytesRead();
        files++;
        tell(turn.rows.source());
        if (turns.isEmpty() && !sources.hasNext()) onEnd.accept(turn.rows.source());
        continue;
      }
      turns.add(begin(turn.rows));
      take(turn.rows.source(), batch);
      if (!batch.items().isEmpty()) return batch.items();
    }
  }

  private void openMore() {
    while (turns.size() < options.parallelBlobs() && sources.hasNext()) {
      BlobSource source = sources.next();
      turns.add(begin(new BlobRows<>(source, type, options.lineLimit(), onUnreadable != null)));
    }
  }

  private Turn<T> begin(BlobRows<T> open) {
    Flight<JsonLines.@Nullable Batch<T>> flight = new Flight<>(open::next, open.source().facts());
    return new Turn<>(open, flight.takeOff(executor));
  }

  /** The first that has its rows; if none has, the one that has been waited for longest. */
  private Turn<T> ready() {
    for (Iterator<Turn<T>> all = turns.iterator(); all.hasNext(); ) {
      Turn<T> turn = all.next();
      if (!turn.flight.hasLanded()) continue;
      all.remove();
      return turn;
    }
    return turns.remove();
  }

  private void take(BlobSource source, JsonLines.Batch<T> batch) {
    rows += batch.items().size();
    tell(source);
    if (onUnreadable == null) return;
    for (Page.Unreadable row : batch.unreadable()) {
      onUnreadable.accept(new UnreadableRow(source.index(), row.row(), row.problem(), row.json()));
    }
  }

  private void tell(BlobSource source) {
    long bytes = turns.stream().mapToLong(turn -> turn.rows.bytesRead()).sum();
    onProgress.accept(new Progress(source, files, rows, bytesOfEnded + bytes));
  }

  /** Ends what is being fetched and decoded. */
  @Override
  public void close() {
    turns.forEach(turn -> turn.flight.cancel());
    turns.forEach(turn -> turn.rows.close());
    turns.clear();
  }

  /** Files are already read side by side. */
  @Override
  public @Nullable Spliterator<List<T>> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return NONNULL;
  }
}
