package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kind of document an invoice is. The documentation speaks of credit notes; no answer does.
 * Values are equal whatever their spelling: upper or lower case, with or without {@code _}, {@code
 * -} or blanks.
 *
 * @param value the spelling of answers, such as {@code void_note}; of an unknown type, the text
 *     that was sent
 */
public record DocumentType(@JsonValue String value) {
  /** No type was stated. */
  public static final DocumentType NONE = new DocumentType("none");

  /** An invoice. */
  public static final DocumentType INVOICE = new DocumentType("invoice");

  /** A document that voids an invoice. */
  public static final DocumentType VOID_NOTE = new DocumentType("void_note");

  /** A document that corrects an invoice. */
  public static final DocumentType ADJUSTMENT_NOTE = new DocumentType("adjustment_note");

  /** A reconciliation document: listed in the reference, not seen in an answer. */
  public static final DocumentType RECONCILIATION = new DocumentType("reconciliation");

  // Below the constants, which it holds.
  private static final Map<String, DocumentType> KNOWN =
      Spelling.index(
          DocumentType::value, NONE, INVOICE, VOID_NOTE, ADJUSTMENT_NOTE, RECONCILIATION);

  /** Some clients have met numbers here: the positions in the service's own enumeration. */
  private static final Map<String, DocumentType> NUMBERED =
      Map.of("0", NONE, "1", INVOICE, "2", VOID_NOTE, "3", ADJUSTMENT_NOTE);

  /**
   * The constant of that name in any spelling, or of that number; else a value that keeps {@code
   * text} as it is.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING) // Explicit: Jackson 2.18 changed the guess.
  public static DocumentType of(String text) {
    DocumentType known = Spelling.find(KNOWN, text);
    return known != null ? known : NUMBERED.getOrDefault(text, new DocumentType(text));
  }

  /** Whether this is one of the constants. */
  public boolean isKnown() {
    return Spelling.find(KNOWN, value) != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DocumentType that && Spelling.same(value, that.value));
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
