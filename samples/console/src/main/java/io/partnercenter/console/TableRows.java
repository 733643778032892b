package io.partnercenter.console;

import com.github.freva.asciitable.ColumnData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table of the first rows. The others are counted, so that it can be said how many there are. */
final class TableRows<T> implements Rows<T> {
  private final Output output;
  private final List<ColumnData<T>> columns;
  private final long most;
  private final List<T> shown = new ArrayList<>();
  private long count;

  TableRows(Output output, List<ColumnData<T>> columns, long most) {
    this.output = output;
    this.columns = columns;
    this.most = most;
  }

  @Override
  public void write(T row) {
    if (shown.size() < most) shown.add(row);
    count++;
  }

  /** Nothing can be said before all rows are there: the widest decides. */
  @Override
  public void flush() {}

  @Override
  public void finish() throws IOException {
    output.table(shown, columns);
    if (count > shown.size()) {
      output.line(
          "... and %,d more; --limit shows more of them, --format csv all", count - shown.size());
    }
  }
}
