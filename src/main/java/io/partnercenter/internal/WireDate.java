package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Days. Exports write them as {@code 2024-10-05} or as a time of that day, in any form of {@link
 * WireTime}; such a time's own date counts, whatever its offset. Empty text and the year 1 mean
 * that there is none.
 */
final class WireDate extends StdScalarDeserializer<LocalDate> {
  private static final long serialVersionUID = 1L;

  private static final int LENGTH = "2024-10-05".length();

  WireDate() {
    super(LocalDate.class);
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.DateTime;
  }

  @Override
  public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    try {
      LocalDate day =
          bareDate(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      if (day != null) return day.getYear() == 1 ? null : day;
      OffsetDateTime time = WireTime.time(parser);
      return time == null ? null : time.toLocalDate();
    } catch (DateTimeException e) {
      return (LocalDate)
          context.handleWeirdStringValue(LocalDate.class, parser.getText(), "not an ISO date");
    }
  }

  /** By hand for the same reason as in {@link WireTime}; null for any other shape. */
  private static @Nullable LocalDate bareDate(char[] text, int start, int length) {
    if (length != LENGTH || text[start + 4] != '-' || text[start + 7] != '-') return null;
    int year = WireTime.number(text, start, 4);
    int month = WireTime.number(text, start + 5, 2);
    int day = WireTime.number(text, start + 8, 2);
    return (year | month | day) < 0 ? null : LocalDate.of(year, month, day);
  }
}
