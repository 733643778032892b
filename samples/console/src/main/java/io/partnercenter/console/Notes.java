package io.partnercenter.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Standard error: notes, progress and errors, all of them by {@link TerminalText}. */
final class Notes {
  private final PrintStream err;

  Notes(PrintStream err) {
    this.err = err;
  }

  /** One line, whatever is in it. */
  void line(String text, Object... values) {
    err.println(
        TerminalText.line(values.length == 0 ? text : String.format(Locale.ROOT, text, values)));
  }

  /** Lines of text that this program or the SDK has laid out. */
  void lines(String text) {
    err.println(TerminalText.lines(text));
  }

  /** Where a failure comes from. Its message is one line, with which no frame can be forged. */
  void trace(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      line(at == failure ? at.toString() : "Caused by: " + at);
      for (StackTraceElement frame : at.getStackTrace()) line("    at " + frame);
    }
  }

  /** Of something that nobody knows the size of yet. */
  Bar bar(String task, String unit, long size) {
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName(TerminalText.line(task))
            .setUnit(unit, size)
            .setInitialMax(-1)
            .setStyle(ProgressBarStyle.ASCII)
            .continuousUpdate() // There are no steps while a service is waited for.
            .clearDisplayOnFinish()
            .setConsumer(new ConsoleProgressBarConsumer(err))
            .build());
  }

  /** For the library that reads the command line. */
  PrintWriter writer() {
    Writer writer =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) {
            err.print(TerminalText.lines(new String(text, offset, length)));
          }

          @Override
          public void flush() {
            err.flush();
          }

          @Override
          public void close() {}
        };
    return new PrintWriter(writer, true);
  }
}
