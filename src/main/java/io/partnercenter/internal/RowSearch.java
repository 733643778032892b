package io.partnercenter.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a row of a page ends that is broken as JSON. A parser cannot go on behind such a row,
 * so a new one has to begin there. Brackets and quotation marks tell the end of most. Where they
 * are what is broken, the end is where the rest of the page makes sense again.
 */
final class RowSearch {
  /**
   * What is read again of a small page. Few tries are in vain, as rows hold few lists and objects.
   */
  private static final int MOST_READ_AGAIN = 16 << 10;

  /** What a try costs besides, in bytes that are read. */
  private static final int COST = 200;

  private final byte[] page;
  private long budget;

  /**
   * The end of a row, and where to go on.
   *
   * @param textEnd the place behind the row's last byte
   * @param next the place where a new parser begins
   * @param behindRow whether a comma or the end of the list is there, and not a row
   * @param isOne whether it is certain to be one row, and not none or two
   */
  record End(int textEnd, int next, boolean behindRow, boolean isOne) {}

  RowSearch(byte[] page) {
    this.page = page;
    this.budget = 4L * page.length + MOST_READ_AGAIN;
  }

  /**
   * The end of the broken row that begins at {@code start}; null if nothing tells it.
   *
   * @param whole where a row of the same page begins that is not broken; negative if there is none
   */
  @Nullable End of(int start, int whole) throws IOException {
    int separator = separator(start);
    if (separator >= 0) {
      End end = new End(trimmed(start, separator), separator, true, separator > start);
      if (isBeforeRow(separator) || rest(end).makesSense()) return end;
    }
    return endByWhatFollows(start, whole);
  }

  /**
   * Where the comma or the bracket behind the row is, as far as its own brackets tell; negative if
   * they do not.
   */
  private int separator(int start) {
    int depth = 0;
    boolean inText = false;
    for (int at = start; at < page.length; at++) {
      byte character = page[at];
      if (inText) {
        if (character == '\\') at++;
        if (character == '"') inText = false;
      } else if (character == '"') {
        inText = true;
      } else if (character == '{' || character == '[') {
        depth++;
      } else if (character == '}' || character == ']') {
        if (depth-- == 0) return character == ']' ? at : -1;
        if (depth == 0) return separatorAt(nonBlank(at + 1));
      } else if (character == ',' && depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private int separatorAt(int at) {
    return byteAt(at) == ',' || byteAt(at) == ']' ? at : -1;
  }

  /** Whether an object with a name in it follows the comma: as a rule that is the next row. */
  private boolean isBeforeRow(int comma) {
    int next = nonBlank(comma + 1);
    return page[comma] == ',' && byteAt(next) == '{' && byteAt(nonBlank(next + 1)) == '"';
  }

  /**
   * The first place where another row begins as this one does, or as those around it do, and the
   * list goes on to its end and the page to its own; or where the list ends, and the page does. A
   * place at which something else begins may be in the middle of this row, or be the next one: one
   * such is taken for a part of it, and with two nothing is told.
   */
  private @Nullable End endByWhatFollows(int start, int whole) throws IOException {
    int doubtful = 0;
    for (int at = start; at < page.length && budget > 0; at++) {
      if (page[at] == ']') {
        End end = new End(trimmed(start, at), at, true, false);
        if (rest(end).isWhole) return doubtful < 2 ? end : null;
      } else if (page[at] == '{' && at > start && byteAt(nonBlank(at + 1)) == '"') {
        int behind = trimmed(start, at);
        boolean comma = behind > start && page[behind - 1] == ',';
        if (!comma && page[start] != '{') continue; // The row itself, behind what is too much.
        End end =
            comma
                ? new End(trimmed(start, behind - 1), behind - 1, true, false)
                : new End(behind, at, false, false);
        PageRest rest = rest(end);
        boolean isAlike = isAlike(at, start) || isAlike(at, whole) || isAlike(at, rest.second);
        if (isAlike && (rest.isWhole || (comma && rest.makesSense()))) {
          return doubtful < 2 ? end : null;
        }
        if (comma && rest.isWhole) doubtful++;
      }
    }
    return null;
  }

  private PageRest rest(End end) throws IOException {
    PageRest rest = PageRest.of(page, end.next, end.behindRow);
    budget -= rest.read + COST;
    return rest;
  }

  /** Whether the objects that begin at these places have the same name first. */
  private boolean isAlike(int start, int other) {
    if (other < 0 || page[other] != '{') return false;
    int at = nonBlank(start + 1);
    int otherAt = nonBlank(other + 1);
    if (byteAt(at) != '"' || byteAt(otherAt) != '"') return false;
    do {
      at++;
      otherAt++;
      if (byteAt(at) != byteAt(otherAt) || byteAt(at) < 0 || byteAt(at) == '\\') return false;
    } while (byteAt(at) != '"');
    return true;
  }

  /** The place behind the one value at {@code start}, which is not broken. */
  int endOfValue(int start) {
    int depth = 0;
    boolean inText = false;
    for (int at = start; at < page.length; at++) {
      byte character = page[at];
      if (inText && character == '\\') at++;
      if (character == '"') inText = !inText;
      if (inText) continue;
      if (character == '{' || character == '[') depth++;
      if (character == '}' || character == ']') depth--;
      boolean isOpen = depth > 0 || isOfWord(character);
      if (!isOpen) return isOfWord(page[start]) ? at : at + 1;
    }
    return page.length;
  }

  /** Of a number, or of {@code true}, {@code false} and {@code null}. */
  private static boolean isOfWord(byte character) {
    return (character >= '0' && character <= '9')
        || (character >= 'a' && character <= 'z')
        || character == 'E'
        || character == '+'
        || character == '-'
        || character == '.';
  }

  /** The first place from {@code at} on that is not blank. */
  int nonBlank(int at) {
    int next = at;
    while (next < page.length && isBlank(page[next])) next++;
    return next;
  }

  /** {@code end} without the blanks before it, back to {@code start}. */
  private int trimmed(int start, int end) {
    int trimmed = end;
    while (trimmed > start && isBlank(page[trimmed - 1])) trimmed--;
    return trimmed;
  }

  int byteAt(int at) {
    return at < page.length ? page[at] : -1;
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
  }
}
