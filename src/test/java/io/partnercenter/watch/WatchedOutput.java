package io.partnercenter.watch;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Reads every line that is printed, and hands it on. */
final class WatchedOutput extends OutputStream {
  private final String name;
  private final PrintStream original;
  private final Findings findings;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  WatchedOutput(String name, PrintStream original, Findings findings) {
    this.name = name;
    this.original = original;
    this.findings = findings;
  }

  PrintStream stream() {
    return new PrintStream(this, true, Charset.defaultCharset());
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    original.write(bytes, offset, length);
    line.write(bytes, offset, length);
    if (length > 0 && bytes[offset + length - 1] == '\n') search();
  }

  @Override
  public void flush() {
    original.flush();
  }

  /** Looks at what has been printed since the last line. */
  synchronized void search() {
    findings.search(name, line.toString(Charset.defaultCharset()));
    line.reset();
  }
}
