package io.partnercenter.campaigns;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** What the JDK reads times and days as, under the rules of the contract. */
final class Moments {
  private static final int DAY = "2024-10-05".length();

  private Moments() {}

  /** Without an offset it is UTC, a bare day its midnight, and the year 1 none at all. */
  static @Nullable OffsetDateTime time(String said) {
    String text = said.strip();
    if (text.length() == DAY) return day(text) == null ? null : midnight(LocalDate.parse(text));
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    OffsetDateTime read =
        time instanceof LocalDateTime local
            ? local.atOffset(ZoneOffset.UTC)
            : (OffsetDateTime) time;
    return read.getYear() == 1 ? null : read;
  }

  /** The day of a time is that of its own offset. */
  static @Nullable LocalDate day(String said) {
    String text = said.strip();
    if (text.length() == DAY) {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() == 1 ? null : day;
    }
    OffsetDateTime time = time(text);
    return time == null ? null : time.toLocalDate();
  }

  private static OffsetDateTime midnight(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
