package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A place between two pages of a collection, to go on from later, also in another process. Store
 * {@link #value()} and hand {@code new Cursor(value)} to the same query of the same collection.
 *
 * @param value opaque text of visible ASCII, mostly below 500 characters; holds no secret and names
 *     no tenant
 */
public record Cursor(@JsonValue String value) {
  /** Takes the text of an earlier cursor; whether it fits a query is checked where it is used. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Cursor {
    Objects.requireNonNull(value, "value");
  }

  /** The {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
