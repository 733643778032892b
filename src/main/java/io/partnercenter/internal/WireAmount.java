package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

  private static final int MOST_DIGITS_IN_A_LONG = 18;

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
    BigDecimal common = common(parser);
    if (common != null) return common;
    return switch (parser.currentTokenId()) {
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> fromNumber(parser, context);
      case JsonTokenId.ID_STRING -> fromText(parser.getText().strip(), context);
      default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    };
  }

  /** The usual amount, shared if amounts are. */
  private static @Nullable BigDecimal common(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (!token.isNumeric() && token != JsonToken.VALUE_STRING) return null;
    BigDecimal amount =
        commonShape(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    if (amount == null || !(parser instanceof SharingParser sharing)) return amount;
    return sharing.values().amount(amount);
  }

  /**
   * {@code -12.3400}: up to 18 digits, with a point between two of them or without one. By hand,
   * for nearly all amounts are of that shape; any other is left to the general way.
   */
  private static @Nullable BigDecimal commonShape(char[] text, int start, int length) {
    int end = start + length;
    int first = length > 0 && text[start] == '-' ? start + 1 : start;
    if (end - first > MOST_DIGITS_IN_A_LONG || first == end) return null;
    long unscaled = 0;
    int point = end - 1;
    for (int i = first; i < end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        unscaled = unscaled * 10 + digit;
      } else if (text[i] == '.' && point == end - 1 && i > first && i < end - 1) {
        point = i;
      } else {
        return null;
      }
    }
    return BigDecimal.valueOf(first > start ? -unscaled : unscaled, end - 1 - point);
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
