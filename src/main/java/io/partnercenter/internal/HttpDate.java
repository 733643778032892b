package io.partnercenter.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in headers, in the three forms of RFC 9110, section 5.6.7: {@code Sun, 01 Mar 2026 12:01:00
 * GMT}, {@code Sunday, 01-Mar-26 12:01:00 GMT} and {@code Sun Mar 1 12:01:00 2026}. The weekday is
 * not needed and often wrong, so it is ignored.
 */
final class HttpDate {
  private static final String WEEKDAY = "(?:[a-z]{3,9},? +)?";
  private static final String TIME = "(?<hour>\\d{1,2}):(?<minute>\\d{2}):(?<second>\\d{2})";

  /** IMF-fixdate and RFC 850, with the zones that servers write in place of GMT. */
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(?<day>\\d{1,2})[ -](?<month>[a-z]{3})[ -](?<year>\\d{4}|\\d{2}) +"
              + TIME
              + " +(?<zone>gmt|utc?|z|[+-]\\d{4})",
          Pattern.CASE_INSENSITIVE);

  /** The form of C's {@code asctime}, which is always GMT. */
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          WEEKDAY + "(?<month>[a-z]{3}) +(?<day>\\d{1,2}) +" + TIME + " +(?<year>\\d{4})",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private HttpDate() {}

  /**
   * Returns the time that {@code text} names; null if it is not a date.
   *
   * @param now decides on the century of a year of two digits
   */
  static @Nullable Instant parse(String text, Instant now) {
    Matcher dayFirst = DAY_FIRST.matcher(text);
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    try {
      if (dayFirst.matches()) return time(dayFirst, zone(dayFirst.group("zone")), now);
      if (monthFirst.matches()) return time(monthFirst, ZoneOffset.UTC, now);
    } catch (DateTimeException e) {
      return null; // The 30th of February, or a month that does not exist.
    }
    return null;
  }

  private static Instant time(Matcher date, ZoneOffset zone, Instant now) {
    String year = date.group("year");
    int second = number(date, "second");
    if (second > 60) throw new DateTimeException("a minute has at most 61 seconds");
    LocalDateTime minute =
        LocalDateTime.of(
            year.length() == 2 ? Integer.parseInt("20" + year) : Integer.parseInt(year),
            1 + MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT)),
            number(date, "day"),
            number(date, "hour"),
            number(date, "minute"));
    LocalDateTime time = minute.plusSeconds(second); // 60 is a leap second.
    return (year.length() == 2 ? inCentury(time, now) : time).toInstant(zone);
  }

  /** RFC 9110: more than 50 years ahead means the latest year in the past with those digits. */
  private static LocalDateTime inCentury(LocalDateTime time, Instant now) {
    LocalDateTime latest = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusYears(50);
    while (time.isAfter(latest)) time = time.minusYears(100);
    while (!time.plusYears(100).isAfter(latest)) time = time.plusYears(100);
    return time;
  }

  private static ZoneOffset zone(String zone) {
    boolean offset = zone.startsWith("+") || zone.startsWith("-");
    return offset ? ZoneOffset.of(zone) : ZoneOffset.UTC;
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group));
  }
}
