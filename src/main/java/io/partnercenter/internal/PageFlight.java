package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** One page on its way: begun ahead on another thread, or when it is needed, on the caller's. */
final class PageFlight<T> {
  private final Position position;
  private final CallFacts identity;
  private final FutureTask<Answered<Page<T>>> fetch;

  PageFlight(Position position, Exchange<Page<T>> exchange) {
    this.position = position;
    this.identity = exchange.identity();
    this.fetch = new FutureTask<>(() -> new Answered<>(exchange.run(), exchange.facts()));
  }

  Position position() {
    return position;
  }

  /**
   * Begins ahead. An executor that has no thread for it does no harm: {@link #land} begins then.
   */
  void takeOff(Executor executor) {
    try {
      executor.execute(fetch);
    } catch (RejectedExecutionException e) {
      // Fetched when it is needed; if the partner is closed, that is when it is said.
    }
  }

  /** Waits for the page. */
  Answered<Page<T>> land() {
    fetch.run(); // Does nothing if another thread has begun it.
    try {
      return fetch.get();
    } catch (InterruptedException e) {
      cancel();
      Thread.currentThread().interrupt();
      throw new PartnerTransportException(
          "was interrupted while waiting for a page", Phase.ANSWER, identity, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error error) throw error;
      throw new IllegalStateException("a call throws nothing checked", e);
    }
  }

  void cancel() {
    fetch.cancel(true);
  }
}
