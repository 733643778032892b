package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts, prices, rates and quantities, digit by digit from the text of the answer. The service
 * writes them as numbers or as text, at times both within one list; empty text means absent.
 */
final class WireAmount extends StdScalarDeserializer<BigDecimal> {
  private static final long serialVersionUID = 1L;

  /**
   * Far beyond any money, and far below the exponents that make adding two of them take all the
   * memory there is: 1E+999999999 is ten characters on the wire.
   */
  private static final int MOST_DIGITS = 500;

  WireAmount() {
    super(BigDecimal.class);
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.Float;
  }

  @Override
  public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return switch (parser.currentTokenId()) {
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT ->
          sensible(parser.getDecimalValue(), parser.getText(), context);
      case JsonTokenId.ID_STRING -> fromText(parser.getText().strip(), context);
      default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    };
  }

  private static @Nullable BigDecimal fromText(String text, DeserializationContext context)
      throws IOException {
    if (text.isEmpty()) return null;
    if (text.length() > MOST_DIGITS) return weird(text.substring(0, 40) + "…", context);
    try {
      return sensible(new BigDecimal(text), text, context);
    } catch (NumberFormatException e) {
      return weird(text, context);
    }
  }

  private static @Nullable BigDecimal sensible(
      BigDecimal amount, String text, DeserializationContext context) throws IOException {
    boolean fits = amount.precision() <= MOST_DIGITS && Math.abs(amount.scale()) <= MOST_DIGITS;
    return fits ? amount : weird(text, context);
  }

  private static @Nullable BigDecimal weird(String text, DeserializationContext context)
      throws IOException {
    return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not an amount");
  }
}
