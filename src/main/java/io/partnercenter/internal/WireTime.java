package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Points in time. Without an offset they are UTC; a bare date is its midnight; empty text and the
 * year 1, .NET's zero, mean that there is no time.
 */
final class WireTime extends StdScalarDeserializer<OffsetDateTime> {
  private static final long serialVersionUID = 1L;

  private static final int SECONDS_END = "2018-02-08T22:40:37".length();
  private static final int MOST_FRACTION_DIGITS = 9;

  WireTime() {
    super(OffsetDateTime.class);
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.DateTime;
  }

  @Override
  public @Nullable OffsetDateTime deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
    }
    try {
      OffsetDateTime time = time(parser);
      if (time == null) return null;
      return parser instanceof SharingParser sharing ? sharing.values().time(time) : time;
    } catch (DateTimeException e) {
      String why = "not an ISO date and time";
      return (OffsetDateTime)
          context.handleWeirdStringValue(OffsetDateTime.class, parser.getText(), why);
    }
  }

  /**
   * The time that the parser's current text says, or null if it says that there is none.
   *
   * @throws DateTimeException if it is no time
   */
  static @Nullable OffsetDateTime time(JsonParser parser) throws IOException {
    OffsetDateTime time =
        commonShape(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    if (time == null) time = anyShape(parser.getText().strip());
    return time == null || time.getYear() == 1 ? null : time;
  }

  /**
   * {@code 2018-02-08T22:40:37.5897767Z}, with up to nine digits of a second or none, with Z or
   * with nothing: nearly every time there is. By hand, because the general parser costs more than
   * all else in a row. Anything else is left to {@link #anyShape}.
   */
  private static @Nullable OffsetDateTime commonShape(char[] text, int start, int length) {
    if (length < SECONDS_END) return null;
    if (text[start + 4] != '-' || text[start + 7] != '-' || text[start + 10] != 'T') return null;
    if (text[start + 13] != ':' || text[start + 16] != ':') return null;
    int year = number(text, start, 4);
    int month = number(text, start + 5, 2);
    int day = number(text, start + 8, 2);
    int hour = number(text, start + 11, 2);
    int minute = number(text, start + 14, 2);
    int second = number(text, start + 17, 2);
    if ((year | month | day | hour | minute | second) < 0) return null;

    int end = start + length;
    if (text[end - 1] == 'Z') end--;
    int nanos = fraction(text, start + SECONDS_END, end);
    if (nanos < 0) return null;
    return OffsetDateTime.of(year, month, day, hour, minute, second, nanos, ZoneOffset.UTC);
  }

  /** The nanoseconds of {@code .5897767}; 0 for no characters, negative for any other shape. */
  private static int fraction(char[] text, int start, int end) {
    if (start == end) return 0;
    int digits = end - start - 1;
    if (text[start] != '.' || digits < 1 || digits > MOST_FRACTION_DIGITS) return -1;
    int nanos = number(text, start + 1, digits);
    for (int i = digits; i < MOST_FRACTION_DIGITS && nanos > 0; i++) nanos *= 10;
    return nanos;
  }

  /** The value of that many decimal digits; negative if one of them is none. */
  static int number(char[] text, int start, int digits) {
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  private static @Nullable OffsetDateTime anyShape(String text) {
    if (text.isEmpty()) return null;
    if (text.length() == "2018-02-08".length()) {
      return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof LocalDateTime local
        ? local.atOffset(ZoneOffset.UTC)
        : (OffsetDateTime) time;
  }
}
