package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Values as text that callers store: a version, a dot, and in Base64 a checksum and JSON.
 *
 * @param what what the text is called in messages
 */
record CheckedText<T>(String what, String version, ObjectReader reader) {
  CheckedText(String what, String version, Class<T> type) {
    this(what, version, Json.MAPPER.readerFor(type));
  }

  String write(T value) {
    try {
      byte[] json = Json.MAPPER.writeValueAsBytes(value);
      byte[] bytes = ByteBuffer.allocate(4 + json.length).putInt(checksum(json)).put(json).array();
      return version + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers is always written", e);
    }
  }

  /**
   * The value of {@code stored}.
   *
   * @throws IllegalArgumentException if it is damaged, or something else
   */
  T read(String stored) {
    String text = stored.strip();
    Arguments.check(text.startsWith(version), "not a %s, or one of a later version", what);
    try {
      ByteBuffer buffer =
          ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(version.length())));
      int checksum = buffer.getInt();
      byte[] json = new byte[buffer.remaining()];
      buffer.get(json);
      if (checksum == checksum(json)) return reader.readValue(json);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("the " + what + " is damaged", e);
    }
    throw new IllegalArgumentException("the " + what + " is damaged, its checksum is wrong");
  }

  private static int checksum(byte[] json) {
    CRC32C checksum = new CRC32C();
    checksum.update(json, 0, json.length);
    return (int) checksum.getValue();
  }
}
