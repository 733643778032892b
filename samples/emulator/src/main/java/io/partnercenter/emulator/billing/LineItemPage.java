package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.tenant.LineCollection;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection of lines.
 *
 * @param lines null if there is no such collection
 * @param step 1 for all lines, 2 for those with earned credit, which are every other one
 * @param position how many lines come before it
 * @param number how many pages come before it; the envelope's oddities go by it
 */
record LineItemPage(
    @Nullable LineCollection lines, int step, long position, int count, long number) {
  static LineItemPage of(@Nullable LineCollection lines, LineItemsQuery query, long position) {
    int step = query.onlyEarnedCredit() ? 2 : 1;
    long left = Math.max(0, rows(lines, step) - position);
    return new LineItemPage(
        lines, step, position, (int) Math.min(left, query.size()), position / query.size());
  }

  /** The same place with nothing on it. */
  LineItemPage withoutItems() {
    return new LineItemPage(lines, step, position, 0, number);
  }

  boolean hasNext() {
    return end() < rows(lines, step);
  }

  /** How many lines come before the next page. */
  long end() {
    return position + count;
  }

  byte[] items(RenderedLineCache lineCache) {
    if (lines == null || count == 0) return new byte[0];
    return lineCache.get(new RenderedLineCache.LineRange(lines, position * step, count, step));
  }

  /** Mostly the number of items on this page; never that of the collection. */
  long totalCount() {
    return number % 4 == 3 ? count / 2 : count;
  }

  private static long rows(@Nullable LineCollection lines, int step) {
    if (lines == null) return 0;
    return step == 1 ? lines.rows() : lines.rowsWithPartnerEarnedCredit();
  }
}
