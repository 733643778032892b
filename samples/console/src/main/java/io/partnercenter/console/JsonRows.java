package io.partnercenter.console;

import java.io.IOException;
import java.io.Writer;

/** An array, each of its elements on a line of its own. */
final class JsonRows<T> implements Rows<T> {
  private final Writer out;
  private boolean empty = true;

  JsonRows(Writer out) {
    this.out = out;
  }

  @Override
  public void write(T row) throws IOException {
    out.write(empty ? "[\n" : ",\n");
    out.write(Json.text(row));
    empty = false;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void finish() throws IOException {
    out.write(empty ? "[]\n" : "\n]\n");
    out.flush();
  }
}
