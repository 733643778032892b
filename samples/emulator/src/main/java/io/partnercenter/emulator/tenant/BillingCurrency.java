package io.partnercenter.emulator.tenant;

import java.math.BigDecimal;

/** A currency of invoices. Prices are in US dollars, so each currency has an exchange rate. */
public enum BillingCurrency {
  USD("$", 1_000_000_000L),
  EUR("€", 846_202_666L),
  GBP("£", 731_928_461L),
  /** The service repeats the code where a currency has no symbol. */
  CHF("CHF", 803_310_045L);

  static final String PRICING = "USD";

  private static final long WHOLE = 1_000_000_000L;

  private final String symbol;
  private final long rateInBillionths;

  BillingCurrency(String symbol, long rateInBillionths) {
    this.symbol = symbol;
    this.rateInBillionths = rateInBillionths;
  }

  public String symbol() {
    return symbol;
  }

  boolean isPricing() {
    return rateInBillionths == WHOLE;
  }

  BigDecimal rate() {
    return isPricing() ? BigDecimal.ONE : BigDecimal.valueOf(rateInBillionths, 9);
  }

  /** Converts an amount from the pricing currency, rounded towards zero as the service does. */
  long convert(long amount) {
    return amount * rateInBillionths / WHOLE;
  }
}
