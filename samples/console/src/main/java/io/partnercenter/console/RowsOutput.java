package io.partnercenter.console;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The output of a walk. A file of it is there after {@link #complete} only. */
final class RowsOutput implements AutoCloseable {
  private final Output output;
  private final @Nullable OutputFile file;

  private RowsOutput(Output output, @Nullable OutputFile file) {
    this.output = output;
    this.file = file;
  }

  /** Complains of a file that cannot be made before anything is asked for. */
  static RowsOutput open(RowsTarget target, PartnerConsole console) throws IOException {
    Path path = target.file();
    if (path == null) return new RowsOutput(console.output(), null);
    if (console.format() == Format.TABLE) {
      throw new IllegalArgumentException(
          "--to is for rows, and a table shows some of them: add --format csv or json");
    }
    target.check();
    OutputFile file = OutputFile.at(target.place(path));
    return new RowsOutput(new Output(file.stream(), false), file);
  }

  Output output() {
    return output;
  }

  /** All rows are there. */
  void complete() throws IOException {
    output.flush();
    if (file != null) file.complete();
  }

  @Override
  public void close() throws IOException {
    if (file != null) file.close();
  }
}
