package io.partnercenter.errors;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service answered, and its answer was not a success. */
public final class PartnerServiceException extends PartnerException {
  private static final long serialVersionUID = 1L;

  private final int statusCode;
  private final ServiceError error;
  private final @Nullable Duration retryAfter;
  private final @Nullable String remedy;

  /** For tests that need a refusal. */
  public PartnerServiceException(
      int statusCode, ServiceError error, @Nullable Duration retryAfter, CallFacts call) {
    this(statusCode, error, retryAfter, null, call);
  }

  /** For this SDK, which at times knows what can be done about it. */
  public PartnerServiceException(
      int statusCode,
      ServiceError error,
      @Nullable Duration retryAfter,
      @Nullable String remedy,
      CallFacts call) {
    super(problem(statusCode, error, retryAfter, remedy), call);
    this.statusCode = statusCode;
    this.error = error;
    this.retryAfter = retryAfter;
    this.remedy = remedy;
  }

  private static String problem(
      int status, ServiceError error, @Nullable Duration retryAfter, @Nullable String remedy) {
    String said = error.toString();
    return "was refused with "
        + status
        + " "
        + ErrorCategory.of(status)
        + (said.isEmpty() ? "" : ": " + said)
        + (remedy == null ? "" : "; " + remedy)
        + (retryAfter == null ? "" : "; to be tried again after " + retryAfter.toSeconds() + " s");
  }

  /** The HTTP status: 300 to 599, or 204 where there should have been something to read. */
  public int statusCode() {
    return statusCode;
  }

  /** What kind of refusal it is. */
  public ErrorCategory category() {
    return ErrorCategory.of(statusCode);
  }

  /** The service's own code, such as {@code "800002"}; empty if the body named none. */
  public Optional<String> errorCode() {
    return Optional.ofNullable(error.code());
  }

  /** The service's own words; empty if the body had none. */
  public Optional<String> description() {
    return Optional.ofNullable(error.description());
  }

  /** All that the service said. */
  public ServiceError error() {
    return error;
  }

  /**
   * What the SDK adds to a refusal, as far as it is known: what to do about a 401 or 403, what kind
   * of token was sent, where a redirect leads, and whether {@code Retry-After} cannot be read; part
   * of the message.
   */
  public Optional<String> remedy() {
    return Optional.ofNullable(remedy);
  }

  /**
   * How long the service asked to be left alone, mostly with status 429. If it asked in a form that
   * cannot be read, the longest own pause, which is then waited for, too.
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
