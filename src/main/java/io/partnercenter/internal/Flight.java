package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Something on its way: begun ahead on another thread, or when it is needed, on the caller's.
 *
 * @param identity what a caller who is interrupted is told it waited for
 */
record Flight<T>(FutureTask<T> task, CallFacts identity) {
  Flight(Supplier<T> fetch, CallFacts identity) {
    this(new FutureTask<>(fetch::get), identity);
  }

  /**
   * Begins ahead. An executor that has no thread for it does no harm: {@link #land} begins then.
   */
  Flight<T> takeOff(Executor executor) {
    try {
      AsyncCall.execute(task, executor);
    } catch (RejectedExecutionException e) {
      // Fetched when it is needed; if the partner is closed, that is when it is said.
    }
    return this;
  }

  /** Waits for it. */
  T land() {
    task.run(); // Does nothing if another thread has begun it.
    try {
      return task.get();
    } catch (InterruptedException e) {
      cancel();
      throw interrupted(identity, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error error) throw error;
      throw new IllegalStateException("a call throws nothing checked", e);
    }
  }

  /** What a caller gets who was interrupted while he waited; the flag is set again. */
  static PartnerTransportException interrupted(CallFacts identity, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new PartnerTransportException(
        "was interrupted while waiting for what is fetched ahead", Phase.ANSWER, identity, cause);
  }

  void cancel() {
    task.cancel(true);
  }
}
