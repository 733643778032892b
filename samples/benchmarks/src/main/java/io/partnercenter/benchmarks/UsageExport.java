package io.partnercenter.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.partnercenter.benchmarks.UsageFacts.Customer;
import io.partnercenter.benchmarks.UsageFacts.Meter;
import io.partnercenter.benchmarks.UsageFacts.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.zip.GZIPOutputStream;

/** One file of an export of daily rated usage, all attributes in each line, always the same. */
public final class UsageExport {
  /** About 44 MB of JSON. */
  public static final int ROWS = 20_000;

  private static final BigDecimal RATE = new BigDecimal("0.846202666");

  private final UsageFacts facts = new UsageFacts();

  /** The file, as it is fetched. */
  public byte[] file() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 << 20);
    try (OutputStream zip = new GZIPOutputStream(bytes);
        JsonGenerator json = new JsonFactory().createGenerator(zip)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (int i = 0; i < ROWS; i++) row(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void row(JsonGenerator json) throws IOException {
    Resource resource = facts.pick(facts.resources);
    Meter meter = facts.pick(facts.meters);
    json.writeStartObject();
    who(json, resource.subscription().customer());
    what(json, resource);
    when(json);
    meter(json, meter);
    where(json, resource);
    howMuch(json, meter);
    remarks(json, resource);
    rates(json, meter);
    credit(json, resource);
    json.writeEndObject();
  }

  private void who(JsonGenerator json, Customer customer) throws IOException {
    json.writeStringField("PartnerId", facts.partnerId);
    json.writeStringField("PartnerName", "Contoso Consulting");
    json.writeStringField("CustomerId", customer.id());
    json.writeStringField("CustomerName", customer.name());
    json.writeStringField("CustomerDomainName", customer.domain());
    json.writeStringField("CustomerCountry", "DE");
    json.writeStringField("MpnId", "5350000");
    json.writeStringField("Tier2MpnId", "4640000");
    json.writeStringField("InvoiceNumber", "G000012345");
  }

  private static void what(JsonGenerator json, Resource resource) throws IOException {
    json.writeStringField("ProductId", "DZH318Z09TKZ");
    json.writeStringField("SkuId", "0002");
    json.writeStringField("AvailabilityId", "DZH318Z07G1X");
    json.writeStringField("SkuName", "Microsoft Azure Plan");
    json.writeStringField("ProductName", "Azure plan");
    json.writeStringField("PublisherName", "Microsoft");
    json.writeStringField("PublisherId", "21220000");
    json.writeStringField("SubscriptionDescription", "Azure plan");
    json.writeStringField("SubscriptionId", resource.subscription().planId());
  }

  private void when(JsonGenerator json) throws IOException {
    int day = 1 + facts.below(30);
    json.writeStringField("ChargeStartDate", "2026-09-01T00:00:00Z");
    json.writeStringField("ChargeEndDate", "2026-10-01T00:00:00Z");
    json.writeStringField("UsageDate", "2026-09-" + day / 10 + day % 10);
  }

  private static void meter(JsonGenerator json, Meter meter) throws IOException {
    json.writeStringField("MeterType", "1 Compute Hour - " + meter.size());
    json.writeStringField("MeterCategory", "Virtual Machines");
    json.writeStringField("MeterId", meter.id());
    json.writeStringField("MeterSubCategory", meter.size() + " Series");
    json.writeStringField("MeterName", meter.size());
    json.writeStringField("MeterRegion", meter.region());
    json.writeStringField("Unit", "1 Hour");
    json.writeStringField("ResourceLocation", meter.region().replace(" ", ""));
    json.writeStringField("ConsumedService", "Microsoft.Compute");
  }

  private static void where(JsonGenerator json, Resource resource) throws IOException {
    json.writeStringField("ResourceGroup", resource.group());
    json.writeStringField("ResourceURI", resource.uri());
    json.writeStringField("ChargeType", "new");
  }

  private void howMuch(JsonGenerator json, Meter meter) throws IOException {
    BigDecimal quantity = facts.number(15, 13);
    BigDecimal total = quantity.multiply(meter.price()).setScale(13, RoundingMode.DOWN);
    json.writeNumberField("UnitPrice", meter.price());
    json.writeNumberField("Quantity", quantity);
    json.writeStringField("UnitType", "1 Hour");
    json.writeNumberField(
        "BillingPreTaxTotal", total.multiply(RATE).setScale(13, RoundingMode.DOWN));
    json.writeStringField("BillingCurrency", "EUR");
    json.writeNumberField("PricingPreTaxTotal", total);
    json.writeStringField("PricingCurrency", "USD");
  }

  private static void remarks(JsonGenerator json, Resource resource) throws IOException {
    json.writeStringField("ServiceInfo1", "");
    json.writeStringField("ServiceInfo2", "Canonical");
    json.writeStringField("Tags", resource.tags());
    json.writeStringField("AdditionalInfo", resource.info());
  }

  private static void rates(JsonGenerator json, Meter meter) throws IOException {
    json.writeNumberField("EffectiveUnitPrice", meter.effective());
    json.writeNumberField("PCToBCExchangeRate", RATE);
    json.writeStringField("PCToBCExchangeRateDate", "2026-08-31T00:00:00Z");
  }

  private void credit(JsonGenerator json, Resource resource) throws IOException {
    boolean earned = facts.below(2) == 0;
    json.writeStringField("EntitlementId", resource.subscription().id());
    json.writeStringField("EntitlementDescription", resource.subscription().name());
    json.writeNumberField("PartnerEarnedCreditPercentage", earned ? 15 : 0);
    json.writeNumberField("CreditPercentage", earned ? 15 : 0);
    json.writeStringField(
        "CreditType", earned ? "Partner Earned Credit Applied" : "Credit Not Applied");
    json.writeStringField("BenefitOrderID", "");
    json.writeStringField("BenefitID", "");
    json.writeStringField("BenefitType", "Charge");
  }
}
