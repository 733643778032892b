package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The lines of legacy usage in a month, with prices. */
final class UsageBasedFormat implements LineFormat {
  private static final int TAX_PERCENT = 19;

  @Override
  public long unscaledAmount(LineCollection lines, SeededRandom random) {
    long pretax = pretax(random);
    return pretax + tax(pretax);
  }

  @Override
  public BigDecimal amount(LineCollection lines, long unscaledAmount) {
    return BigDecimal.valueOf(unscaledAmount, 2);
  }

  @Override
  public void write(JsonWriter json, LineCollection lines, long index) {
    SeededRandom random = lines.random(index);
    long pretax = pretax(random);
    BigDecimal overage = LegacyUsageFields.quantity(random);
    BigDecimal included = BigDecimal.valueOf(random.below(5));

    json.begin().integer("detailLineItemId", Long.parseLong(lines.key(index)));
    json.text("sku", "ZZ-" + random.below(9_999));
    LegacyUsageFields.write(json, lines, random, random.guid(), index);
    json.number("consumedQuantity", overage.add(included))
        .number("includedQuantity", included)
        .number("overageQuantity", overage);
    amounts(json, lines, pretax, overage);
    json.text("chargeType", "Assess usage fee for current cycle");
    LegacyUsageFields.discriminators(json, LineKind.USAGE_BASED);
    json.end();
  }

  private static void amounts(
      JsonWriter json, LineCollection lines, long pretax, BigDecimal overage) {
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

  private static long pretax(SeededRandom random) {
    return random.between(0, 250_000);
  }

  private static long tax(long pretax) {
    return (pretax * TAX_PERCENT + 50) / 100;
  }
}
