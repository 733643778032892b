package io.partnercenter.emulator;

import io.partnercenter.emulator.Catalog.Product;
import io.partnercenter.emulator.Partner.Customer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** Lines of modern commerce: seats, reservations, metered plans; billed or not billed yet. */
final class OneTimeLines implements LineFormat {
  private static final List<String> SEAT_CHARGES =
      List.of("new", "New", "renew", "cycleCharge", "addQuantity", "convert", "extendTerm");
  private static final List<String> SEAT_CREDITS =
      List.of("removeQuantity", "cancelImmediate", "customerCredit", "Refund");

  @Override
  public long worth(LineItems lines, Dice dice) {
    OneTimeMoney money = OneTimeMoney.draw(dice, lines.currency());
    return lines.isBilled() ? money.total() : money.subtotal();
  }

  @Override
  public BigDecimal amount(LineItems lines, long worth) {
    return BigDecimal.valueOf(worth, 2);
  }

  @Override
  public void write(JsonOut json, LineItems lines, long index) {
    Dice dice = lines.dice(index);
    OneTimeMoney money = OneTimeMoney.draw(dice, lines.currency());
    Product product = money.metered() ? Catalog.PLAN : dice.pick(Catalog.PRODUCTS);
    Quirks quirks = new Quirks(index);

    json.begin();
    who(json, lines, dice, quirks);
    order(json, lines, dice, index);
    product(json, product, lines.isBilled() ? charge(money, dice) : "");
    money(json, lines, money, quirks);
    subscription(json, lines, dice, product, index);
    conversion(json, lines, money, product, quirks);
    quirks.discriminators(json, LineKind.ONE_TIME);
    quirks.strayKey(json, LineKind.ONE_TIME);
    json.attributes(LineKind.ONE_TIME.objectType()).end();
  }

  private static void who(JsonOut json, LineItems lines, Dice dice, Quirks quirks) {
    Customer customer = dice.pick(lines.partner().customers());
    json.text("partnerId", lines.partner().id())
        .text("customerId", quirks.customerId(customer.id()))
        .text("customerName", customer.name())
        .text("customerDomainName", customer.domain())
        .text("customerCountry", customer.country())
        .text("invoiceNumber", lines.invoiceId())
        .text("mpnId", Integer.toString(lines.partner().mpnId()));
    quirks.resellerMpnId(json);
  }

  private static void order(JsonOut json, LineItems lines, Dice dice, long index) {
    LocalDateTime ordered = lines.monthStart().minusSeconds(dice.below(9_000_000));
    json.text("orderId", lines.key(index))
        .text("orderDate", WireTime.zulu(ordered.plusNanos(dice.below(9_999_999) * 100L), 7));
  }

  private static void product(JsonOut json, Product product, String charge) {
    json.text("productId", product.id())
        .text("skuId", product.sku())
        .text("availabilityId", product.availability())
        .text("productName", product.name())
        .text("skuName", product.skuName())
        .texts("productQualifiers", product.qualifiers())
        .text("chargeType", charge);
  }

  private static String charge(OneTimeMoney money, Dice dice) {
    if (money.metered()) return dice.oneIn(3) ? "" : "new";
    return dice.pick(money.subtotal() < 0 ? SEAT_CREDITS : SEAT_CHARGES);
  }

  private static void money(JsonOut json, LineItems lines, OneTimeMoney money, Quirks quirks) {
    boolean quoted = quirks.quotesNumbers();
    BigDecimal listPrice = money.effectiveUnitPrice().multiply(new BigDecimal("1.25"));
    json.number("unitPrice", listPrice.stripTrailingZeros(), quoted)
        .number("effectiveUnitPrice", money.effectiveUnitPrice(), quoted)
        .text("unitType", money.metered() ? "1 Hour" : "")
        .number("quantity", quantity(money), quirks.quotesQuantities())
        .number("subtotal", cents(money.subtotal(), quirks), quoted)
        .number("taxTotal", cents(lines.isBilled() ? money.tax() : 0, quirks), quoted)
        .number("totalForCustomer", cents(lines.isBilled() ? money.total() : 0, quirks), quoted)
        .text("currency", lines.currencyCode())
        .text("publisherName", "Emulated Software")
        .text("publisherId", "");
  }

  /** Metered plans are bought once, whatever is used of them. */
  private static BigDecimal quantity(OneTimeMoney money) {
    return money.metered() ? BigDecimal.ONE : money.billableQuantity();
  }

  /** Amounts come with two decimals or with no more than they need. */
  private static BigDecimal cents(long cents, Quirks quirks) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    return quirks.index() % 3 == 0 ? amount.stripTrailingZeros() : amount;
  }

  private static void subscription(
      JsonOut json, LineItems lines, Dice dice, Product product, long index) {
    json.text("subscriptionDescription", product.name()).text("subscriptionId", dice.guid());
    // What is bought once has no term, and says so by an empty text or not at all.
    if (index % 12 == 2) {
      json.text("subscriptionStartDate", "").text("subscriptionEndDate", "");
    } else if (index % 12 != 8) {
      json.text("subscriptionStartDate", WireTime.zulu(lines.monthStart().minusMonths(3), 0))
          .text("subscriptionEndDate", WireTime.zulu(lines.monthStart().plusMonths(9), 0));
    }
    json.text("chargeStartDate", WireTime.inTurn(lines.monthStart(), index))
        .text("chargeEndDate", WireTime.inTurn(lines.monthEnd(), index + 5))
        .text("termAndBillingCycle", product.term())
        .text("alternateId", dice.letters(12, "0123456789abcdef"))
        .text("referenceId", dice.guid());
  }

  private static void conversion(
      JsonOut json, LineItems lines, OneTimeMoney money, Product product, Quirks quirks) {
    json.text("priceAdjustmentDescription", quirks.priceAdjustmentDescription())
        .text("discountDetails", "")
        .text("pricingCurrency", Currency.PRICING)
        .number("pcToBCExchangeRate", lines.currency().rate(), quirks.quotesNumbers())
        .text("pcToBCExchangeRateDate", quirks.exchangeRateDate(lines))
        .number("billableQuantity", money.billableQuantity(), quirks.quotesQuantities())
        .text("meterDescription", money.metered() ? "Virtual Machines - Dv3 Series" : "")
        .text("billingFrequency", lines.isBilled() ? product.frequency() : "")
        .text("reservationOrderId", "")
        .text("creditReasonCode", quirks.index() % 9 == 7 ? "Cloud Credit Offer" : null)
        .text("promotionId", quirks.index() % 10 == 1 ? "39NFJQT1X0001:0001:0001" : "");
  }
}
