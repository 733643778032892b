package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Text and ids. Ids come as numbers too and keep their digits. An object where text was expected
 * becomes its JSON: {@code tags} is text that holds JSON, and one day may be that JSON itself.
 */
final class WireText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  WireText() {
    super(String.class);
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.Textual;
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.hasToken(JsonToken.VALUE_STRING) || parser.currentToken().isScalarValue()) {
      return parser.getText(); // Of a number: its characters as they were sent.
    }
    return context.readTree(parser).toString();
  }
}
