package io.partnercenter.console;

import java.io.IOException;

/**
 * Takes rows, one after the other, and writes them in some format. A walk that fails never gets to
 * {@link #finish}, so that half a JSON array does not look like a whole one.
 */
interface Rows<T> {
  void write(T row) throws IOException;

  /** The page is complete: whoever reads the output may have it now. */
  void flush() throws IOException;

  /** There are no more rows. */
  void finish() throws IOException;

  /** For walks that only count. */
  static <T> Rows<T> nowhere() {
    return new Rows<>() {
      @Override
      public void write(T row) {}

      @Override
      public void flush() {}

      @Override
      public void finish() {}
    };
  }
}
