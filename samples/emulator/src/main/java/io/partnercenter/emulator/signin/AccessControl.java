package io.partnercenter.emulator.signin;

import org.jspecify.annotations.Nullable;

/** What a request must show before it gets to the service. */
public record AccessControl(TokenStore tokens, MfaPolicy mfa) {
  public Caller authorize(@Nullable String authorization) {
    Caller caller = tokens.requireValid(authorization);
    mfa.requireCompliant(caller);
    return caller;
  }

  public boolean isMfaCompliant(@Nullable String authorization) {
    return mfa.isCompliant(tokens.callerOf(authorization));
  }
}
