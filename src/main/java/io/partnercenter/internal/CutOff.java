package io.partnercenter.internal;

import java.io.EOFException;

/**
 * Tells JSON that was cut off from JSON that is wrong. The parser itself cannot: it calls half a
 * number and half a literal wrong, and at times the mere end. Only asked after it has failed.
 */
final class CutOff {
  private CutOff() {}

  /** Says where in an answer it was cut off. */
  static final class Found extends EOFException {
    private static final long serialVersionUID = 1L;

    private final String place;

    /** With the row or the field that has no end, such as {@code row 3}. */
    Found(String place) {
      super("the JSON ends too soon, in " + place);
      this.place = place;
    }

    String place() {
      return place;
    }
  }

  /**
   * Whether something in {@code body} begins that never ends, for want of bytes: one that ends as
   * an object does has its end, and what is wrong is in its middle. Of one cut off right behind an
   * object, the parser itself says so.
   */
  static boolean isCutOffAnswer(byte[] body) {
    int last = body.length - 1;
    while (last >= 0 && body[last] <= ' ' && body[last] >= 0) last--;
    return last >= 0 && body[last] != '}' && isCutOff(body);
  }

  /** Whether something in {@code body} begins that never ends. */
  static boolean isCutOff(byte[] body) {
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < body.length; i++) {
      byte character = body[i];
      if (inText) {
        if (character == '\\') i++;
        if (character == '"') inText = false;
      } else if (character == '"') {
        inText = true;
      } else if (character == '{' || character == '[') {
        depth++;
      } else if (character == '}' || character == ']') {
        if (--depth <= 0) return false;
      }
    }
    return depth > 0;
  }
}
