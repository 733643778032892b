package io.partnercenter.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs a blocking call on another thread; cancelling the future interrupts it. */
final class AsyncCall {
  private AsyncCall() {}

  static <T> CompletableFuture<T> start(Supplier<T> call, Executor executor) {
    CompletableFuture<T> result = new CompletableFuture<>();
    FutureTask<T> task =
        new FutureTask<>(call::get) {
          @Override
          protected void done() {
            if (!isCancelled()) copy(this, result);
          }
        };
    // However the future ends, by cancel or orTimeout: a task that is done does not mind.
    var unused = result.whenComplete((value, failure) -> task.cancel(true));
    try {
      execute(task, executor);
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(e);
    }
    return result;
  }

  /** Has {@code executor} run {@code task}, whose interrupt does not stay on a thread of others. */
  static void execute(FutureTask<?> task, Executor executor) {
    Thread caller = Thread.currentThread();
    AtomicBoolean handedOver = new AtomicBoolean();
    executor.execute(
        () -> {
          task.run();
          boolean isCallers = Thread.currentThread() == caller && !handedOver.get();
          if (task.isCancelled() && !isCallers) {
            var unused = Thread.interrupted(); // A ForkJoinPool would keep it for what comes next.
          }
        });
    handedOver.set(true);
  }

  private static <T> void copy(FutureTask<T> done, CompletableFuture<T> result) {
    try {
      result.complete(done.get());
    } catch (ExecutionException e) {
      result.completeExceptionally(e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError("a task that is done does not block", e);
    }
  }
}
