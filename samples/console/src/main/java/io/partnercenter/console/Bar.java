package io.partnercenter.console;

import me.tongfei.progressbar.ProgressBar;

/** A bar that moves on a terminal. Its own control characters are the only ones that get there. */
final class Bar implements AutoCloseable {
  private final ProgressBar bar;

  Bar(ProgressBar bar) {
    this.bar = bar;
  }

  void at(long count, String message) {
    bar.stepTo(count);
    bar.setExtraMessage(" " + TerminalText.line(message));
  }

  void max(long count) {
    bar.maxHint(count);
  }

  @Override
  public void close() {
    bar.close();
  }
}
