package io.partnercenter.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a row that is set aside. */
final class RowText {
  private RowText() {}

  /**
   * The bytes from {@code start} to {@code end}. Those that are not UTF-8 are read as ISO-8859-1,
   * which has a character for each of them: as UTF-8, they would be lost.
   */
  static String of(byte[] bytes, int start, int end) {
    int length = end - start;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length)) + "";
    } catch (CharacterCodingException e) {
      return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }
  }
}
