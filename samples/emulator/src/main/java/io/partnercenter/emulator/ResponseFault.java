package io.partnercenter.emulator;

/** A fault in a response that is otherwise right. */
public sealed interface ResponseFault extends Fault {
  /**
   * A wrong {@code Content-Length}, at least 1. If it is too large, the client waits for bytes that
   * do not come. If it is too small, the rest of the body precedes the next response.
   *
   * @param difference the stated length minus the real length
   */
  record WrongLength(long difference) implements ResponseFault {}

  /** The right body with a wrong {@code Content-Type}. */
  record WrongMediaType(String contentType) implements ResponseFault {}

  /** The right body after a byte order mark. */
  record ByteOrderMark() implements ResponseFault {}

  /** An error with any {@code Retry-After}: seconds, a date, or invalid text. */
  record RetryAfter(int code, String value) implements ResponseFault {}

  /** An empty body instead of a page. Applies to requests for later pages. */
  record NoPage(int status) implements ResponseFault {}

  /** A page with the rows of the previous page. Applies to requests for later pages. */
  record RepeatedRows() implements ResponseFault {}
}
