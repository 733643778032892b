package io.partnercenter.models;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * What rows of one currency come to.
 *
 * @param currencyCode ISO 4217, in upper case however it was written
 * @param amount their exact sum
 * @param rows how many there are
 */
public record CurrencyTotal(String currencyCode, BigDecimal amount, long rows) {
  /**
   * Brings the code to upper case.
   *
   * @throws IllegalArgumentException if there is no code
   */
  public CurrencyTotal {
    currencyCode = currencyCode.strip().toUpperCase(Locale.ROOT);
    if (currencyCode.isEmpty()) throw new IllegalArgumentException("an amount has a currency");
    Objects.requireNonNull(amount, "amount");
  }

  /**
   * Both together.
   *
   * @throws IllegalArgumentException if they are in different currencies
   */
  public CurrencyTotal plus(CurrencyTotal other) {
    if (!currencyCode.equals(other.currencyCode)) {
      throw new IllegalArgumentException(
          currencyCode + " and " + other.currencyCode + " cannot be added up");
    }
    return new CurrencyTotal(currencyCode, amount.add(other.amount), rows + other.rows);
  }
}
