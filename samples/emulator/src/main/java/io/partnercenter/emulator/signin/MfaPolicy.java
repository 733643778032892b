package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.ApiErrorException;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the second factor: whether users signed in with one, and whether they must.
 * Thread-safe.
 */
public final class MfaPolicy {
  private volatile boolean shown = true;
  private volatile boolean enforced = true;

  public void setShown(boolean value) {
    shown = value;
  }

  public void setEnforced(boolean value) {
    enforced = value;
  }

  boolean isShown() {
    return shown;
  }

  /** Returns whether a second factor was used or is not needed. Apps without a user need none. */
  boolean isCompliant(@Nullable Caller caller) {
    return shown || caller != null && caller.appOnly();
  }

  /** Throws if a second factor is missing; enforced since April 2026 (contract 2.2). */
  void requireCompliant(Caller caller) {
    if (enforced && !isCompliant(caller)) throw ApiErrorException.missingSecondFactor();
  }
}
