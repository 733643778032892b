package io.partnercenter.campaigns;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A point in time and one of the forms in which the service writes it; the time is put together
 * from the same figures as the text, and not from the text.
 *
 * @param time what it should be read as; null for the year 1, which stands for none
 */
record RandomMoment(String text, @Nullable OffsetDateTime time) {
  private static final int[] UNITS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  /**
   * With Z, with an offset or without a zone, with up to nine digits of a second; or a bare day.
   */
  static RandomMoment of(Random random) {
    int year = random.nextInt(50) == 0 ? 1 : 2 + random.nextInt(9_998);
    if (random.nextInt(3) > 0) year = 2000 + random.nextInt(100);
    LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    String date = padded(year, 4) + day.toString().substring(4);
    if (random.nextInt(8) == 0) return of(date, day.atStartOfDay(), ZoneOffset.UTC);

    int hour = random.nextInt(24);
    int minute = random.nextInt(60);
    int second = random.nextInt(60);
    int digits = random.nextInt(10);
    int fraction = random.nextInt(1_000_000_000) / UNITS[digits];
    StringBuilder text = new StringBuilder(date).append('T');
    text.append(padded(hour, 2)).append(':').append(padded(minute, 2));
    text.append(':').append(padded(second, 2));
    if (digits > 0) text.append('.').append(padded(fraction, digits));
    LocalDateTime time = day.atTime(hour, minute, second, fraction * UNITS[digits]);
    return switch (random.nextInt(3)) {
      case 0 -> of(text.toString(), time, ZoneOffset.UTC);
      case 1 -> of(text.append('Z').toString(), time, ZoneOffset.UTC);
      default -> withOffset(text, time, random);
    };
  }

  private static RandomMoment withOffset(StringBuilder text, LocalDateTime time, Random random) {
    int hours = random.nextInt(14);
    int minutes = 15 * random.nextInt(4);
    boolean west = random.nextBoolean();
    text.append(west ? '-' : '+').append(padded(hours, 2)).append(':').append(padded(minutes, 2));
    int sign = west ? -1 : 1;
    return of(text.toString(), time, ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
  }

  private static RandomMoment of(String text, LocalDateTime time, ZoneOffset offset) {
    return new RandomMoment(text, time.getYear() == 1 ? null : time.atOffset(offset));
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }
}
