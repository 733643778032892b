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

  /** For this SDK, and for tests that need a refusal. */
  public PartnerServiceException(
      int statusCode, ServiceError error, @Nullable Duration retryAfter, CallFacts call) {
    super(problem(statusCode, error, retryAfter), call);
    this.statusCode = statusCode;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  private static String problem(int status, ServiceError error, @Nullable Duration retryAfter) {
    String said = error.toString();
    return "was refused with "
        + status
        + " "
        + ErrorCategory.of(status)
        + (said.isEmpty() ? "" : ": " + said)
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

  /** How long the service asked to be left alone, mostly with status 429. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
