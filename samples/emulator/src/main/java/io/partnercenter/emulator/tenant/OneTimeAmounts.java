package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.support.SeededRandom;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The amounts of a line of a modern invoice, computed as the service computes them. A seat costs
 * its price, converted and truncated to cents, times the quantity. Metered usage costs its quantity
 * times the price, truncated to cents, then converted and truncated again.
 */
record OneTimeAmounts(boolean metered, long price, long quantity, long subtotal, long tax) {
  private static final int[] TAX_PERCENT = {0, 0, 7, 19, 20};

  static OneTimeAmounts draw(SeededRandom random, BillingCurrency currency) {
    return random.oneIn(5) ? metered(random, currency) : seats(random, currency);
  }

  private static OneTimeAmounts seats(SeededRandom random, BillingCurrency currency) {
    long tenThousandths = random.between(1_0000, 80_0000);
    long seats = random.between(1, 60) * (random.oneIn(8) ? -1 : 1); // Credits are negative.
    long subtotal = currency.convert(tenThousandths) / 100 * seats;
    return new OneTimeAmounts(false, tenThousandths, seats, subtotal, tax(random, subtotal));
  }

  private static OneTimeAmounts metered(SeededRandom random, BillingCurrency currency) {
    long cents = random.between(1, 90_000);
    long millionths = random.between(1, 999_999_999_999_999L);
    long subtotal = currency.convert(cents);
    return new OneTimeAmounts(true, cents, millionths, subtotal, tax(random, subtotal));
  }

  private static long tax(SeededRandom random, long subtotal) {
    long hundredfold = subtotal * TAX_PERCENT[random.below(TAX_PERCENT.length)];
    return (hundredfold + (hundredfold < 0 ? -50 : 50)) / 100;
  }

  long total() {
    return subtotal + tax;
  }

  BigDecimal billableQuantity() {
    return metered ? BigDecimal.valueOf(quantity, 6) : BigDecimal.valueOf(quantity);
  }

  /**
   * Returns a price of up to 22 decimals, rounded up, so that quantity times price truncated to
   * cents is the amount.
   */
  BigDecimal effectiveUnitPrice() {
    if (!metered) return BigDecimal.valueOf(price, 4);
    return BigDecimal.valueOf(price, 2).divide(billableQuantity(), 22, RoundingMode.UP);
  }
}
