package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.Cursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor holds: the request without host and tenant, and the position in it. As text: a
 * version, a dot, and in Base64 a checksum and JSON.
 */
final class CursorText {
  private static final String VERSION = "1.";
  private static final ObjectReader READER = Json.MAPPER.readerFor(Content.class);

  private CursorText() {}

  private record Content(String request, @Nullable String token, @Nullable Integer offset) {}

  static Cursor of(String request, Position position) {
    try {
      Content content = new Content(request, position.token(), position.offset());
      byte[] json = Json.MAPPER.writeValueAsBytes(content);
      byte[] bytes = ByteBuffer.allocate(4 + json.length).putInt(checksum(json)).put(json).array();
      return new Cursor(VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers is always written", e);
    }
  }

  /**
   * The position that {@code cursor} names.
   *
   * @throws IllegalArgumentException if it is damaged, or of another request
   */
  static Position position(Cursor cursor, String request) {
    String text = cursor.value().strip();
    Arguments.check(text.startsWith(VERSION), "not a cursor, or one of a later version: %s", text);
    Content content = content(text);
    Arguments.check(
        request.equals(content.request),
        "a cursor goes on with the query it came from: this one with %s, not with %s",
        content.request,
        request);
    return new Position(content.token, content.offset);
  }

  private static Content content(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      int checksum = buffer.getInt();
      byte[] json = new byte[buffer.remaining()];
      buffer.get(json);
      if (checksum == checksum(json)) return READER.readValue(json);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("the cursor is damaged: " + text, e);
    }
    throw new IllegalArgumentException("the cursor is damaged, its checksum is wrong: " + text);
  }

  private static int checksum(byte[] json) {
    CRC32C checksum = new CRC32C();
    checksum.update(json, 0, json.length);
    return (int) checksum.getValue();
  }
}
