package io.partnercenter.emulator.tenant;

/**
 * How many lines a collection has, and after how many it begins to repeat itself.
 *
 * <p>Repetition lets a walk over a million lines be served from a few pages in memory.
 */
public record Volume(long rows, long distinctRows) {
  private static final long MAX_ROWS = 1_000_000;

  public Volume {
    if (rows < 0) throw new IllegalArgumentException("rows must not be " + rows);
    // An odd number would shift the lines with earned credit, which are every other one.
    if (distinctRows < 2 || distinctRows % 2 != 0) {
      throw new IllegalArgumentException("distinctRows must be even, not " + distinctRows);
    }
  }

  static Volume ofCollection(long rows, long distinctRows) {
    if (rows > MAX_ROWS) {
      throw new IllegalArgumentException("rows must be 0 to " + MAX_ROWS + ", not " + rows);
    }
    return new Volume(rows, distinctRows);
  }

  long distinctIndex(long index) {
    return index % distinctRows;
  }
}
