package io.partnercenter.emulator;

import io.partnercenter.emulator.Catalog.Meter;
import io.partnercenter.emulator.Partner.Customer;
import java.math.BigDecimal;

/** The fields that both kinds of legacy usage lines begin with. */
final class LegacyUsage {
  private LegacyUsage() {}

  static void write(JsonOut json, LineItems lines, Dice dice, String orderId, long index) {
    Customer customer = dice.pick(lines.partner().customers());
    json.text("partnerId", lines.partner().id())
        .text("partnerName", lines.partner().name())
        .text("partnerBillableAccountId", "1280018095")
        .text("customerId", customer.id())
        .text("customerCompanyName", customer.name())
        .text("domainName", customer.domain())
        .whole("mpnId", lines.partner().mpnId())
        .whole("tier2MpnId", index % 3 == 0 ? 5_000_001 : -1)
        .text("invoiceNumber", lines.invoiceId())
        .text("subscriptionId", dice.guid())
        .text("subscriptionName", "Cloud subscription")
        .text("subscriptionDescription", "Cloud subscription")
        .text("billingCycleType", index % 2 == 0 ? "Monthly" : "MONTHLY")
        .text("orderId", orderId);
    meter(json, lines, dice);
  }

  private static void meter(JsonOut json, LineItems lines, Dice dice) {
    Meter meter = dice.pick(Catalog.METERS);
    json.text("serviceName", meter.category())
        .text("serviceType", meter.subCategory())
        .text("resourceGuid", dice.guid())
        .text("resourceName", meter.name())
        .text("region", dice.pick(Catalog.REGIONS))
        .text("chargeStartDate", WireTime.bare(lines.monthStart()))
        .text("chargeEndDate", WireTime.bare(lines.monthEnd()))
        .text("unit", meter.unit());
  }

  static BigDecimal quantity(Dice dice) {
    return BigDecimal.valueOf(dice.between(1, 99_999_999_999L), 6);
  }

  static void discriminators(JsonOut json, LineKind kind) {
    json.text("invoiceLineItemType", kind.lineItemType())
        .text("billingProvider", kind.provider())
        .attributes(kind.objectType());
  }
}
