package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.tenant.Invoice.Status;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A generator of invoices, month by month. */
final class InvoiceGenerator {
  private static final BigDecimal ADJUSTMENT = new BigDecimal("-137.42");
  private static final String ID_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private final long seed;
  private final Partner partner;
  private final Volume volume;
  private final List<Invoice> invoices = new ArrayList<>();
  private final int firstModernId;

  InvoiceGenerator(long seed, Partner partner, Volume volume) {
    this.seed = seed;
    this.partner = partner;
    this.volume = volume;
    this.firstModernId = 20_000 + SeededRandom.at(seed, 1).below(60_000);
  }

  /** Adds the invoices of a month that lies {@code age} months before the newest. */
  void addMonth(YearMonth month, int age) {
    // One legacy invoice has a correction that is in none of its lines.
    addLegacy(month, BillingCurrency.USD, status(age), age == 0 ? ADJUSTMENT : BigDecimal.ZERO);
    addLegacy(month, BillingCurrency.EUR, age == 0 ? Status.VOIDED : status(age), BigDecimal.ZERO);
    for (BillingCurrency currency : BillingCurrency.values()) {
      addModern(
          month,
          currency,
          age == 0 && currency == BillingCurrency.GBP ? Status.ADJUSTED : status(age));
    }
  }

  private static Status status(int age) {
    if (age == 0) return Status.OPEN;
    return age == 1 ? Status.PAID_IN_PART : Status.PAID;
  }

  private void addLegacy(
      YearMonth month, BillingCurrency currency, Status status, BigDecimal adjustment) {
    String id = "D0" + SeededRandom.at(seed, 100 + invoices.size()).letters(8, ID_ALPHABET);
    add(
        id,
        month,
        currency,
        status,
        adjustment,
        LineKind.LICENSE_BASED,
        LineKind.USAGE_BASED,
        LineKind.DAILY_USAGE);
  }

  private void addModern(YearMonth month, BillingCurrency currency, Status status) {
    String id = String.format(Locale.ROOT, "G%09d", firstModernId + 7 * invoices.size());
    add(
        id,
        month,
        currency,
        status,
        BigDecimal.ZERO,
        LineKind.ONE_TIME,
        LineKind.DAILY_RATED_USAGE);
  }

  private void add(
      String id,
      YearMonth month,
      BillingCurrency currency,
      Status status,
      BigDecimal adjustment,
      LineKind... kinds) {
    List<LineCollection> lines =
        Stream.of(kinds).map(kind -> lines(id, kind, currency, month)).toList();
    invoices.add(new Invoice(id, invoices.size(), month, status, adjustment, lines));
  }

  LineCollection lines(String invoiceId, LineKind kind, BillingCurrency currency, YearMonth month) {
    return new LineCollection(partner, invoiceId, kind, currency, month, volume, seed);
  }

  List<Invoice> invoices() {
    return invoices;
  }
}
