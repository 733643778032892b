package io.partnercenter.exports;

import java.util.Objects;

/**
 * An export that has been asked for, as text: to be stored and {@linkplain ExportOperations#pickUp
 * picked up} again, by this process or another.
 *
 * @param value opaque text of visible ASCII; holds no secret and names no tenant
 */
public record ExportHandle(String value) {
  /** Takes the text of an earlier handle; whether it fits an export is checked where it is used. */
  public ExportHandle {
    Objects.requireNonNull(value, "value");
  }

  /** The {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
