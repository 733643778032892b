package io.partnercenter.internal;

import java.time.Duration;

/**
 * The time that is left before a deadline.
 *
 * @param value more than zero, for those who divide or wait by it
 * @param of what the deadline limits, for messages, such as {@code the whole walk}
 */
record TimeLeft(Duration value, String of) {
  private static final Duration A_CENTURY = Duration.ofDays(36_500);

  /** For a task that others wait for, each with a deadline of its own. */
  static final TimeLeft UNLIMITED = new TimeLeft(A_CENTURY, "the task");

  /** Whether {@code pause} ends in time. */
  boolean allows(Duration pause) {
    return pause.compareTo(value) < 0;
  }

  /** The words for a failure whose cause is the deadline. */
  String usedUp() {
    return "the time of " + of + " is used up";
  }
}
