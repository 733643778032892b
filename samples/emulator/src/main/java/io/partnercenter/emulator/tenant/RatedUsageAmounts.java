package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.support.SeededRandom;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The amounts of one meter on one day: an amount in millionths of the pricing currency, and a
 * quantity of up to fifteen digits.
 */
record RatedUsageAmounts(long millionths, BigDecimal quantity) {
  private static final int[] QUANTITY_DECIMALS = {0, 6, 12, 15};

  static long drawMillionths(SeededRandom random) {
    return random.between(1, 2_000_000_000L) * (random.oneIn(20) ? -1 : 1);
  }

  static RatedUsageAmounts draw(SeededRandom random) {
    long millionths = drawMillionths(random);
    int decimals = QUANTITY_DECIMALS[random.below(QUANTITY_DECIMALS.length)];
    return new RatedUsageAmounts(
        millionths, BigDecimal.valueOf(random.between(1, 999_999_999_999_999L), decimals));
  }

  BigDecimal pricingTotal() {
    return BigDecimal.valueOf(millionths, 6);
  }

  BigDecimal billingTotal(BillingCurrency currency) {
    return pricingTotal().multiply(currency.rate());
  }

  /**
   * Returns the price with 22 decimals, as the service does. Fewer decimals would lose money in a
   * month.
   */
  BigDecimal effectiveUnitPrice() {
    return pricingTotal().divide(quantity, 22, RoundingMode.UP);
  }
}
