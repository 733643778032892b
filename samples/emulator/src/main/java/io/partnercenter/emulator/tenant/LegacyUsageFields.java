package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.support.Timestamps;
import io.partnercenter.emulator.tenant.Catalog.Meter;
import io.partnercenter.emulator.tenant.Partner.Customer;
import java.math.BigDecimal;

/** The first fields of both kinds of legacy usage lines. */
final class LegacyUsageFields {
  private LegacyUsageFields() {}

  static void write(
      JsonWriter json, LineCollection lines, SeededRandom random, String orderId, long index) {
    Customer customer = random.pick(lines.partner().customers());
    json.text("partnerId", lines.partner().id())
        .text("partnerName", lines.partner().name())
        .text("partnerBillableAccountId", "1280018095")
        .text("customerId", customer.id())
        .text("customerCompanyName", customer.name())
        .text("domainName", customer.domain())
        .integer("mpnId", lines.partner().mpnId())
        .integer("tier2MpnId", index % 3 == 0 ? 5_000_001 : -1)
        .text("invoiceNumber", lines.invoiceId())
        .text("subscriptionId", random.guid())
        .text("subscriptionName", "Cloud subscription")
        .text("subscriptionDescription", "Cloud subscription")
        .text("billingCycleType", index % 2 == 0 ? "Monthly" : "MONTHLY")
        .text("orderId", orderId);
    meter(json, lines, random);
  }

  private static void meter(JsonWriter json, LineCollection lines, SeededRandom random) {
    Meter meter = random.pick(Catalog.METERS);
    json.text("serviceName", meter.category())
        .text("serviceType", meter.subCategory())
        .text("resourceGuid", random.guid())
        .text("resourceName", meter.name())
        .text("region", random.pick(Catalog.REGIONS))
        .text("chargeStartDate", Timestamps.withoutZone(lines.monthStart()))
        .text("chargeEndDate", Timestamps.withoutZone(lines.monthEnd()))
        .text("unit", meter.unit());
  }

  static BigDecimal quantity(SeededRandom random) {
    return BigDecimal.valueOf(random.between(1, 99_999_999_999L), 6);
  }

  static void discriminators(JsonWriter json, LineKind kind) {
    json.text("invoiceLineItemType", kind.lineItemType())
        .text("billingProvider", kind.provider())
        .attributes(kind.objectType());
  }
}
