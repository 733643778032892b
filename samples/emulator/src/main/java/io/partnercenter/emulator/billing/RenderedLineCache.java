package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.support.ByteCache;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.tenant.LineCollection;

/** A cache of the JSON of lines. Thread-safe. */
final class RenderedLineCache {
  /**
   * A range of lines.
   *
   * @param step 1 for all lines, 2 for every other line
   */
  record LineRange(LineCollection lines, long first, int count, int step) {
    /** Returns the first range with the same content. */
    private LineRange distinct() {
      return new LineRange(lines, first % lines.distinctRows(), count, step);
    }

    private byte[] render() {
      return JsonWriter.bytes(
          json -> {
            for (int i = 0; i < count; i++) {
              lines.write(json, first + (long) i * step);
            }
          });
    }
  }

  private final ByteCache<LineRange> pages;

  RenderedLineCache(long maxBytes) {
    this.pages = new ByteCache<>(maxBytes);
  }

  byte[] get(LineRange range) {
    return pages.get(range.distinct(), LineRange::render);
  }
}
