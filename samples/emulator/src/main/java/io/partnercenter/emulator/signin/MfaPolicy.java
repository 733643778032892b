package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.ApiErrorException;
import org.jspecify.annotations.Nullable;

/** Whether users have shown a second factor, and whether they must. Thread-safe. */
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

  /** An app by itself has no factors to show. */
  boolean isCompliant(@Nullable Caller caller) {
    return shown || caller != null && caller.appOnly();
  }

  /** Enforced since April 2026 (contract 2.2). */
  void requireCompliant(Caller caller) {
    if (enforced && !isCompliant(caller)) throw ApiErrorException.missingSecondFactor();
  }
}
