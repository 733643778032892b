package io.partnercenter.emulator;

import io.partnercenter.emulator.Catalog.Offer;
import io.partnercenter.emulator.Partner.Customer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Lines of legacy licences. */
final class LicenseBasedFormat implements LineFormat {
  private static final List<String> CHARGES =
      List.of("Cycle fee", "CYCLE FEE", "Activation fee", "Prorate fees when purchase");
  private static final List<String> CREDITS =
      List.of("Cancel instance prorate", "Prorate fees when cancel", "Offset a line item");

  /** Figures in cents. A discount lessens the amount; a credit has a negative quantity. */
  private record Money(long unitPrice, long quantity, long discount, long tax) {
    static Money draw(SeededRandom random) {
      long unitPrice = random.between(50, 6_000);
      long quantity = random.between(1, 300) * (random.oneIn(9) ? -1 : 1);
      long amount = unitPrice * quantity;
      long discount = random.oneIn(6) ? amount / 10 : 0;
      long tax = random.oneIn(3) ? (amount - discount) / 5 : 0;
      return new Money(unitPrice, quantity, discount, tax);
    }

    long amount() {
      return unitPrice * quantity;
    }

    long subtotal() {
      return amount() - discount;
    }

    long total() {
      return subtotal() + tax;
    }
  }

  @Override
  public long worth(LineItems lines, SeededRandom random) {
    return Money.draw(random).total();
  }

  @Override
  public BigDecimal amount(LineItems lines, long worth) {
    return BigDecimal.valueOf(worth, 2);
  }

  @Override
  public void write(JsonWriter json, LineItems lines, long index) {
    SeededRandom random = lines.random(index);
    Money money = Money.draw(random);

    json.begin();
    who(json, lines, random, index);
    subscription(json, lines, random, index);
    json.text("chargeType", random.pick(money.quantity() < 0 ? CREDITS : CHARGES));
    money(json, money, index % 3 == 0);
    json.text("currency", lines.currencyCode());
    LegacyUsageFields.discriminators(json, LineKind.LICENSE_BASED);
    json.end();
  }

  private static void who(JsonWriter json, LineItems lines, SeededRandom random, long index) {
    Customer customer = random.pick(lines.partner().customers());
    json.text("partnerId", lines.partner().id())
        .text("customerId", customer.id().toUpperCase(Locale.ROOT))
        .text("customerName", customer.name())
        .whole("mpnId", lines.partner().mpnId())
        .whole("tier2MpnId", index % 2 == 0 ? -1 : 5_000_001)
        .text("domainName", customer.domain());
  }

  private static void subscription(
      JsonWriter json, LineItems lines, SeededRandom random, long index) {
    Offer offer = random.pick(Catalog.OFFERS);
    json.text("orderId", lines.key(index))
        .text("subscriptionId", random.letters(22, "ABCDEFGHabcdefgh0123456789+/") + "==")
        .text("syndicationPartnerSubscriptionNumber", random.guid())
        .text("offerId", offer.guid())
        .text("durableOfferId", offer.durableGuid())
        .text("offerName", offer.name())
        .text("subscriptionName", offer.name())
        .text("subscriptionDescription", offer.name())
        .text("billingCycleType", index % 2 == 0 ? "MONTHLY" : "Monthly")
        .text("subscriptionStartDate", Timestamps.bare(lines.monthStart().minusMonths(5)))
        .text("subscriptionEndDate", Timestamps.bare(lines.monthStart().plusMonths(7)))
        .text("chargeStartDate", Timestamps.bare(lines.monthStart()))
        .text("chargeEndDate", Timestamps.bare(lines.monthEnd()));
  }

  private static void money(JsonWriter json, Money money, boolean shortened) {
    json.number("unitPrice", cents(money.unitPrice(), shortened))
        .whole("quantity", money.quantity())
        .number("amount", cents(money.amount(), shortened))
        .number("totalOtherDiscount", cents(money.discount(), shortened))
        .number("subtotal", cents(money.subtotal(), shortened))
        .number("tax", cents(money.tax(), shortened))
        .number("totalForCustomer", cents(money.total(), shortened));
  }

  /** The service leaves out the decimals it does not need, but not always. */
  private static BigDecimal cents(long cents, boolean shortened) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    return shortened ? amount.stripTrailingZeros() : amount;
  }
}
