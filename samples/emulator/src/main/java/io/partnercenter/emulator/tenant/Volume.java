package io.partnercenter.emulator.tenant;

/**
 * The number of lines of a collection, and the number after which they repeat.
 *
 * <p>Lines that repeat are served from a few pages in memory.
 */
public record Volume(long rows, long distinctRows) {
  private static final long MAX_ROWS = 1_000_000;

  public Volume {
    if (rows < 0) throw new IllegalArgumentException("rows must not be negative: " + rows);
    // Every other line has earned credit, so an odd number would shift these lines.
    if (distinctRows < 2 || distinctRows % 2 != 0) {
      throw new IllegalArgumentException(
          "distinctRows must be a positive even number: " + distinctRows);
    }
  }

  static Volume ofCollection(long rows, long distinctRows) {
    if (rows > MAX_ROWS) {
      throw new IllegalArgumentException("rows must be 0 to " + MAX_ROWS + ": " + rows);
    }
    return new Volume(rows, distinctRows);
  }

  /** Returns the index of the first line with the same content. */
  long distinctIndex(long index) {
    return index % distinctRows;
  }
}
