package io.partnercenter.internal;

import io.partnercenter.RetryOptions;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt, if there is to be one. */
final class Pauses {
  private Pauses() {}

  /**
   * The pause after {@code failed} attempts; null if enough is enough. What the service asks for is
   * waited for in full; a random part on top keeps many callers from coming back all at once.
   */
  static @Nullable Duration after(
      int failed, @Nullable Duration retryAfter, RetryOptions retry, DoubleSupplier dice) {
    if (failed >= retry.maxAttempts()) return null;
    Duration random = random(failed, retry, dice);
    if (retryAfter == null) return random;
    return retryAfter.compareTo(retry.longestRetryAfter()) > 0 ? null : retryAfter.plus(random);
  }

  private static Duration random(int failed, RetryOptions retry, DoubleSupplier dice) {
    double longest = retry.longestPause().toNanos();
    double doubled = retry.firstPause().toNanos() * Math.pow(2, failed - 1);
    return Duration.ofNanos((long) (Math.min(longest, doubled) * dice.getAsDouble()));
  }
}
