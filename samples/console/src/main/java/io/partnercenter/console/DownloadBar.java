package io.partnercenter.console;

import io.partnercenter.invoices.DownloadProgress;
import org.jspecify.annotations.Nullable;

/** How far a download has come, for who watches a terminal. */
final class DownloadBar implements DownloadProgress, AutoCloseable {
  private final @Nullable Bar bar;

  private DownloadBar(@Nullable Bar bar) {
    this.bar = bar;
  }

  static DownloadBar of(String task, Shell shell) {
    return new DownloadBar(shell.terminal() ? shell.notes().bar(task, " KB", 1 << 10) : null);
  }

  @Override
  public void received(long bytes, @Nullable Long total) {
    if (bar == null) return;
    if (total != null) bar.max(total);
    bar.at(bytes, "");
  }

  @Override
  public void close() {
    if (bar != null) bar.close();
  }
}
