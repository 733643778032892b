package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.support.Timestamps;
import io.partnercenter.emulator.tenant.Catalog.Meter;
import io.partnercenter.emulator.tenant.Partner.Customer;
import java.math.BigDecimal;
import java.util.List;

/** The lines of metered usage in modern commerce, one for each resource and day, with prices. */
final class DailyRatedUsageFormat implements LineFormat {
  private static final List<String> CREDITS =
      List.of("Partner Earned Credit Applied", "Credit Not Applied", "Azure Credit Applied");
  private static final List<String> BENEFITS = List.of("", "SavingsPlan", "Charge");

  @Override
  public long unscaledAmount(LineCollection lines, SeededRandom random) {
    return RatedUsageAmounts.drawMillionths(random);
  }

  @Override
  public BigDecimal amount(LineCollection lines, long unscaledAmount) {
    return BigDecimal.valueOf(unscaledAmount, 6).multiply(lines.currency().rate());
  }

  @Override
  public void write(JsonWriter json, LineCollection lines, long index) {
    SeededRandom random = lines.random(index);
    RatedUsageAmounts usage = RatedUsageAmounts.draw(random);
    Meter meter = random.pick(Catalog.METERS);
    LineQuirks quirks = new LineQuirks(index);

    json.begin();
    parties(json, lines, random, quirks);
    product(json, random);
    dates(json, lines, random);
    meter(json, lines, meter, random, index);
    amounts(json, lines, usage, quirks);
    credit(json, random, index);
    quirks.discriminators(json, LineKind.DAILY_RATED_USAGE);
    json.attributes(LineKind.DAILY_RATED_USAGE.objectType()).end();
  }

  private static void parties(
      JsonWriter json, LineCollection lines, SeededRandom random, LineQuirks quirks) {
    Customer customer = random.pick(lines.partner().customers());
    json.text("partnerId", lines.partner().id())
        .text("partnerName", lines.partner().name())
        .text("customerId", quirks.customerId(customer.id()))
        .text("customerName", quirks.index() % 8 == 6 ? "" : customer.name())
        .text("customerDomainName", customer.domain())
        .text("customerCountry", customer.country())
        .text("invoiceNumber", lines.invoiceId())
        .text("mpnId", Integer.toString(lines.partner().mpnId()))
        .text("resellerMpnId", lines.isBilled() ? "4649221" : "");
  }

  private static void product(JsonWriter json, SeededRandom random) {
    json.text("productId", Catalog.PLAN.id())
        .text("skuId", Catalog.PLAN.sku())
        .text("availabilityId", Catalog.PLAN.availability())
        .text("skuName", Catalog.PLAN.skuName())
        .text("productName", Catalog.PLAN.name())
        .text("publisherName", Catalog.PLAN.publisher())
        .text("publisherId", "")
        .text("subscriptionId", random.guid())
        .text("subscriptionDescription", Catalog.PLAN.name());
  }

  private static void dates(JsonWriter json, LineCollection lines, SeededRandom random) {
    json.text("chargeStartDate", Timestamps.withZ(lines.monthStart(), 0))
        .text("chargeEndDate", Timestamps.withZ(lines.monthEnd(), 0))
        .text("usageDate", Timestamps.withZ(lines.monthStart().plusDays(random.below(28)), 0));
  }

  private static void meter(
      JsonWriter json, LineCollection lines, Meter meter, SeededRandom random, long index) {
    String region = random.pick(Catalog.REGIONS);
    json.text("meterType", meter.unit() + " - " + meter.name())
        .text("meterCategory", meter.category())
        .text("meterId", random.guid())
        .text("meterSubCategory", meter.subCategory())
        .text("meterName", meter.name())
        .text("meterRegion", region)
        .text("unitOfMeasure", meter.unit())
        .text("resourceLocation", region.replace(" ", ""))
        .text("consumedService", meter.service())
        .text("resourceGroup", "RG-" + lines.currencyCode())
        .text("resourceUri", lines.key(index))
        .text("tags", new LineQuirks(index).tags())
        .text("additionalInfo", new LineQuirks(index).additionalInfo())
        .text("serviceInfo1", "")
        .text("serviceInfo2", "");
  }

  private static void amounts(
      JsonWriter json, LineCollection lines, RatedUsageAmounts usage, LineQuirks quirks) {
    json.text("chargeType", quirks.index() % 3 == 0 ? "" : "new");
    if (quirks.index() % 6 == 4) {
      json.scientific("unitPrice", new BigDecimal("2.5E-7"));
    } else {
      json.number("unitPrice", usage.effectiveUnitPrice().stripTrailingZeros());
    }
    json.number("quantity", usage.quantity())
        .text("unitType", lines.isBilled() ? "Units" : "")
        .number("billingPreTaxTotal", usage.billingTotal(lines.currency()))
        .text("billingCurrency", lines.currencyCode())
        .number("pricingPreTaxTotal", usage.pricingTotal())
        .text("pricingCurrency", BillingCurrency.PRICING)
        .text("entitlementId", lines.entitlementId())
        .text("entitlementDescription", "Production")
        .number("pcToBCExchangeRate", lines.currency().rate())
        .text("pcToBCExchangeRateDate", quirks.exchangeRateDate(lines))
        .number("effectiveUnitPrice", usage.effectiveUnitPrice());
  }

  private static void credit(JsonWriter json, SeededRandom random, long index) {
    boolean earned = index % 2 == 0; // LineCollection counts these rows by the same rule.
    json.number("rateOfPartnerEarnedCredit", earned ? new BigDecimal("0.15") : BigDecimal.ZERO);
    if (index % 9 == 2) json.bool("hasPartnerEarnedCredit", earned);
    if (index % 5 == 1) {
      json.nullField("rateOfCredit");
    } else if (index % 5 != 3) {
      json.integer("rateOfCredit", earned ? 1 : 0);
    }
    json.text("creditType", earned ? CREDITS.get(0) : CREDITS.get(1 + random.below(2)))
        .text("benefitOrderId", "")
        .text("benefitId", "")
        .text("benefitType", BENEFITS.get((int) (index % BENEFITS.size())));
  }
}
