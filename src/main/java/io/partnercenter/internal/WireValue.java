package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of the service's own, such as providers: any scalar; empty text means absent. */
final class WireValue<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Function<String, T> of;

  WireValue(Class<T> type, Function<String, T> of) {
    super(type);
    this.of = of;
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable T deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.currentToken().isScalarValue()) {
      return (T) context.handleUnexpectedToken(handledType(), parser);
    }
    String text = parser.getText();
    return text.isBlank() ? null : of.apply(text);
  }
}
