package io.partnercenter.errors;

/**
 * There was no token to be had: the sign-in failed, or brought nothing that can be sent. No request
 * was made with it. A token that the service refused is a {@link PartnerServiceException} with
 * status 401.
 */
public final class PartnerAuthenticationException extends PartnerException {
  private static final long serialVersionUID = 1L;

  /** For this SDK, and for tests that need a failed sign-in. */
  public PartnerAuthenticationException(String problem, CallFacts call, Throwable cause) {
    super(problem, call, cause);
  }
}
