package io.partnercenter.console;

import io.partnercenter.PartnerListener;
import io.partnercenter.models.ExportStatus;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an export goes: a bar for who watches a terminal, now and then a line for who reads a log,
 * nothing beside rows that run over the screen themselves.
 */
final class ExportProgress implements PartnerListener, AutoCloseable {
  private static final long ROWS_BETWEEN_NOTES = 50_000;
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

  private final Notes notes;
  private final boolean hasBar;
  private final boolean hasLog;
  private @Nullable Bar bar;
  private long nextNote = ROWS_BETWEEN_NOTES;
  private @Nullable ExportStatus status;
  private Duration nextWait = Duration.ZERO;

  private ExportProgress(Notes notes, boolean hasBar, boolean hasLog) {
    this.notes = notes;
    this.hasBar = hasBar;
    this.hasLog = hasLog;
  }

  /**
   * @param onScreen whether the rows go to standard output
   */
  static ExportProgress of(Shell shell, boolean onScreen) {
    boolean terminal = shell.terminal();
    return new ExportProgress(shell.notes(), terminal && !onScreen, !terminal);
  }

  /** It has been waited for so long already. */
  void waiting(ExportStatus now, Duration waited) {
    String words = String.format(Locale.ROOT, "waiting for %d s: %s", waited.toSeconds(), now);
    show(0, words);
    if (!hasLog || (now.equals(status) && waited.compareTo(nextWait) < 0)) return;
    notes.line("export: " + words);
    status = now;
    nextWait = waited.plus(BETWEEN_NOTES);
  }

  @Override
  public void onExport(ExportEvent event) {
    String words =
        String.format(
            Locale.ROOT,
            "%,d MB, %,d of %,d files",
            event.bytes() >> 20,
            event.filesRead(),
            event.files());
    rows(event.rows(), words);
  }

  /** Of a folder nobody tells but who reads it. */
  void rows(long rows, String words) {
    show(rows, words);
    if (hasLog && rows >= nextNote) {
      notes.line("export: %,d rows so far, %s", rows, words);
      nextNote = rows + ROWS_BETWEEN_NOTES;
    }
  }

  /** It appears with the first news, and again after a {@link #hide}. */
  private void show(long rows, String words) {
    if (!hasBar) return;
    if (bar == null) bar = notes.bar("export", " rows", 1);
    bar.at(rows, words);
  }

  /** Makes room for a line of text. */
  void hide() {
    if (bar != null) bar.close();
    bar = null;
  }

  @Override
  public void close() {
    hide();
  }
}
