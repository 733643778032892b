package io.partnercenter.internal;

import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One file that is read ahead of its consumer, by a megabyte of JSON or so. While it has less,
 * whoever reads it goes on by himself: were he to wait for the consumer after each batch, and the
 * consumer for a processor, all processors would at times have nothing to do.
 */
final class ReadAhead<T> implements AutoCloseable {
  /** Four batches, as they usually are; a single one, if it is a long line. */
  private static final int MOST_AHEAD = 1_000_000;

  private final BlobRows<T> rows;
  private final Executor executor;
  private final Queue<Landed<T>> landed;

  private FutureTask<?> reading = new FutureTask<>(this::read, null);
  private long ahead;
  private boolean pauses;

  /**
   * What came of a file next.
   *
   * @param batch absent at the end of the file, and where {@code failure} came in its place
   */
  record Landed<T>(
      ReadAhead<T> file, JsonLines.@Nullable Batch<T> batch, @Nullable Throwable failure) {
    /** The batch; null at the end. Throws what the reading of it has thrown. */
    JsonLines.@Nullable Batch<T> get() {
      if (failure instanceof RuntimeException e) throw e;
      if (failure instanceof Error e) throw e;
      return batch;
    }
  }

  /** Puts into {@code landed} whatever comes of {@code rows}, in order, once it has begun. */
  ReadAhead(BlobRows<T> rows, Executor executor, Queue<Landed<T>> landed) {
    this.rows = rows;
    this.executor = executor;
    this.landed = landed;
  }

  BlobRows<T> rows() {
    return rows;
  }

  /** Has it read by the executor. One that has no thread does no harm: {@link #help} reads then. */
  void begin() {
    try {
      executor.execute(reading);
    } catch (RejectedExecutionException e) {
      // Read when the consumer waits; if the partner is closed, that is when it is said.
    }
  }

  /** Reads here, unless it is being read. */
  void help() {
    reading.run();
  }

  private void read() {
    boolean goesOn = true;
    while (goesOn) goesOn = land(next());
  }

  private Landed<T> next() {
    try {
      return new Landed<>(this, rows.next(), null);
    } catch (RuntimeException | Error e) {
      return new Landed<>(this, null, e);
    }
  }

  /** In one step: else whoever goes on reading could land the batch after this one before it. */
  private synchronized boolean land(Landed<T> next) {
    landed.add(next);
    if (next.batch() == null) return false;
    ahead += next.batch().bytes();
    pauses = ahead >= MOST_AHEAD;
    return !pauses;
  }

  /** Told by the consumer of each batch that he has taken; there may be room for another. */
  void taken(JsonLines.Batch<T> batch) {
    synchronized (this) {
      ahead -= batch.bytes();
      if (!pauses || ahead >= MOST_AHEAD) return;
      pauses = false;
      reading = new FutureTask<>(this::read, null);
    }
    begin();
  }

  /** Ends what is being read; {@link #close} waits for that. */
  void cancel() {
    reading.cancel(true);
  }

  @Override
  public void close() {
    rows.close();
  }
}
