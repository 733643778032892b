package io.partnercenter.internal;

import org.jspecify.annotations.Nullable;

/**
 * A text after some escapes are resolved, in which each character knows where it came from. Secrets
 * hide behind escapes: of JSON, of URLs, of HTML, and of one inside the other.
 */
final class DecodedText {
  private static final int LONGEST_ENTITY = 8;

  private final String text;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;

  private DecodedText(String text, int @Nullable [] starts, int @Nullable [] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The text as it is. */
  static DecodedText of(String text) {
    return new DecodedText(text, null, null);
  }

  String text() {
    return text;
  }

  /** Where the character at {@code index} begins in the original. */
  int start(int index) {
    return starts == null ? index : starts[index];
  }

  /** Where the character at {@code index} ends in the original. */
  int end(int index) {
    return ends == null ? index + 1 : ends[index];
  }

  /** Returns this with one more level of escapes resolved; null if there is none. */
  @Nullable DecodedText decoded() {
    int first = 0;
    while (first < text.length() && !mayBeEscape(text.charAt(first))) first++;
    if (first == text.length()) return null;
    Builder builder = new Builder(text.length());
    boolean changed = false;
    for (int i = 0; i < text.length(); ) {
      int length = mayBeEscape(text.charAt(i)) ? escapeLength(i) : 1;
      builder.add(length == 1 ? text.charAt(i) : decoded(i, length), i, i + length);
      changed |= length > 1;
      i += length;
    }
    return changed ? builder.build() : null;
  }

  /** Returns this without white space, which mail and old HTTP put into long values. */
  DecodedText unfolded() {
    Builder builder = new Builder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) builder.add(text.charAt(i), i, i + 1);
    }
    return builder.build();
  }

  private static boolean mayBeEscape(char c) {
    return c == '\\' || c == '%' || c == '&';
  }

  /** How long the escape at {@code i} is; 1 if there is none. */
  private int escapeLength(int i) {
    return switch (text.charAt(i)) {
      case '%' -> isAscii(hex(i + 1, 2)) ? 3 : 1;
      case '\\' -> backslashLength(i);
      default -> entityLength(i);
    };
  }

  private int backslashLength(int i) {
    if (i + 1 == text.length()) return 1;
    return switch (text.charAt(i + 1)) {
      case 'u' -> hex(i + 2, 4) >= 0 ? 6 : 1;
      case 'x' -> isAscii(hex(i + 2, 2)) ? 4 : 1;
      case 'n', 'r', 't', 'b', 'f', '"', '\'', '\\', '/' -> 2;
      default -> 1;
    };
  }

  private int entityLength(int i) {
    int last = Math.min(i + LONGEST_ENTITY, text.length() - 1); // Not to the end for each of many.
    for (int end = i + 1; end <= last; end++) {
      if (text.charAt(end) == ';') return entity(i, end) == 0 ? 1 : end - i + 1;
    }
    return 1;
  }

  private char decoded(int i, int length) {
    return switch (text.charAt(i)) {
      case '%' -> (char) hex(i + 1, 2);
      case '&' -> entity(i, i + length - 1);
      default ->
          switch (text.charAt(i + 1)) {
            case 'u' -> (char) hex(i + 2, 4);
            case 'x' -> (char) hex(i + 2, 2);
            case 'n', 'r', 't', 'b', 'f' -> ' ';
            default -> text.charAt(i + 1);
          };
    };
  }

  /** The character that the entity from {@code &} to {@code ;} stands for; 0 if it is none. */
  private char entity(int start, int end) {
    String name = text.substring(start + 1, end);
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> name.startsWith("#") ? numbered(name) : 0;
    };
  }

  private static char numbered(String name) {
    boolean hex = name.startsWith("x", 1) || name.startsWith("X", 1);
    int number = 0;
    for (int i = hex ? 2 : 1; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
      if (digit < 0) return 0;
      number = number * (hex ? 16 : 10) + digit;
    }
    return number < 128 ? (char) number : 0;
  }

  /** The number in the {@code digits} from {@code start} on; -1 if they are not hexadecimal. */
  private int hex(int start, int digits) {
    if (start + digits > text.length()) return -1;
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) return -1;
      number = 16 * number + digit;
    }
    return number;
  }

  private static boolean isAscii(int number) {
    return number >= 0 && number < 128;
  }

  /** Collects characters and where they came from. */
  private final class Builder {
    private final StringBuilder characters;
    private final int[] from;
    private final int[] to;

    Builder(int most) {
      characters = new StringBuilder(most);
      from = new int[most];
      to = new int[most];
    }

    void add(char c, int start, int end) {
      from[characters.length()] = start(start);
      to[characters.length()] = end(end - 1);
      characters.append(c);
    }

    DecodedText build() {
      return new DecodedText(characters.toString(), from, to);
    }
  }
}
