package io.partnercenter.internal;

import io.partnercenter.RetryOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A sign-in that the token endpoint does not take before some time has passed. */
public final class ThrottledSignInException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_CHAIN = 20;

  private final Duration retryAfter;

  private ThrottledSignInException(String problem, Duration retryAfter) {
    super(problem);
    this.retryAfter = retryAfter;
  }

  /** For a request that was not made because the endpoint has asked before to be left alone. */
  static ThrottledSignInException notSent(String host, Duration left) {
    return new ThrottledSignInException(
        "not sent: " + host + " has asked for a pause of another " + left.toSeconds() + " s", left);
  }

  /**
   * Returns the failure that {@code response} of the token endpoint stands for; of this type if it
   * says when to come back.
   *
   * @param host the one that was asked
   */
  public static IOException of(Response response, String host) {
    String problem = host + " answered " + response.code();
    RetryAfter asked =
        RetryAfter.in(response.headers(), null, Instant.now(), RetryOptions.defaults());
    if (asked == null) return new IOException(problem);
    String unreadable = asked.problem();
    return new ThrottledSignInException(
        unreadable == null ? problem : problem + ", and " + unreadable, asked.pause());
  }

  /** How long to wait, counted from when this was thrown. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** The first of this type among {@code failure} and its causes; null if there is none. */
  static @Nullable ThrottledSignInException in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
      if (cause instanceof ThrottledSignInException throttled) return throttled;
      cause = cause.getCause();
    }
    return null;
  }
}
