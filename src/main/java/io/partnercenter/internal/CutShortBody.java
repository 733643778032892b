package io.partnercenter.internal;

import java.io.EOFException;

/**
 * A body that ends too soon although the connection reported no fault. Worth another attempt. The
 * message says what is missing and is shown to the caller.
 */
final class CutShortBody extends EOFException {
  private static final long serialVersionUID = 1L;

  CutShortBody(String missing) {
    super(missing);
  }
}
