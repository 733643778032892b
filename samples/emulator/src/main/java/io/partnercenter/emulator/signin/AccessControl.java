package io.partnercenter.emulator.signin;

import org.jspecify.annotations.Nullable;

/** The check of a request's token and second factor. */
public record AccessControl(TokenStore tokens, MfaPolicy mfa) {
  /**
   * Returns the caller of a request.
   *
   * @throws io.partnercenter.emulator.server.ApiErrorException if the token is not valid or the
   *     second factor is missing
   */
  public Caller authorize(@Nullable String authorization) {
    Caller caller = tokens.requireValid(authorization);
    mfa.requireCompliant(caller);
    return caller;
  }

  public boolean isMfaCompliant(@Nullable String authorization) {
    return mfa.isCompliant(tokens.callerOf(authorization));
  }
}
