package io.partnercenter.emulator;

import java.math.BigDecimal;

/** Lines of legacy daily usage. They say how much was used and nothing of money. */
final class DailyUsageLines implements LineFormat {
  @Override
  public long worth(LineItems lines, Dice dice) {
    return 0;
  }

  @Override
  public BigDecimal amount(LineItems lines, long worth) {
    return BigDecimal.ZERO;
  }

  @Override
  public void write(JsonOut json, LineItems lines, long index) {
    Dice dice = lines.dice(index);

    json.begin().text("customerBillableAccount", "1280018095");
    LegacyUsage.write(json, lines, dice, lines.key(index), index);
    json.number("consumedQuantity", LegacyUsage.quantity(dice))
        .text("usageDate", WireTime.bare(lines.monthStart().plusDays(dice.below(28))));
    if (index % 4 == 1) {
      json.text("meteredService", "Compute")
          .text("meteredServiceType", "")
          .text("meteredRegion", "West Europe")
          .text("project", "vm(" + dice.below(100) + ")")
          .text("serviceInfo", "{\"ImageType\":\"\"}");
    }
    LegacyUsage.discriminators(json, LineKind.DAILY_USAGE);
    json.end();
  }
}
