package io.partnercenter.console;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How old an export may be, so that its rows are still what the same arguments ask for. */
enum ExportAge {
  /** Of what an invoice has. */
  A_DAY,

  /** Of what has no invoice yet: {@code current} and {@code last} mean other months by and by. */
  A_DAY_OF_ONE_MONTH;

  private static final Duration MOST = Duration.ofDays(1);

  /**
   * What is wrong with an export that was started then; null if nothing is. Months are those of
   * UTC, as the service has them.
   */
  @Nullable String objection(Instant started, Instant now) {
    YearMonth month = month(started);
    if (this == A_DAY_OF_ONE_MONTH && !month.equals(month(now))) {
      return "was started in " + month + ", when --period meant another month";
    }
    return started.isBefore(now.minus(MOST)) ? "was started more than a day ago" : null;
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }
}
