package io.partnercenter.internal;

import io.partnercenter.models.Cursor;
import org.jspecify.annotations.Nullable;

/** What a cursor holds: the request without host and tenant, and the position in it. */
final class CursorText {
  private static final CheckedText<Content> TEXT = new CheckedText<>("cursor", "1.", Content.class);

  private CursorText() {}

  private record Content(String request, @Nullable String token, @Nullable Integer offset) {}

  static Cursor of(String request, Position position) {
    return new Cursor(TEXT.write(new Content(request, position.token(), position.offset())));
  }

  /**
   * The position that {@code cursor} names.
   *
   * @throws IllegalArgumentException if it is damaged, or of another request
   */
  static Position position(Cursor cursor, String request) {
    Content content = TEXT.read(cursor.value());
    Arguments.check(
        request.equals(content.request),
        "a cursor goes on with the query it came from: this one with %s, not with %s",
        content.request,
        request);
    return new Position(content.token, content.offset);
  }
}
