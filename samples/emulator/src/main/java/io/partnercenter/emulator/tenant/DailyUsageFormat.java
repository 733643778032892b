package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.support.Timestamps;
import java.math.BigDecimal;

/** The lines of legacy daily usage: quantities without prices. */
final class DailyUsageFormat implements LineFormat {
  @Override
  public long unscaledAmount(LineCollection lines, SeededRandom random) {
    return 0;
  }

  @Override
  public BigDecimal amount(LineCollection lines, long unscaledAmount) {
    return BigDecimal.ZERO;
  }

  @Override
  public void write(JsonWriter json, LineCollection lines, long index) {
    SeededRandom random = lines.random(index);

    json.begin().text("customerBillableAccount", "1280018095");
    LegacyUsageFields.write(json, lines, random, lines.key(index), index);
    json.number("consumedQuantity", LegacyUsageFields.quantity(random))
        .text("usageDate", Timestamps.withoutZone(lines.monthStart().plusDays(random.below(28))));
    if (index % 4 == 1) {
      json.text("meteredService", "Compute")
          .text("meteredServiceType", "")
          .text("meteredRegion", "West Europe")
          .text("project", "vm(" + random.below(100) + ")")
          .text("serviceInfo", "{\"ImageType\":\"\"}");
    }
    LegacyUsageFields.discriminators(json, LineKind.DAILY_USAGE);
    json.end();
  }
}
