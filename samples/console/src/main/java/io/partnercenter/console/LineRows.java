package io.partnercenter.console;

import java.io.IOException;
import java.io.Writer;

/** An object a line, as loaders of millions of rows want it. */
final class LineRows<T> implements Rows<T> {
  private final Writer out;

  LineRows(Writer out) {
    this.out = out;
  }

  @Override
  public void write(T row) throws IOException {
    out.write(Json.text(row));
    out.write('\n');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
