package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import java.math.BigDecimal;

/** The JSON and the amounts of the lines of one kind. */
interface LineFormat {
  /** Writes the line at {@code index} as one JSON object. */
  void write(JsonWriter json, LineCollection lines, long index);

  /**
   * Returns the amount of one line in this format's smallest unit. It is drawn first, so that a
   * million lines are added up without their JSON.
   *
   * @param random the generator of the line, not used before
   */
  long unscaledAmount(LineCollection lines, SeededRandom random);

  /** Returns a sum of unscaled amounts as an amount in the lines' currency. */
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
