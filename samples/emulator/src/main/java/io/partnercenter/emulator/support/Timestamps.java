package io.partnercenter.emulator.support;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The formats of times in UTC. The service uses several, often within one object. */
public final class Timestamps {
  /** The zero of .NET's clock, which means that there is no time. */
  public static final String YEAR_ONE = "0001-01-01T00:00:00";

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private Timestamps() {}

  /** Formats a time without a zone. */
  public static String withoutZone(LocalDateTime utc) {
    return SECONDS.format(utc);
  }

  /** Formats a time with {@code Z} and the given number of fraction digits, truncated. */
  public static String withZ(LocalDateTime utc, int fractionDigits) {
    if (fractionDigits == 0) return withoutZone(utc) + "Z";
    String nanos = Integer.toString(1_000_000_000 + utc.getNano());
    return withoutZone(utc) + "." + nanos.substring(1, 1 + fractionDigits) + "Z";
  }

  /** Formats the same instant with an offset of whole hours. */
  static String withOffset(LocalDateTime utc, int hours) {
    return withoutZone(utc.plusHours(hours))
        + String.format(Locale.ROOT, "%s%02d:00", hours < 0 ? "-" : "+", Math.abs(hours));
  }

  /** Formats a time in whole seconds, with another format for each value of {@code turn}. */
  public static String varied(LocalDateTime utc, long turn) {
    return switch ((int) (turn % 11)) {
      case 8 -> withoutZone(utc);
      case 9 -> withOffset(utc, -8);
      case 10 -> withOffset(utc, 0);
      default -> withZ(utc, (int) (turn % 11));
    };
  }
}
