package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether lines say what is charged or what was used. Values are equal whatever their spelling:
 * upper or lower case, with or without {@code _}, {@code -} or blanks.
 *
 * @param value the spelling of answers, such as {@code billing_line_items}; of an unknown type, the
 *     text that was sent
 */
public record InvoiceLineItemType(@JsonValue String value) {
  /** No type was stated. */
  public static final InvoiceLineItemType NONE = new InvoiceLineItemType("none");

  /** Charges: what the invoice adds up. */
  public static final InvoiceLineItemType BILLING_LINE_ITEMS =
      new InvoiceLineItemType("billing_line_items");

  /** Daily usage: what lies behind the charges for consumption. */
  public static final InvoiceLineItemType USAGE_LINE_ITEMS =
      new InvoiceLineItemType("usage_line_items");

  // Below the constants, which it holds.
  private static final Map<String, InvoiceLineItemType> KNOWN =
      Spelling.index(InvoiceLineItemType::value, NONE, BILLING_LINE_ITEMS, USAGE_LINE_ITEMS);

  /** The constant of that name in any spelling, else a value that keeps {@code text} as it is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING) // Explicit: Jackson 2.18 changed the guess.
  public static InvoiceLineItemType of(String text) {
    InvoiceLineItemType known = Spelling.find(KNOWN, text);
    return known != null ? known : new InvoiceLineItemType(text);
  }

  /**
   * The spelling that queries want: lower case and without underscores, such as {@code
   * billinglineitems}.
   */
  public String queryValue() {
    return Spelling.normal(value);
  }

  /** Whether this is one of the constants. */
  public boolean isKnown() {
    return Spelling.find(KNOWN, value) != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof InvoiceLineItemType that && Spelling.same(value, that.value));
  }

  @Override
  public int hashCode() {
    return Spelling.normal(value).hashCode();
  }

  /** The {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
