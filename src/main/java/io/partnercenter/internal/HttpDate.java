package io.partnercenter.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates in headers: {@code Sat, 21 Nov 2026 09:43:55 GMT}. */
final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private HttpDate() {}

  /** The time that {@code text} names; null if it is something else. */
  static @Nullable Instant parse(String text) {
    try {
      return Instant.from(FORMAT.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
