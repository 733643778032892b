package io.partnercenter;

import io.partnercenter.internal.Arguments;
import java.time.Duration;

/**
 * When a call that failed is tried again. What is worth it: a connection that failed or broke, also
 * in the middle of the body, the statuses 408, 429, 500, 502, 503 and 504, and 204 with {@code
 * Retry-After}, which says that the answer is not ready yet. The pause before attempt <i>n</i> + 1
 * is drawn anew each time, between nothing and {@code firstPause} × 2<sup><i>n</i> − 1</sup>, and
 * comes on top of what the service asks for with {@code Retry-After}. Pauses end with the call's
 * deadline at the latest. Where a host's name was not found, the pause before the last attempt is
 * ten seconds or more, as the JVM does not ask a name server again before.
 *
 * <p>A request that fails on a connection which was used before, and of whose answer nothing came,
 * is repeated immediately over a new connection: once in a call, and besides the attempts that are
 * allowed, for idle connections end without notice. It is listed in the call's attempts.
 *
 * @param maxAttempts how often a call is tried in all; 1 never tries again
 * @param firstPause the longest pause after the first attempt; doubled after each further one
 * @param longestPause where the doubling stops
 * @param longestRetryAfter how long a {@code Retry-After} is obeyed; if the service asks for more,
 *     the call fails at once and the exception says how long it asked for. After a 429 the other
 *     calls of the partner leave the service alone, too: as long as it asked, and at most for an
 *     hour or for this long, whichever is more. A {@code Retry-After} that cannot be read stands
 *     for {@code longestPause}, or for this if it is less
 */
public record RetryOptions(
    int maxAttempts, Duration firstPause, Duration longestPause, Duration longestRetryAfter) {
  private static final RetryOptions DEFAULTS =
      new RetryOptions(4, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are no attempts, or a duration is negative
   */
  public RetryOptions {
    Arguments.check(maxAttempts >= 1, "maxAttempts is at least 1, not %s", maxAttempts);
    Arguments.notNegative(firstPause, "firstPause");
    Arguments.notNegative(longestPause, "longestPause");
    Arguments.notNegative(longestRetryAfter, "longestRetryAfter");
  }

  /** Four attempts; pauses up to 0.5, 1 and 2 s; {@code Retry-After} up to five minutes. */
  public static RetryOptions defaults() {
    return DEFAULTS;
  }

  /** One attempt. A refused token is still replaced, and the request sent once more. */
  public static RetryOptions none() {
    return DEFAULTS.maxAttempts(1);
  }

  /** The same with that many attempts in all. */
  public RetryOptions maxAttempts(int maxAttempts) {
    return new RetryOptions(maxAttempts, firstPause, longestPause, longestRetryAfter);
  }

  /** The same with another first pause. */
  public RetryOptions firstPause(Duration firstPause) {
    return new RetryOptions(maxAttempts, firstPause, longestPause, longestRetryAfter);
  }

  /** The same with another longest pause. */
  public RetryOptions longestPause(Duration longestPause) {
    return new RetryOptions(maxAttempts, firstPause, longestPause, longestRetryAfter);
  }

  /** The same with more or less patience for {@code Retry-After}. */
  public RetryOptions longestRetryAfter(Duration longestRetryAfter) {
    return new RetryOptions(maxAttempts, firstPause, longestPause, longestRetryAfter);
  }
}
