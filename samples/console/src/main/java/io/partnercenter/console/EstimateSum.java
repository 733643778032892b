package io.partnercenter.console;

import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.EstimatePeriod;
import io.partnercenter.models.EstimateType;
import io.partnercenter.models.Totals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the lines of an estimate come to in one currency. */
record EstimateSum(
    @Nullable EstimateType type,
    @Nullable EstimatePeriod period,
    long lines,
    @Nullable BigDecimal amount,
    @Nullable String currency) {

  /** One for each currency, and at least one. */
  static List<EstimateSum> of(EstimateLink link, Totals totals) {
    List<LineSum> sums = LineSum.of(totals);
    if (sums.isEmpty()) return List.of(of(link, new LineSum(0, null, null)));
    return sums.stream().map(sum -> of(link, sum)).toList();
  }

  private static EstimateSum of(EstimateLink link, LineSum sum) {
    return new EstimateSum(link.type(), link.period(), sum.lines(), sum.amount(), sum.currency());
  }
}
