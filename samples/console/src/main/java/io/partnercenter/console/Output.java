package io.partnercenter.console;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The data that the program writes: UTF-8 with plain line feeds on every platform. Tables are for
 * people and go by {@link TerminalText}, wherever they go; CSV and JSON are for programs.
 */
final class Output {
  private final Writer out;
  private final boolean terminal;
  private boolean begun;

  /**
   * @param terminal whether somebody is watching, so that CSV, too, has to be harmless
   */
  Output(OutputStream out, boolean terminal) {
    this.terminal = terminal;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  Writer writer() {
    return out;
  }

  void line(String text, Object... values) throws IOException {
    begun = true;
    out.write(
        TerminalText.line(values.length == 0 ? text : String.format(Locale.ROOT, text, values)));
    out.write('\n');
  }

  void heading(String text) throws IOException {
    if (begun) line("");
    line(text);
    line("=".repeat(TerminalText.line(text).length()));
  }

  /** All of {@code rows}, or a word that there are none. */
  <T> void table(List<T> rows, List<ColumnData<T>> columns) throws IOException {
    if (rows.isEmpty()) {
      line("(none)");
      return;
    }
    String table =
        AsciiTable.builder()
            .lineSeparator("\n")
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .data(rows, columns)
            .asString();
    for (String line : table.split("\n")) line(line);
  }

  /** One value on many lines. */
  void json(Object value) throws IOException {
    out.write(Json.pretty(value));
    out.write('\n');
  }

  /**
   * Rows to come.
   *
   * @param most how many rows a table shows; the other formats show all
   */
  <T> Rows<T> rows(Format format, Class<? extends T> type, List<ColumnData<T>> columns, long most)
      throws IOException {
    return switch (format) {
      case TABLE -> new TableRows<>(this, columns, most);
      case CSV -> csv(type, name -> name);
      case JSON -> new JsonRows<>(out);
    };
  }

  /** Rows of CSV, with headings of other names than the fields have. */
  <T> Rows<T> csv(Class<? extends T> type, UnaryOperator<String> heading) throws IOException {
    return new CsvRows<>(out, type, heading, terminal ? TerminalText::line : text -> text);
  }

  /** Rows that are all there. */
  <T> void all(
      Format format, Class<? extends T> type, List<ColumnData<T>> columns, List<? extends T> all)
      throws IOException {
    Rows<T> rows = rows(format, type, columns, Long.MAX_VALUE);
    for (T row : all) rows.write(row);
    rows.finish();
  }

  void flush() throws IOException {
    out.flush();
  }
}
