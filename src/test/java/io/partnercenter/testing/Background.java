package io.partnercenter.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Something that blocks, on a thread of its own. Every wait here has an end far beyond what it
 * takes, so that a test which hangs fails instead.
 */
public final class Background<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FutureTask<T> task;
  private final Thread thread;
  private volatile boolean interruptedAtEnd;

  private Background(Callable<T> call) {
    this.task = new FutureTask<>(() -> keepingFlag(call));
    this.thread = new Thread(task, "test-background");
    this.thread.setDaemon(true);
  }

  public static <T> Background<T> start(Callable<T> call) {
    Background<T> background = new Background<>(call);
    background.thread.start();
    return background;
  }

  private T keepingFlag(Callable<T> call) throws Exception {
    try {
      return call.call();
    } finally {
      interruptedAtEnd = Thread.currentThread().isInterrupted();
    }
  }

  public void interrupt() {
    thread.interrupt();
  }

  /** Whether the thread's flag was still set when the call had ended. */
  public boolean keptInterrupt() {
    return interruptedAtEnd;
  }

  /** Returns when the thread waits for something with a time limit, as for a future. */
  public void awaitWaiting() {
    awaitWaiting(thread);
  }

  /** Returns when {@code thread} waits for something with a time limit, as for a future. */
  public static void awaitWaiting(Thread thread) {
    until(() -> thread.getState() == Thread.State.TIMED_WAITING);
  }

  /** Returns when that many threads are in the middle of {@code method} of {@code type}. */
  public static void awaitInside(Class<?> type, String method, int threads) {
    until(() -> inside(type, method) >= threads);
  }

  /** Returns when {@code condition} holds. */
  public static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) throw new AssertionError("never so");
      Thread.onSpinWait();
    }
  }

  private static long inside(Class<?> type, String method) {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            frames ->
                Arrays.stream(frames)
                    .anyMatch(
                        frame ->
                            frame.getClassName().equals(type.getName())
                                && frame.getMethodName().equals(method)))
        .count();
  }

  /** What the call returned. */
  public T result() throws ExecutionException, InterruptedException, TimeoutException {
    return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** What the call threw. */
  public <E extends Throwable> E failure(Class<E> type) throws Exception {
    try {
      throw new AssertionError("returned " + result());
    } catch (ExecutionException e) {
      return type.cast(e.getCause());
    }
  }

  /** Waits until {@code latch} is open. */
  public static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it never happened");
    }
  }
}
