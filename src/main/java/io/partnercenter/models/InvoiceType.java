package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the two commerce systems an invoice comes from. Values are equal whatever their
 * spelling: upper or lower case, with or without {@code _}, {@code -} or blanks.
 *
 * @param value the spelling of answers, such as {@code OneTime}; of an unknown type, the text that
 *     was sent
 */
public record InvoiceType(@JsonValue String value) {
  /** Legacy commerce; such invoices have numbers that begin with D. */
  public static final InvoiceType RECURRING = new InvoiceType("Recurring");

  /** New commerce, recurring charges included, despite its name; numbers begin with G. */
  public static final InvoiceType ONE_TIME = new InvoiceType("OneTime");

  // Below the constants, which it holds.
  private static final Map<String, InvoiceType> KNOWN =
      Spelling.index(InvoiceType::value, RECURRING, ONE_TIME);

  /** The constant of that name in any spelling, else a value that keeps {@code text} as it is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING) // Explicit: Jackson 2.18 changed the guess.
  public static InvoiceType of(String text) {
    InvoiceType known = Spelling.find(KNOWN, text);
    return known != null ? known : new InvoiceType(text);
  }

  /** Whether this is one of the constants. */
  public boolean isKnown() {
    return Spelling.find(KNOWN, value) != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof InvoiceType that && Spelling.same(value, that.value));
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
