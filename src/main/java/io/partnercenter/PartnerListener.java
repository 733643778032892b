package io.partnercenter;

import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every attempt and every call: enough for metrics and traces in a few lines. Called on
 * the thread of the call, so it should be quick; what it throws is logged and does not disturb the
 * call.
 */
public interface PartnerListener {
  /** A request was made and has been answered, or has failed. */
  default void onAttempt(AttemptEvent event) {}

  /** A call has ended, one way or the other. */
  default void onCall(CallEvent event) {}

  /**
   * One attempt. The call's facts are those so far, this attempt the last among them.
   *
   * @param call the operation, its path and ids
   * @param attempt this attempt: number, status, duration, failure
   */
  record AttemptEvent(CallFacts call, Attempt attempt) {}

  /**
   * One whole call.
   *
   * @param call the operation, its path, ids and attempts
   * @param duration from the first look for a token to the decoded answer, pauses included
   * @param failure what the caller is about to catch; absent if the call succeeded
   */
  record CallEvent(CallFacts call, Duration duration, @Nullable PartnerException failure) {
    /** Whether the caller got what it asked for. */
    public boolean succeeded() {
      return failure == null;
    }
  }
}
