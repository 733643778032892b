package io.partnercenter.emulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Lines of legacy usage over a month, with what it costs. */
final class UsageLines implements LineFormat {
  private static final int TAX_PERCENT = 19;

  @Override
  public long worth(LineItems lines, Dice dice) {
    long pretax = pretax(dice);
    return pretax + tax(pretax);
  }

  @Override
  public BigDecimal amount(LineItems lines, long worth) {
    return BigDecimal.valueOf(worth, 2);
  }

  @Override
  public void write(JsonOut json, LineItems lines, long index) {
    Dice dice = lines.dice(index);
    long pretax = pretax(dice);
    BigDecimal overage = LegacyUsage.quantity(dice);
    BigDecimal included = BigDecimal.valueOf(dice.below(5));

    json.begin().whole("detailLineItemId", Long.parseLong(lines.key(index)));
    json.text("sku", "ZZ-" + dice.below(9_999));
    LegacyUsage.write(json, lines, dice, dice.guid(), index);
    json.number("consumedQuantity", overage.add(included))
        .number("includedQuantity", included)
        .number("overageQuantity", overage);
    money(json, lines, pretax, overage);
    json.text("chargeType", "Assess usage fee for current cycle");
    LegacyUsage.discriminators(json, LineKind.USAGE_BASED);
    json.end();
  }

  private static void money(JsonOut json, LineItems lines, long pretax, BigDecimal overage) {
    BigDecimal pretaxCharges = BigDecimal.valueOf(pretax, 2);
    BigDecimal postTaxTotal = BigDecimal.valueOf(pretax + tax(pretax), 2);
    json.number("listPrice", rate(pretaxCharges, overage))
        .text("currency", lines.currencyCode())
        .number("pretaxCharges", pretaxCharges)
        .number("taxAmount", BigDecimal.valueOf(tax(pretax), 2))
        .number("postTaxTotal", postTaxTotal)
        .number("pretaxEffectiveRate", rate(pretaxCharges, overage))
        .number("postTaxEffectiveRate", rate(postTaxTotal, overage));
  }

  private static BigDecimal rate(BigDecimal amount, BigDecimal quantity) {
    return amount.divide(quantity, 8, RoundingMode.HALF_UP);
  }

  private static long pretax(Dice dice) {
    return dice.between(0, 250_000);
  }

  private static long tax(long pretax) {
    return (pretax * TAX_PERCENT + 50) / 100;
  }
}
