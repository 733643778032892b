package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an estimate is made of. Values are equal whatever their spelling: upper or lower case, with
 * or without {@code _}, {@code -} or blanks.
 *
 * @param value the spelling of answers, such as {@code daily_rated_usage}; of an unknown type, the
 *     text that was sent
 */
public record EstimateType(@JsonValue String value) {
  /** Azure and marketplace consumption, day by day. */
  public static final EstimateType DAILY_RATED_USAGE = new EstimateType("daily_rated_usage");

  /** Everything else: licences, reservations, savings plans, software. */
  public static final EstimateType NON_CONSUMPTION = new EstimateType("non_consumption");

  // Below the constants, which it holds.
  private static final Map<String, EstimateType> KNOWN =
      Spelling.index(EstimateType::value, DAILY_RATED_USAGE, NON_CONSUMPTION);

  /** The constant of that name in any spelling, else a value that keeps {@code text} as it is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING) // Explicit: Jackson 2.18 changed the guess.
  public static EstimateType of(String text) {
    EstimateType known = Spelling.find(KNOWN, text);
    return known != null ? known : new EstimateType(text);
  }

  /** Whether this is one of the constants. */
  public boolean isKnown() {
    return Spelling.find(KNOWN, value) != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof EstimateType that && Spelling.same(value, that.value));
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
