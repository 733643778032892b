package io.partnercenter.internal;

/**
 * Tells JSON that was cut off from JSON that is wrong. The parser itself cannot: it calls half a
 * number and half a literal wrong, and at times the mere end. Only asked after it has failed.
 */
final class CutOff {
  private CutOff() {}

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
