package io.partnercenter.internal;

import java.io.IOException;

/**
 * A connection that broke after it had brought something that is kept. Such an attempt is not held
 * against the call: the next one goes on where this one ended.
 */
final class BrokenOff extends IOException {
  private static final long serialVersionUID = 1L;

  private final IOException breakage;

  BrokenOff(IOException breakage) {
    super(breakage);
    this.breakage = breakage;
  }

  /** What {@code e} is about. */
  static IOException unwrap(IOException e) {
    return e instanceof BrokenOff broken ? broken.breakage : e;
  }
}
