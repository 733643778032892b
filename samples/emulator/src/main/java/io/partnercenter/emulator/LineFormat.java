package io.partnercenter.emulator;

import java.math.BigDecimal;

/** How the lines of one kind look, and what they are worth. */
interface LineFormat {
  /** Writes the line at {@code index} as one JSON object. */
  void write(JsonWriter json, LineItems lines, long index);

  /**
   * What one line is worth, in this format's smallest unit. It is the first thing drawn from a
   * line's dice, so that a million lines can be added up without being written.
   */
  long unscaledAmount(LineItems lines, SeededRandom random);

  /** A sum of such worths as an amount in the lines' currency. */
  BigDecimal amount(LineItems lines, long unscaledAmount);
}
