package io.partnercenter.console;

/** The refresh token that the variables name is missing or no longer good. */
final class NoTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTokenException(String message) {
    super(message);
  }
}
