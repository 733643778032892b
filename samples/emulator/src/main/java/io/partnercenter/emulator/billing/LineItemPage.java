package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.tenant.LineCollection;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection of lines.
 *
 * @param lines null if there is no such collection
 * @param step 1 for all lines, 2 for the lines with earned credit, which are every other line
 * @param position the number of lines before the page
 * @param number the number of pages before the page, which selects the variations of its JSON
 */
record LineItemPage(
    @Nullable LineCollection lines, int step, long position, int count, long number) {
  static LineItemPage of(@Nullable LineCollection lines, LineItemsQuery query, long position) {
    int step = query.onlyEarnedCredit() ? 2 : 1;
    long left = Math.max(0, rows(lines, step) - position);
    return new LineItemPage(
        lines, step, position, (int) Math.min(left, query.size()), position / query.size());
  }

  /** Returns a copy without lines. */
  LineItemPage withoutItems() {
    return new LineItemPage(lines, step, position, 0, number);
  }

  boolean hasNext() {
    return end() < rows(lines, step);
  }

  /** Returns the number of lines before the next page. */
  long end() {
    return position + count;
  }

  byte[] items(RenderedLineCache lineCache) {
    if (lines == null || count == 0) return new byte[0];
    return lineCache.get(new RenderedLineCache.LineRange(lines, position * step, count, step));
  }

  /**
   * Returns the {@code totalCount}: mostly the number of items on the page, never of the
   * collection.
   */
  long totalCount() {
    return number % 4 == 3 ? count / 2 : count;
  }

  private static long rows(@Nullable LineCollection lines, int step) {
    if (lines == null) return 0;
    return step == 1 ? lines.rows() : lines.rowsWithPartnerEarnedCredit();
  }
}
