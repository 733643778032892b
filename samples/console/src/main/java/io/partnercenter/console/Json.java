package io.partnercenter.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;

/** Writes the SDK's records so that they can be read again: all digits, dates as ISO 8601. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /** On one line. */
  static String text(Object value) throws JsonProcessingException {
    return escaped(MAPPER.writeValueAsString(value));
  }

  /** On many lines. */
  static String pretty(Object value) throws JsonProcessingException {
    return escaped(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
  }

  /**
   * Escapes what a terminal obeys beyond ASCII, where Jackson leaves it; nothing is lost by that.
   * Outside of its texts JSON is ASCII, so it does not matter where it stands.
   */
  private static String escaped(String json) {
    if (json.codePoints().noneMatch(Json::needsEscape)) return json;
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    json.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static boolean needsEscape(int point) {
    return point > '~' && TerminalText.isObeyed(point);
  }

  private static void append(StringBuilder json, int point) {
    if (!needsEscape(point)) {
      json.appendCodePoint(point);
      return;
    }
    for (char unit : Character.toChars(point)) {
      json.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
  }
}
