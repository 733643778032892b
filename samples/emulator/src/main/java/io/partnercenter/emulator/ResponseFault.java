package io.partnercenter.emulator;

/** The right answer, or an error, in a form that is not quite right. */
public sealed interface ResponseFault extends Fault {
  /**
   * A {@code Content-Length} that is wrong by so many bytes. One that is too large leaves the
   * client waiting for what never comes; one that is too small leaves bytes in front of the next
   * answer. It is never less than a byte.
   */
  record WrongLength(long difference) implements ResponseFault {}

  /** The right body as something that it is not. */
  record WrongMediaType(String contentType) implements ResponseFault {}

  /** The right body behind a byte order mark. */
  record ByteOrderMark() implements ResponseFault {}

  /** An error with a {@code Retry-After} of any text: seconds, a date, or what is neither. */
  record RetryAfter(int code, String value) implements ResponseFault {}

  /** Nothing at all where a page was to follow. It befalls requests for later pages. */
  record NoPage(int status) implements ResponseFault {}

  /** A page brings the rows of the page before. It befalls requests for later pages. */
  record RepeatedRows() implements ResponseFault {}
}
