package io.partnercenter.internal;

import io.partnercenter.exports.ExportHandle;

/** What a handle holds: what is exported, and the operation that does it. */
public final class HandleText {
  private static final CheckedText<Content> TEXT =
      new CheckedText<>("handle of an export", "x1.", Content.class);

  private HandleText() {}

  private record Content(String export, String operation) {}

  /** The handle of that operation. */
  public static ExportHandle of(ExportRequest<?> request, String operationId) {
    return new ExportHandle(TEXT.write(new Content(request.identity(), operationId)));
  }

  /**
   * The operation that {@code handle} names.
   *
   * @throws IllegalArgumentException if it is damaged, or of another export
   */
  public static String operationId(ExportHandle handle, ExportRequest<?> request) {
    Content content = TEXT.read(handle.value());
    Arguments.check(
        request.identity().equals(content.export),
        "a handle belongs to the export it came from: this one to %s, not to %s",
        content.export,
        request.identity());
    return Arguments.segment(content.operation, "the operation's id");
  }
}
