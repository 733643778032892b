package io.partnercenter.internal;

import io.partnercenter.exports.ExportOptions;
import io.partnercenter.models.UnreadableRow;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through several files at once, for one consumer. Each open file is read a little ahead and
 * no more, so that nothing piles up in front of a slow consumer; whichever has its rows first comes
 * next. For one thread at a time.
 */
public final class BlobWalk<T> implements Spliterator<List<T>>, AutoCloseable {
  private final Iterator<BlobSource> sources;
  private final Class<T> type;
  private final ExportOptions options;
  private final Executor executor;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;
  private final Consumer<Progress> onProgress;
  private final Consumer<BlobSource> onEnd;

  /** The open files, the longest open one first. */
  private final Set<ReadAhead<T>> open = new LinkedHashSet<>();

  private final BlockingQueue<ReadAhead.Landed<T>> landed = new LinkedBlockingQueue<>();
  private int files;
  private long rows;
  private long bytesOfEnded;

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
      if (open.isEmpty()) return null;
      ReadAhead.Landed<T> next = firstToLand();
      ReadAhead<T> file = next.file();
      JsonLines.Batch<T> batch = next.get();
      if (batch == null) {
        end(file);
        continue;
      }
      file.taken(batch);
      take(file.rows().source(), batch);
      if (!batch.items().isEmpty()) return batch.items();
    }
  }

  private void openMore() {
    while (open.size() < options.parallelBlobs() && sources.hasNext()) {
      BlobSource source = sources.next();
      BlobRows<T> rows = new BlobRows<>(source, type, options.lineLimit(), onUnreadable != null);
      ReadAhead<T> file = new ReadAhead<>(rows, executor, landed);
      open.add(file);
      file.begin();
    }
  }

  private ReadAhead.Landed<T> firstToLand() {
    ReadAhead.Landed<T> next = landed.poll();
    if (next != null) return next;
    ReadAhead<T> oldest = open.iterator().next();
    oldest.help();
    try {
      return landed.take();
    } catch (InterruptedException e) {
      throw Flight.interrupted(oldest.rows().source().facts(), e);
    }
  }

  private void end(ReadAhead<T> file) {
    open.remove(file);
    file.close();
    bytesOfEnded += file.rows().bytesRead();
    files++;
    BlobSource source = file.rows().source();
    tell(source);
    if (open.isEmpty() && !sources.hasNext()) onEnd.accept(source);
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
    long bytes = open.stream().mapToLong(file -> file.rows().bytesRead()).sum();
    onProgress.accept(new Progress(source, files, rows, bytesOfEnded + bytes));
  }

  /** Ends what is being fetched and decoded. */
  @Override
  public void close() {
    open.forEach(ReadAhead::cancel);
    open.forEach(ReadAhead::close);
    open.clear();
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
