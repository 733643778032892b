package io.partnercenter.console;

/**
 * The one place through which text gets before a person: it is shown, and never obeyed. Customer
 * names, error messages and file names come from outside, and may hold sequences that move the
 * cursor, begin a line of their own, or turn an amount around.
 *
 * <p>Replaced are control characters ({@code Cc}, which C1 is part of), format characters ({@code
 * Cf}, which those of direction and of no width are part of), and the separators of lines and
 * paragraphs ({@code Zl}, {@code Zp}): by a blank where they separate, else by {@code U+FFFD}, so
 * that it can be seen that something was there.
 */
final class TerminalText {
  private static final char REPLACEMENT = '\ufffd';

  private TerminalText() {}

  /** The text on one line. */
  static String line(String text) {
    if (text.codePoints().noneMatch(TerminalText::isObeyed)) return text;
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(point -> shown.appendCodePoint(shown(point)));
    return shown.toString();
  }

  /** Each of the lines; for text whose line feeds are this program's own. */
  static String lines(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (String line : text.split("\n", -1)) shown.append(line(line)).append('\n');
    shown.setLength(shown.length() - 1);
    return shown.toString();
  }

  /** Whether a terminal does something with it other than to show it. */
  static boolean isObeyed(int point) {
    if (point >= ' ' && point < 0x7f) return false;
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static int shown(int point) {
    if (!isObeyed(point)) return point;
    return point == 0x85 || Character.isWhitespace(point) ? ' ' : REPLACEMENT;
  }
}
