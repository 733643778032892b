package io.partnercenter.models;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Totals} while rows are still coming. */
final class RunningTotals {
  private final TreeMap<String, CurrencyTotal> currencies = new TreeMap<>();
  private long withoutAmount;
  private long withoutCurrency;

  void add(@Nullable String currency, @Nullable BigDecimal amount) {
    if (amount == null) {
      withoutAmount++;
    } else if (currency == null || currency.isBlank()) {
      withoutCurrency++;
    } else {
      add(new CurrencyTotal(currency, amount, 1));
    }
  }

  private void add(CurrencyTotal total) {
    currencies.merge(total.currencyCode(), total, CurrencyTotal::plus);
  }

  RunningTotals plus(RunningTotals other) {
    other.currencies.values().forEach(this::add);
    withoutAmount += other.withoutAmount;
    withoutCurrency += other.withoutCurrency;
    return this;
  }

  Totals soFar() {
    return new Totals(List.copyOf(currencies.values()), withoutAmount, withoutCurrency);
  }
}
