package io.partnercenter.emulator;

import org.jspecify.annotations.Nullable;

/** What a request must show before it gets to the service. */
record AccessControl(TokenStore tokens, MfaPolicy mfa) {
  Caller authorize(@Nullable String authorization) {
    Caller caller = tokens.requireValid(authorization);
    mfa.requireCompliant(caller);
    return caller;
  }

  boolean isMfaCompliant(@Nullable String authorization) {
    return mfa.isCompliant(tokens.callerOf(authorization));
  }
}
