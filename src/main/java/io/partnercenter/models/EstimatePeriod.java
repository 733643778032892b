package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which billing period an estimate is for. Values are equal whatever their spelling: upper or lower
 * case, with or without {@code _}, {@code -} or blanks.
 *
 * @param value the spelling of answers, such as {@code Current}; of an unknown period, the text
 *     that was sent
 */
public record EstimatePeriod(@JsonValue String value) {
  /** The period that is running. */
  public static final EstimatePeriod CURRENT = new EstimatePeriod("Current");

  /** The one before it, as long as its invoice is not out. */
  public static final EstimatePeriod PREVIOUS = new EstimatePeriod("Previous");

  // Below the constants, which it holds.
  private static final Map<String, EstimatePeriod> KNOWN =
      Spelling.index(EstimatePeriod::value, CURRENT, PREVIOUS);

  /** The constant of that name in any spelling, else a value that keeps {@code text} as it is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING) // Explicit: Jackson 2.18 changed the guess.
  public static EstimatePeriod of(String text) {
    EstimatePeriod known = Spelling.find(KNOWN, text);
    return known != null ? known : new EstimatePeriod(text);
  }

  /** Whether this is one of the constants. */
  public boolean isKnown() {
    return Spelling.find(KNOWN, value) != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof EstimatePeriod that && Spelling.same(value, that.value));
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
