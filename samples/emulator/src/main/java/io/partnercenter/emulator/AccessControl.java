package io.partnercenter.emulator;

import org.jspecify.annotations.Nullable;

/** What a request must show before it gets to the service. */
record AccessControl(TokenStore tokens, MfaPolicy mfa) {
  Caller admit(@Nullable String authorization) {
    Caller caller = tokens.check(authorization);
    mfa.check(caller);
    return caller;
  }

  boolean isMfaCompliant(@Nullable String authorization) {
    return mfa.isCompliant(tokens.peek(authorization));
  }
}
