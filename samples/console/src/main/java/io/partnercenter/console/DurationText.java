package io.partnercenter.console;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them, {@code 90s}, {@code 30m}, {@code 2h}, or as ISO 8601 does. */
final class DurationText implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    String iso = text.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
    } catch (java.time.format.DateTimeParseException e) {
      throw new TypeConversionException("is a duration such as 90s, 30m or 2h, not " + text);
    }
  }
}
