package io.partnercenter.console;

import io.partnercenter.exports.ExportFolder;
import io.partnercenter.models.CurrencyTotal;
import io.partnercenter.models.Totals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the rows of an export, and what they come to. */
final class ExportReport<T> {
  private final PartnerConsole console;
  private final ExportKind<T> kind;
  private final ExportArguments arguments;
  private final ExportProgress progress;
  private long rows;

  ExportReport(
      PartnerConsole console,
      ExportKind<T> kind,
      ExportArguments arguments,
      ExportProgress progress) {
    this.console = console;
    this.kind = kind;
    this.arguments = arguments;
    this.progress = progress;
  }

  /** Says which version of the data it is, and whether it is wanted. */
  boolean isUnchanged(@Nullable String eTag) {
    note("eTag: " + (eTag == null ? "none" : eTag));
    if (!arguments.isUnchanged(eTag)) return false;
    note("The data has not changed; nothing was read.");
    return true;
  }

  int ofFolder(Predicate<T> belongs) throws IOException {
    ExportFolder<T> folder =
        ExportFolder.open(Objects.requireNonNull(arguments.fromFolder()), kind.rowType());
    if (isUnchanged(folder.manifest().eTag())) return ExportFailure.UNCHANGED;
    write(folder.stream().peek(row -> check(belongs.test(row), folder)), this::count, () -> {});
    return 0;
  }

  /** Each row says what it belongs to, in one spelling or another. */
  private static void check(boolean belongs, ExportFolder<?> folder) {
    if (belongs) return;
    throw new IllegalArgumentException(
        "the rows in " + folder.path() + " are of another invoice or currency");
  }

  /** Of the files that were kept: written if a file is named, and added up in any case. */
  void kept(ExportFolder<T> folder, Runnable check) throws IOException {
    if (arguments.target().file() != null) {
      write(folder.stream(), this::count, check);
      return;
    }
    Totals totals = copy(folder.stream(), Rows.nowhere(), this::count);
    check.run();
    tell(totals);
  }

  private void count() {
    progress.rows(++rows, "from a folder");
  }

  /**
   * Writes rows where they are wanted.
   *
   * @param each told of each row
   * @param check throws if the rows, all there by now, are not to be kept
   */
  void write(Stream<T> stream, Runnable each, Runnable check) throws IOException {
    Path path = arguments.target().file();
    if (path == null) {
      Totals totals = copy(stream, rows(console.output()), each);
      check.run();
      tell(totals);
      return;
    }
    try (OutputFile file = OutputFile.at(arguments.target().place(path))) {
      Totals totals = copy(stream, rows(new Output(file.stream(), false)), each);
      check.run();
      file.complete();
      tell(totals);
    }
  }

  private Rows<T> rows(Output output) throws IOException {
    return console.format() == Format.JSON
        ? new LineRows<>(output.writer())
        : output.csv(kind.rowType(), ExportKind::wireName);
  }

  private Totals copy(Stream<T> stream, Rows<T> rows, Runnable each) throws IOException {
    try (stream) {
      Totals totals = stream.peek(row -> write(row, rows, each)).collect(kind.totals());
      rows.finish();
      return totals;
    } catch (Unwritten e) {
      throw e.reason;
    }
  }

  private void write(T row, Rows<T> rows, Runnable each) {
    try {
      rows.write(row);
    } catch (IOException e) {
      throw new Unwritten(e);
    }
    each.run();
  }

  private void tell(Totals totals) {
    note(String.format(Locale.ROOT, "%,d rows", totals.rows()));
    for (CurrencyTotal total : totals.currencies()) {
      note(
          String.format(
              Locale.ROOT,
              "%s %s in %,d rows",
              Columns.amount(total.amount()),
              total.currencyCode(),
              total.rows()));
    }
    if (!totals.isComplete()) {
      note(
          String.format(
              Locale.ROOT,
              "Not added up: %,d rows without an amount, %,d without a currency",
              totals.rowsWithoutAmount(),
              totals.rowsWithoutCurrency()));
    }
  }

  private void note(String text) {
    progress.hide();
    console.note(text);
  }

  /** Tells what our own output refuses from what the SDK cannot read. */
  private static final class Unwritten extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    private Unwritten(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
