package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerListener;
import io.partnercenter.RequestOptions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a long walk has come, as its partner tells: a bar for who watches a terminal, now and
 * then a line for who reads a log, nothing beside rows that run over the screen themselves.
 */
final class Progress implements PartnerListener, AutoCloseable {
  private static final long LINES_BETWEEN_NOTES = 50_000;

  private final String task;
  private final @Nullable Bar bar;
  private final @Nullable Notes log;
  private long nextNote = LINES_BETWEEN_NOTES;

  private Progress(String task, @Nullable Bar bar, @Nullable Notes log) {
    this.task = task;
    this.bar = bar;
    this.log = log;
  }

  static Progress of(String task, Shell shell, Format format) {
    if (!shell.terminal()) return new Progress(task, null, shell.notes());
    return new Progress(
        task, format == Format.TABLE ? shell.notes().bar(task, " lines", 1) : null, null);
  }

  /** The same partner, whose walks are then followed. */
  IPartner heardBy(IPartner partner) {
    return partner.with(RequestOptions.defaults().listener(this));
  }

  @Override
  public void onPage(PageEvent page) {
    if (bar != null) bar.at(page.rows(), inWords(page));
    if (log != null && page.rows() >= nextNote) {
      log.line("%s: %,d lines so far, %s", task, page.rows(), inWords(page));
      nextNote = page.rows() + LINES_BETWEEN_NOTES;
    }
  }

  private static String inWords(PageEvent page) {
    String pages =
        String.format(Locale.ROOT, "%,d pages, %,d MB", page.pages(), page.bytes() >> 20);
    return page.retries() == 0 ? pages : pages + ", " + page.retries() + " retries";
  }

  @Override
  public void close() {
    if (bar != null) bar.close();
  }
}
