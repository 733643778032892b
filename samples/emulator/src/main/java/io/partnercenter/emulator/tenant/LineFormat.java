package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import java.math.BigDecimal;

/** How the lines of one kind look, and what they are worth. */
interface LineFormat {
  /** Writes the line at {@code index} as one JSON object. */
  void write(JsonWriter json, LineCollection lines, long index);

  /**
   * What one line is worth, in this format's smallest unit. It is the first thing drawn from a
   * line's dice, so that a million lines can be added up without being written.
   */
  long unscaledAmount(LineCollection lines, SeededRandom random);

  /** A sum of such worths as an amount in the lines' currency. */
  BigDecimal amount(LineCollection lines, long unscaledAmount);

  /** Returns the format of the lines of one kind. */
  static LineFormat of(LineKind kind) {
    return switch (kind) {
      case LICENSE_BASED -> new LicenseBasedFormat();
      case USAGE_BASED -> new UsageBasedFormat();
      case DAILY_USAGE -> new DailyUsageFormat();
      case ONE_TIME -> new OneTimeFormat();
      case DAILY_RATED_USAGE -> new DailyRatedUsageFormat();
    };
  }
}
