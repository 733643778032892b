package io.partnercenter.campaigns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.models.UnreadableRow;
import java.util.List;

/** Pages without the rows that were set aside, which may have made them invalid JSON. */
final class CutPage {
  private CutPage() {}

  /** {@code page} with null in the place of each row of {@code aside}. */
  static byte[] without(List<UnreadableRow> aside, byte[] page) {
    String rest = new String(page, ISO_8859_1);
    int from = 0;
    for (UnreadableRow row : aside) {
      String utf8 = new String(row.json().getBytes(UTF_8), ISO_8859_1);
      int asUtf8 = start(utf8, rest, from);
      int asLatin1 = start(row.json(), rest, from);
      boolean isUtf8 = asUtf8 >= 0 && (asLatin1 < 0 || asUtf8 <= asLatin1);
      int start = isUtf8 ? asUtf8 : asLatin1;
      assertThat(start).as("row %s is in the page", row.row()).isGreaterThanOrEqualTo(0);
      String behind = rest.substring(start + (isUtf8 ? utf8 : row.json()).length());
      boolean isSeparated = behind.stripLeading().matches("(?s)[,\\]].*");
      rest = rest.substring(0, start) + (isSeparated ? "null" : "null,") + behind;
      from = start + 4;
    }
    return rest.getBytes(ISO_8859_1);
  }

  /** Where {@code row} stands in {@code page} as a row does; negative if nowhere. */
  private static int start(String row, String page, int from) {
    int start = page.indexOf(row, from);
    while (start >= 0) {
      String before = page.substring(0, start).stripTrailing();
      if (before.endsWith("[") || before.endsWith(",")) return start;
      start = page.indexOf(row, start + 1);
    }
    return start;
  }
}
