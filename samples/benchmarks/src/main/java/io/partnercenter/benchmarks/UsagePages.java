package io.partnercenter.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.partnercenter.benchmarks.UsageFacts.Customer;
import io.partnercenter.benchmarks.UsageFacts.Meter;
import io.partnercenter.benchmarks.UsageFacts.Resource;
import io.partnercenter.benchmarks.UsageFacts.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Pages of daily rated usage with every documented field in each row, the same on every run. */
public final class UsagePages {
  /** As many rows as the service puts into a page; about 4 MB of JSON. */
  public static final int ROWS = 2_000;

  private static final BigDecimal RATE = new BigDecimal("0.846202666");

  private final UsageFacts facts = new UsageFacts();

  /** The next page. */
  public byte[] page(@Nullable String continuationToken) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(5 << 20);
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("totalCount", ROWS);
      json.writeArrayFieldStart("items");
      for (int i = 0; i < ROWS; i++) row(json);
      json.writeEndArray();
      if (continuationToken != null) json.writeStringField("continuationToken", continuationToken);
      attributes(json, "Collection");
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void row(JsonGenerator json) throws IOException {
    Resource resource = facts.pick(facts.resources);
    Meter meter = facts.pick(facts.meters);
    json.writeStartObject();
    who(json, resource.subscription());
    when(json);
    what(json, meter);
    where(json, resource);
    howMuch(json, meter, resource.subscription());
    credit(json);
    attributes(json, "DailyRatedUsageLineItem");
    json.writeEndObject();
  }

  private void who(JsonGenerator json, Subscription subscription) throws IOException {
    Customer customer = subscription.customer();
    json.writeStringField("partnerId", facts.partnerId);
    json.writeStringField("partnerName", "Contoso Consulting");
    json.writeStringField("customerId", customer.id());
    json.writeStringField("customerName", customer.name());
    json.writeStringField("customerDomainName", customer.domain());
    json.writeStringField("invoiceNumber", "G000012345");
    json.writeStringField("productId", "DZH318Z09TKZ");
    json.writeStringField("skuId", "0002");
    json.writeStringField("availabilityId", "DZH318Z07G1X");
    json.writeStringField("skuName", "Microsoft Azure Plan");
    json.writeStringField("productName", "Azure plan");
    json.writeStringField("publisherName", "Microsoft");
    json.writeStringField("publisherId", "21220000");
    json.writeStringField("subscriptionId", subscription.planId());
    json.writeStringField("subscriptionDescription", "Azure plan");
  }

  private void when(JsonGenerator json) throws IOException {
    int day = 1 + facts.below(30);
    json.writeStringField("chargeStartDate", "2026-09-01T00:00:00Z");
    json.writeStringField("chargeEndDate", "2026-10-01T00:00:00Z");
    json.writeStringField("usageDate", "2026-09-" + day / 10 + day % 10 + "T00:00:00Z");
  }

  private void what(JsonGenerator json, Meter meter) throws IOException {
    json.writeStringField("meterType", "1 Compute Hour - " + meter.size());
    json.writeStringField("meterCategory", "Virtual Machines");
    json.writeStringField("meterId", meter.id());
    json.writeStringField("meterSubCategory", meter.size() + " Series");
    json.writeStringField("meterName", meter.size());
    json.writeStringField("meterRegion", meter.region());
    json.writeStringField("unitOfMeasure", "1 Hour");
    json.writeStringField("resourceLocation", meter.region().replace(" ", ""));
    json.writeStringField("consumedService", "Microsoft.Compute");
  }

  private void where(JsonGenerator json, Resource resource) throws IOException {
    json.writeStringField("resourceGroup", resource.group());
    json.writeStringField("resourceUri", resource.uri());
    json.writeStringField("tags", resource.tags());
    json.writeStringField("additionalInfo", resource.info());
    json.writeStringField("serviceInfo1", "");
    json.writeStringField("serviceInfo2", "Canonical");
    json.writeStringField("customerCountry", "DE");
    json.writeStringField("mpnId", "5350000");
    json.writeStringField("resellerMpnId", "4640000");
    json.writeStringField("chargeType", "new");
  }

  private void howMuch(JsonGenerator json, Meter meter, Subscription subscription)
      throws IOException {
    BigDecimal quantity = facts.number(15, 13);
    BigDecimal total = quantity.multiply(meter.price()).setScale(13, RoundingMode.DOWN);
    json.writeNumberField("unitPrice", meter.price());
    json.writeNumberField("quantity", quantity);
    json.writeStringField("unitType", "1 Hour");
    json.writeNumberField(
        "billingPreTaxTotal", total.multiply(RATE).setScale(13, RoundingMode.DOWN));
    json.writeStringField("billingCurrency", "EUR");
    json.writeNumberField("pricingPreTaxTotal", total);
    json.writeStringField("pricingCurrency", "USD");
    json.writeStringField("entitlementId", subscription.id());
    json.writeStringField("entitlementDescription", subscription.name());
    json.writeNumberField("pcToBCExchangeRate", RATE);
    json.writeStringField("pcToBCExchangeRateDate", "2026-08-31T00:00:00Z");
    json.writeNumberField("effectiveUnitPrice", meter.effective());
  }

  private void credit(JsonGenerator json) throws IOException {
    boolean earned = facts.below(2) == 0;
    json.writeNumberField("rateOfPartnerEarnedCredit", new BigDecimal(earned ? "0.15" : "0"));
    json.writeBooleanField("hasPartnerEarnedCredit", earned);
    json.writeNumberField("rateOfCredit", new BigDecimal(earned ? "0.15" : "0"));
    json.writeStringField(
        "creditType", earned ? "Partner Earned Credit Applied" : "Credit Not Applied");
    json.writeStringField("invoiceLineItemType", "usage_line_items");
    json.writeStringField("billingProvider", "marketplace");
    json.writeStringField("benefitOrderId", "");
    json.writeStringField("benefitId", "");
    json.writeStringField("benefitType", "Charge");
  }

  private static void attributes(JsonGenerator json, String objectType) throws IOException {
    json.writeObjectFieldStart("attributes");
    json.writeStringField("objectType", objectType);
    json.writeEndObject();
  }
}
