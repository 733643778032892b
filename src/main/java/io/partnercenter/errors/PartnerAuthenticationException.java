package io.partnercenter.errors;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There was no token to be had: the sign-in failed, or brought nothing that can be sent. No request
 * was made with it. A token that the service refused is a {@link PartnerServiceException} with
 * status 401.
 */
public final class PartnerAuthenticationException extends PartnerException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /** For tests that need a failed sign-in. */
  public PartnerAuthenticationException(String problem, CallFacts call, Throwable cause) {
    this(problem, null, call, cause);
  }

  /** For this SDK, which may know how long sign-ins have to wait. */
  public PartnerAuthenticationException(
      String problem, @Nullable Duration retryAfter, CallFacts call, Throwable cause) {
    super(
        retryAfter == null
            ? problem
            : problem + "; to be tried again after " + retryAfter.toSeconds() + " s",
        call,
        cause);
    this.retryAfter = retryAfter;
  }

  /**
   * Returns how long the token endpoint asked to be left alone, counted from now; empty if it did
   * not. Until then the partner makes no sign-in.
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
