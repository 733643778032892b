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
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> fromNumber(parser, context);
      case JsonTokenId.ID_STRING -> fromText(parser.getText().strip(), context);
      default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    };
  }

  private static @Nullable BigDecimal fromNumber(JsonParser parser, DeserializationContext context)
      throws IOException {
    BigDecimal amount = parser.getDecimalValue();
    return isSensible(amount) ? amount : weird(parser.getText(), context);
  }

  private static @Nullable BigDecimal fromText(String text, DeserializationContext context)
      throws IOException {
    if (text.isEmpty()) return null;
    if (text.length() > MOST_DIGITS) return weird(text.substring(0, 40) + "…", context);
    try {
      BigDecimal amount = new BigDecimal(text);
      return isSensible(amount) ? amount : weird(text, context);
    } catch (NumberFormatException e) {
      return weird(text, context);
    }
  }

  /** How many digits there are is bounded by the length of the text; where the point is, is not. */
  private static boolean isSensible(BigDecimal amount) {
    return Math.abs(amount.scale()) <= MOST_DIGITS;
  }

  private static @Nullable BigDecimal weird(String text, DeserializationContext context)
      throws IOException {
    return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not an amount");
  }
}
