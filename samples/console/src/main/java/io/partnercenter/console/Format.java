package io.partnercenter.console;

import java.util.Locale;

/** How data is written. */
enum Format {
  /** For people: aligned, amounts with thousands set apart, less important fields left out. */
  TABLE,
  /** For spreadsheets and loaders: every field of a row, in the service's order. */
  CSV,
  /** For programs: the SDK's records, one to a line, with the service's names. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
