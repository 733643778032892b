package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of text, such as {@code productQualifiers}: an array, the text of an array, or a single
 * piece of plain text. Empty text is an empty list.
 */
final class WireTexts extends StdDeserializer<List<String>> {
  private static final long serialVersionUID = 1L;

  WireTexts() {
    super(List.class);
  }

  @Override
  public List<String> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.isExpectedStartArrayToken()) return array(parser);
    if (parser.isExpectedStartObjectToken()) return List.of(context.readTree(parser).toString());
    String text = parser.getText().strip();
    if (text.isEmpty()) return List.of();
    return text.startsWith("[") ? arrayText(text) : List.of(text);
  }

  private static List<String> array(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.hasToken(JsonToken.VALUE_NULL)) texts.add(parser.readValueAs(String.class));
    }
    return texts;
  }

  /** Text that only begins like an array is plain text after all. */
  private static List<String> arrayText(String text) {
    try {
      return Json.MAPPER
          .readerForListOf(String.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readValue(text);
    } catch (JsonProcessingException e) {
      return List.of(text);
    }
  }
}
