package io.partnercenter.console;

import io.partnercenter.models.CurrencyTotal;
import io.partnercenter.models.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lines of one currency come to, as it is shown.
 *
 * @param amount absent, as the currency is, for lines that cannot be added up
 */
record LineSum(long lines, @Nullable BigDecimal amount, @Nullable String currency) {
  /** One for the lines that could not be added up, if there are any, and one for each currency. */
  static List<LineSum> of(Totals totals) {
    List<LineSum> sums = new ArrayList<>();
    if (!totals.isComplete()) sums.add(new LineSum(notAdded(totals), null, null));
    for (CurrencyTotal total : totals.currencies()) {
      sums.add(new LineSum(total.rows(), total.amount(), total.currencyCode()));
    }
    return sums;
  }

  static long notAdded(Totals totals) {
    return totals.rowsWithoutAmount() + totals.rowsWithoutCurrency();
  }
}
