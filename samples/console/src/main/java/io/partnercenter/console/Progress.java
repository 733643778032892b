package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerListener;
import io.partnercenter.RequestOptions;
import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How far a long walk has come, as its partner tells: a bar for who watches a terminal, now and
 * then a line for who reads a log, nothing beside rows that run over the screen themselves.
 */
final class Progress implements PartnerListener, AutoCloseable {
  private static final long LINES_BETWEEN_NOTES = 50_000;

  private final String task;
  private final @Nullable ProgressBar bar;
  private final @Nullable PrintStream log;
  private long nextNote = LINES_BETWEEN_NOTES;

  private Progress(String task, @Nullable ProgressBar bar, @Nullable PrintStream log) {
    this.task = task;
    this.bar = bar;
    this.log = log;
  }

  static Progress of(String task, Shell shell, Format format) {
    if (!shell.terminal()) return new Progress(task, null, shell.err());
    return new Progress(
        task, format == Format.TABLE ? bar(task, shell.err(), " lines", 1) : null, null);
  }

  /** Of something that nobody knows the size of yet. */
  static ProgressBar bar(String task, PrintStream err, String unit, long size) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setUnit(unit, size)
        .setInitialMax(-1)
        .setStyle(me.tongfei.progressbar.ProgressBarStyle.ASCII)
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(err))
        .build();
  }

  /** The same partner, whose walks are then followed. */
  IPartner heardBy(IPartner partner) {
    return partner.with(RequestOptions.defaults().listener(this));
  }

  @Override
  public void onPage(PageEvent page) {
    if (bar != null) {
      bar.stepTo(page.rows());
      bar.setExtraMessage(inWords(page));
    }
    if (log != null && page.rows() >= nextNote) {
      log.printf(Locale.ROOT, "%s: %,d lines so far,%s%n", task, page.rows(), inWords(page));
      nextNote = page.rows() + LINES_BETWEEN_NOTES;
    }
  }

  private static String inWords(PageEvent page) {
    String pages =
        String.format(Locale.ROOT, " %,d pages, %,d MB", page.pages(), page.bytes() >> 20);
    return page.retries() == 0 ? pages : pages + ", " + page.retries() + " retries";
  }

  @Override
  public void close() {
    if (bar != null) bar.close();
  }
}
