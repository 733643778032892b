package io.partnercenter.internal;

import io.partnercenter.RetryOptions;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one partner have learnt about how the service is: whether it wants to be left
 * alone, and whether trying again is of any use. A tenth of the answers failing is weather; most of
 * them failing is an outage, which many callers that each try four times only make worse.
 */
public final class Pacing {
  /** Five successes pay for one retry, as in other SDKs for large services. */
  private static final int PRICE = 5;

  /**
   * What is asked for beyond it is more likely a mistake than a wish, such as a date in seconds.
   */
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  /** The JVM's default for {@code networkaddress.cache.negative.ttl}. */
  private static final Duration UNKNOWN_NAME_KEPT = Duration.ofSeconds(10);

  private final Timing timing;
  private final long fullBudget;
  private long budget;
  private long restUntil;
  private boolean resting;

  /**
   * For a service not heard of yet, which may fail {@code retries} times before it is an outage.
   */
  public Pacing(int retries, Timing timing) {
    this.timing = timing;
    this.fullBudget = (long) retries * PRICE;
    this.budget = fullBudget;
  }

  /** How long the service has asked, with 429, to be left alone from now on. */
  synchronized Duration rest() {
    if (!resting) return Duration.ZERO;
    long left = restUntil - timing.nanoTime().getAsLong();
    if (left > 0) return Duration.ofNanos(left);
    resting = false;
    return Duration.ZERO;
  }

  /** The service has asked to be left alone that long; no call is kept waiting beyond reason. */
  void restFor(Duration asked, RetryOptions retry) {
    Duration obeyed = retry.longestRetryAfter();
    Duration longest = obeyed.compareTo(LONGEST_REST) > 0 ? obeyed : LONGEST_REST;
    restFor(asked.compareTo(longest) > 0 ? longest : asked);
  }

  /** The service is left alone that long. */
  synchronized void restFor(Duration asked) {
    long until = timing.nanoTime().getAsLong() + asked.toNanos();
    if (!resting || until - restUntil > 0) restUntil = until;
    resting = true;
  }

  /** A call has its answer; if it took a retry, then that was worth its price. */
  synchronized void succeeded(boolean afterRetry) {
    budget = Math.min(fullBudget, budget + (afterRetry ? PRICE : 1));
  }

  /**
   * Whether a call that failed is tried again, and when. What the service asks for is waited for in
   * full; a random part on top keeps many callers from coming back all at once.
   *
   * @param failed how many attempts have failed, this one included
   * @param left of the call's deadline
   */
  Retry after(int failed, @Nullable Duration retryAfter, RetryOptions retry, TimeLeft left) {
    Retry next = unspent(failed, retryAfter, retry, left);
    if (next.pause() == null || spend()) return next;
    return Retry.no("too many calls of this partner have failed");
  }

  /**
   * The same for an attempt whose connection failed. The pauses together are shorter than the time
   * for which the JVM keeps that a name was not found, so the last attempt waits until a name
   * server is asked again.
   */
  Retry afterFailure(IOException failure, int failed, RetryOptions retry, TimeLeft left) {
    Retry next = after(failed, null, retry, left);
    boolean isLast = failed == retry.maxAttempts() - 1;
    return isLast && failure instanceof UnknownHostException
        ? next.atLeast(UNKNOWN_NAME_KEPT, left)
        : next;
  }

  /** The same for an attempt that brought something that is kept, which counts as the first. */
  Retry afterProgress(RetryOptions retry, TimeLeft left) {
    return unspent(1, null, retry, left);
  }

  private Retry unspent(
      int failed, @Nullable Duration retryAfter, RetryOptions retry, TimeLeft left) {
    if (failed >= retry.maxAttempts()) return Retry.NO;
    Duration pause = random(failed, retry);
    if (retryAfter != null) {
      if (retryAfter.compareTo(retry.longestRetryAfter()) > 0) {
        return Retry.no("the service asked for a longer pause than is waited for");
      }
      pause = retryAfter.plus(pause);
    }
    if (!left.allows(pause)) return Retry.tooLate(left);
    return new Retry(pause, null);
  }

  private synchronized boolean spend() {
    if (budget < PRICE) return false;
    budget -= PRICE;
    return true;
  }

  /** Full jitter: anything from nothing to a bound that doubles with each failure. */
  Duration random(int failed, RetryOptions retry) {
    double longest = retry.longestPause().toNanos();
    double doubled = retry.firstPause().toNanos() * Math.pow(2, failed - 1);
    return Duration.ofNanos((long) (Math.min(longest, doubled) * timing.dice().getAsDouble()));
  }

  /**
   * What follows on a failed attempt.
   *
   * @param pause before the next one; absent if there is none
   * @param gaveUp why there is none, where it is not that there have been enough
   */
  record Retry(@Nullable Duration pause, @Nullable String gaveUp) {
    static final Retry NO = new Retry(null, null);

    static Retry no(String why) {
      return new Retry(null, why);
    }

    static Retry tooLate(TimeLeft left) {
      return no(left.usedUp() + " before the next attempt");
    }

    private Retry atLeast(Duration shortest, TimeLeft left) {
      if (pause == null || pause.compareTo(shortest) >= 0) return this;
      return left.allows(shortest) ? new Retry(shortest, null) : tooLate(left);
    }
  }
}
