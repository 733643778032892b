package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.support.Timestamps;
import io.partnercenter.emulator.tenant.Catalog.Offer;
import io.partnercenter.emulator.tenant.Partner.Customer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The lines of legacy licenses. */
final class LicenseBasedFormat implements LineFormat {
  private static final List<String> CHARGES =
      List.of("Cycle fee", "CYCLE FEE", "Activation fee", "Prorate fees when purchase");
  private static final List<String> CREDITS =
      List.of("Cancel instance prorate", "Prorate fees when cancel", "Offset a line item");

  /** Amounts in cents. A discount reduces the amount; a credit has a negative quantity. */
  private record Amounts(long unitPrice, long quantity, long discount, long tax) {
    static Amounts draw(SeededRandom random) {
      long unitPrice = random.between(50, 6_000);
      long quantity = random.between(1, 300) * (random.oneIn(9) ? -1 : 1);
      long amount = unitPrice * quantity;
      long discount = random.oneIn(6) ? amount / 10 : 0;
      long tax = random.oneIn(3) ? (amount - discount) / 5 : 0;
      return new Amounts(unitPrice, quantity, discount, tax);
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
  public long unscaledAmount(LineCollection lines, SeededRandom random) {
    return Amounts.draw(random).total();
  }

  @Override
  public BigDecimal amount(LineCollection lines, long unscaledAmount) {
    return BigDecimal.valueOf(unscaledAmount, 2);
  }

  @Override
  public void write(JsonWriter json, LineCollection lines, long index) {
    SeededRandom random = lines.random(index);
    Amounts amounts = Amounts.draw(random);

    json.begin();
    parties(json, lines, random, index);
    subscription(json, lines, random, index);
    json.text("chargeType", random.pick(amounts.quantity() < 0 ? CREDITS : CHARGES));
    amounts(json, amounts, index % 3 == 0);
    json.text("currency", lines.currencyCode());
    LegacyUsageFields.discriminators(json, LineKind.LICENSE_BASED);
    json.end();
  }

  private static void parties(
      JsonWriter json, LineCollection lines, SeededRandom random, long index) {
    Customer customer = random.pick(lines.partner().customers());
    json.text("partnerId", lines.partner().id())
        .text("customerId", customer.id().toUpperCase(Locale.ROOT))
        .text("customerName", customer.name())
        .integer("mpnId", lines.partner().mpnId())
        .integer("tier2MpnId", index % 2 == 0 ? -1 : 5_000_001)
        .text("domainName", customer.domain());
  }

  private static void subscription(
      JsonWriter json, LineCollection lines, SeededRandom random, long index) {
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
        .text("subscriptionStartDate", Timestamps.withoutZone(lines.monthStart().minusMonths(5)))
        .text("subscriptionEndDate", Timestamps.withoutZone(lines.monthStart().plusMonths(7)))
        .text("chargeStartDate", Timestamps.withoutZone(lines.monthStart()))
        .text("chargeEndDate", Timestamps.withoutZone(lines.monthEnd()));
  }

  private static void amounts(JsonWriter json, Amounts amounts, boolean shortened) {
    json.number("unitPrice", cents(amounts.unitPrice(), shortened))
        .integer("quantity", amounts.quantity())
        .number("amount", cents(amounts.amount(), shortened))
        .number("totalOtherDiscount", cents(amounts.discount(), shortened))
        .number("subtotal", cents(amounts.subtotal(), shortened))
        .number("tax", cents(amounts.tax(), shortened))
        .number("totalForCustomer", cents(amounts.total(), shortened));
  }

  /** The service mostly omits decimals that are zero. */
  private static BigDecimal cents(long cents, boolean shortened) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    return shortened ? amount.stripTrailingZeros() : amount;
  }
}
