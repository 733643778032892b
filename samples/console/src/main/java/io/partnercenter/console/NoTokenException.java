package io.partnercenter.console;

/** A tenant is meant, and there is no token for it. */
final class NoTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTokenException(String message) {
    super(message);
  }
}
