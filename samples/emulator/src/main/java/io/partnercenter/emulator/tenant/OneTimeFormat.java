package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.support.Timestamps;
import io.partnercenter.emulator.tenant.Catalog.Product;
import io.partnercenter.emulator.tenant.Partner.Customer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** The lines of modern commerce: seats, reservations and metered plans, billed or unbilled. */
final class OneTimeFormat implements LineFormat {
  private static final List<String> SEAT_CHARGES =
      List.of("new", "New", "renew", "cycleCharge", "addQuantity", "convert", "extendTerm");
  private static final List<String> SEAT_CREDITS =
      List.of("removeQuantity", "cancelImmediate", "customerCredit", "Refund");

  @Override
  public long unscaledAmount(LineCollection lines, SeededRandom random) {
    OneTimeAmounts amounts = OneTimeAmounts.draw(random, lines.currency());
    return lines.isBilled() ? amounts.total() : amounts.subtotal();
  }

  @Override
  public BigDecimal amount(LineCollection lines, long unscaledAmount) {
    return BigDecimal.valueOf(unscaledAmount, 2);
  }

  @Override
  public void write(JsonWriter json, LineCollection lines, long index) {
    SeededRandom random = lines.random(index);
    OneTimeAmounts amounts = OneTimeAmounts.draw(random, lines.currency());
    Product product = amounts.metered() ? Catalog.PLAN : random.pick(Catalog.PRODUCTS);
    LineQuirks quirks = new LineQuirks(index);

    json.begin();
    parties(json, lines, random, quirks);
    order(json, lines, random, index);
    product(json, product, lines.isBilled() ? charge(amounts, random) : "");
    amounts(json, lines, amounts, quirks);
    subscription(json, lines, random, product, index);
    conversion(json, lines, amounts, product, quirks);
    quirks.discriminators(json, LineKind.ONE_TIME);
    quirks.strayKey(json, LineKind.ONE_TIME);
    json.attributes(LineKind.ONE_TIME.objectType()).end();
  }

  private static void parties(
      JsonWriter json, LineCollection lines, SeededRandom random, LineQuirks quirks) {
    Customer customer = random.pick(lines.partner().customers());
    json.text("partnerId", lines.partner().id())
        .text("customerId", quirks.customerId(customer.id()))
        .text("customerName", customer.name())
        .text("customerDomainName", customer.domain())
        .text("customerCountry", customer.country())
        .text("invoiceNumber", lines.invoiceId())
        .text("mpnId", Integer.toString(lines.partner().mpnId()));
    quirks.resellerMpnId(json);
  }

  private static void order(
      JsonWriter json, LineCollection lines, SeededRandom random, long index) {
    LocalDateTime ordered = lines.monthStart().minusSeconds(random.below(9_000_000));
    json.text("orderId", lines.key(index))
        .text("orderDate", Timestamps.withZ(ordered.plusNanos(random.below(9_999_999) * 100L), 7));
  }

  private static void product(JsonWriter json, Product product, String charge) {
    json.text("productId", product.id())
        .text("skuId", product.sku())
        .text("availabilityId", product.availability())
        .text("productName", product.name())
        .text("skuName", product.skuName())
        .texts("productQualifiers", product.qualifiers())
        .text("chargeType", charge);
  }

  private static String charge(OneTimeAmounts amounts, SeededRandom random) {
    if (amounts.metered()) return random.oneIn(3) ? "" : "new";
    return random.pick(amounts.subtotal() < 0 ? SEAT_CREDITS : SEAT_CHARGES);
  }

  private static void amounts(
      JsonWriter json, LineCollection lines, OneTimeAmounts amounts, LineQuirks quirks) {
    boolean quoted = quirks.quotesNumbers();
    BigDecimal listPrice = amounts.effectiveUnitPrice().multiply(new BigDecimal("1.25"));
    json.number("unitPrice", listPrice.stripTrailingZeros(), quoted)
        .number("effectiveUnitPrice", amounts.effectiveUnitPrice(), quoted)
        .text("unitType", amounts.metered() ? "1 Hour" : "")
        .number("quantity", quantity(amounts), quirks.quotesQuantities())
        .number("subtotal", cents(amounts.subtotal(), quirks), quoted)
        .number("taxTotal", cents(lines.isBilled() ? amounts.tax() : 0, quirks), quoted)
        .number("totalForCustomer", cents(lines.isBilled() ? amounts.total() : 0, quirks), quoted)
        .text("currency", lines.currencyCode())
        .text("publisherName", "Emulated Software")
        .text("publisherId", "");
  }

  /** A metered plan is bought once, whatever its usage. */
  private static BigDecimal quantity(OneTimeAmounts amounts) {
    return amounts.metered() ? BigDecimal.ONE : amounts.billableQuantity();
  }

  /** The service writes two decimals, or no more than needed. */
  private static BigDecimal cents(long cents, LineQuirks quirks) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    return quirks.index() % 3 == 0 ? amount.stripTrailingZeros() : amount;
  }

  private static void subscription(
      JsonWriter json, LineCollection lines, SeededRandom random, Product product, long index) {
    json.text("subscriptionDescription", product.name()).text("subscriptionId", random.guid());
    // One-time purchases have no term: the fields are empty or missing.
    if (index % 12 == 2) {
      json.text("subscriptionStartDate", "").text("subscriptionEndDate", "");
    } else if (index % 12 != 8) {
      json.text("subscriptionStartDate", Timestamps.withZ(lines.monthStart().minusMonths(3), 0))
          .text("subscriptionEndDate", Timestamps.withZ(lines.monthStart().plusMonths(9), 0));
    }
    json.text("chargeStartDate", Timestamps.varied(lines.monthStart(), index))
        .text("chargeEndDate", Timestamps.varied(lines.monthEnd(), index + 5))
        .text("termAndBillingCycle", product.term())
        .text("alternateId", random.letters(12, "0123456789abcdef"))
        .text("referenceId", random.guid());
  }

  private static void conversion(
      JsonWriter json,
      LineCollection lines,
      OneTimeAmounts amounts,
      Product product,
      LineQuirks quirks) {
    json.text("priceAdjustmentDescription", quirks.priceAdjustmentDescription())
        .text("discountDetails", "")
        .text("pricingCurrency", BillingCurrency.PRICING)
        .number("pcToBCExchangeRate", lines.currency().rate(), quirks.quotesNumbers())
        .text("pcToBCExchangeRateDate", quirks.exchangeRateDate(lines))
        .number("billableQuantity", amounts.billableQuantity(), quirks.quotesQuantities())
        .text("meterDescription", amounts.metered() ? "Virtual Machines - Dv3 Series" : "")
        .text("billingFrequency", lines.isBilled() ? product.frequency() : "")
        .text("reservationOrderId", "")
        .text("creditReasonCode", quirks.index() % 9 == 7 ? "Cloud Credit Offer" : null)
        .text("promotionId", quirks.index() % 10 == 1 ? "39NFJQT1X0001:0001:0001" : "");
  }
}
