package io.partnercenter.emulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The figures of a line of a modern invoice, tied together as the service ties them. A seat costs
 * its price, converted and cut to cents, times the quantity; metered use costs its quantity at the
 * price, cut to cents, then converted and cut again.
 */
record OneTimeMoney(boolean metered, long price, long quantity, long subtotal, long tax) {
  private static final int[] TAX_PERCENT = {0, 0, 7, 19, 20};

  static OneTimeMoney draw(Dice dice, Currency currency) {
    return dice.oneIn(5) ? metered(dice, currency) : seats(dice, currency);
  }

  private static OneTimeMoney seats(Dice dice, Currency currency) {
    long tenThousandths = dice.between(1_0000, 80_0000);
    long seats = dice.between(1, 60) * (dice.oneIn(8) ? -1 : 1); // Credits are negative.
    long subtotal = currency.convert(tenThousandths) / 100 * seats;
    return new OneTimeMoney(false, tenThousandths, seats, subtotal, tax(dice, subtotal));
  }

  private static OneTimeMoney metered(Dice dice, Currency currency) {
    long cents = dice.between(1, 90_000);
    long millionths = dice.between(1, 999_999_999_999_999L);
    long subtotal = currency.convert(cents);
    return new OneTimeMoney(true, cents, millionths, subtotal, tax(dice, subtotal));
  }

  private static long tax(Dice dice, long subtotal) {
    long hundredfold = subtotal * TAX_PERCENT[dice.below(TAX_PERCENT.length)];
    return (hundredfold + (hundredfold < 0 ? -50 : 50)) / 100;
  }

  long total() {
    return subtotal + tax;
  }

  BigDecimal billableQuantity() {
    return metered ? BigDecimal.valueOf(quantity, 6) : BigDecimal.valueOf(quantity);
  }

  /** Up to 22 decimals, rounded up so that quantity times price cut to cents is the amount. */
  BigDecimal effectiveUnitPrice() {
    if (!metered) return BigDecimal.valueOf(price, 4);
    return BigDecimal.valueOf(price, 2).divide(billableQuantity(), 22, RoundingMode.UP);
  }
}
