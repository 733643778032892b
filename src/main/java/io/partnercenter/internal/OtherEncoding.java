package io.partnercenter.internal;

import org.jspecify.annotations.Nullable;

/**
 * An encoding other than UTF-8, told by the first bytes of a JSON text (RFC 4627, section 3).
 *
 * <p>Jackson looks at the same bytes and reads UTF-16 and UTF-32 with a parser that counts
 * characters and knows no byte offsets. Lines and rows are found by byte offsets, so such text must
 * not reach a parser.
 */
enum OtherEncoding {
  /** With the low byte first. */
  UTF_16_LE("UTF-16 little-endian"),
  /** With the high byte first. */
  UTF_16_BE("UTF-16 big-endian"),
  /** With the low byte first. */
  UTF_32_LE("UTF-32 little-endian"),
  /** With the high byte first. */
  UTF_32_BE("UTF-32 big-endian"),
  /** UTF-8 with damaged bytes, for example. */
  UNKNOWN("an unknown encoding");

  private static final int LOOKED_AT = 4;

  private final String title;

  OtherEncoding(String title) {
    this.title = title;
  }

  /**
   * Returns the encoding of the JSON text from {@code start} to {@code end}; null if it is UTF-8,
   * in which neither a zero nor 0xFE or 0xFF can be among the first bytes.
   */
  static @Nullable OtherEncoding of(byte[] bytes, int start, int end) {
    int length = Math.min(LOOKED_AT, end - start);
    int first = 0;
    boolean isUtf8 = true;
    for (int i = 0; i < LOOKED_AT; i++) {
      int next = i < length ? bytes[start + i] & 0xff : 1; // What is not there is no zero.
      first = first << 8 | next;
      if (next == 0 || next >= 0xfe) isUtf8 = false;
    }
    if (isUtf8) return null;
    OtherEncoding marked = byMark(first);
    return marked != null ? marked : byZeros(first);
  }

  private static @Nullable OtherEncoding byMark(int first) {
    if (first == 0x0000_feff) return UTF_32_BE;
    if (first == 0xfffe_0000) return UTF_32_LE;
    return switch (first >>> 16) {
      case 0xfeff -> UTF_16_BE;
      case 0xfffe -> UTF_16_LE;
      default -> null;
    };
  }

  /** JSON begins with two characters of ASCII, so the zeros show where the others are. */
  private static OtherEncoding byZeros(int first) {
    int zeros = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
      zeros = zeros << 1 | ((first >>> shift & 0xff) == 0 ? 1 : 0);
    }
    return switch (zeros) {
      case 0b1110 -> UTF_32_BE;
      case 0b0111 -> UTF_32_LE;
      case 0b1010 -> UTF_16_BE;
      case 0b0101 -> UTF_16_LE;
      default -> UNKNOWN;
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
