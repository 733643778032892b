package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The invoices and the unbilled lines of one partner. Immutable.
 *
 * <p>Each month has a legacy invoice in US dollars and one in euros, and a modern invoice in each
 * of four currencies. Invoices older than two months are paid.
 */
public final class BillingAccount {
  /** Fixed, so that a seed gives the same bytes in every year. */
  private static final YearMonth NEWEST = YearMonth.of(2026, 10);

  private final Partner partner;
  private final List<Invoice> invoices;
  private final List<Unbilled> unbilled;

  /** Lines that are not billed yet, of one currency and month. */
  private record Unbilled(Period period, LineCollection lines) {}

  private BillingAccount(Partner partner, List<Invoice> invoices, List<Unbilled> unbilled) {
    this.partner = partner;
    this.invoices = List.copyOf(invoices);
    this.unbilled = List.copyOf(unbilled);
  }

  public static BillingAccount of(EmulatorSettings settings) {
    return of(
        settings.seed(),
        Volume.ofCollection(settings.rows(), settings.distinctRows()),
        settings.months());
  }

  public static BillingAccount of(long seed, Volume volume, int months) {
    Partner partner = Partner.of(seed);
    InvoiceGenerator generator = new InvoiceGenerator(seed, partner, volume);
    for (int i = months - 1; i >= 0; i--) {
      generator.addMonth(NEWEST.minusMonths(i), i);
    }
    List<Unbilled> unbilled = new ArrayList<>();
    for (BillingCurrency currency : BillingCurrency.values()) {
      for (LineKind kind : List.of(LineKind.ONE_TIME, LineKind.DAILY_RATED_USAGE)) {
        YearMonth current = NEWEST.plusMonths(2);
        unbilled.add(new Unbilled(Period.CURRENT, generator.lines("", kind, currency, current)));
        unbilled.add(
            new Unbilled(
                Period.PREVIOUS, generator.lines("", kind, currency, current.minusMonths(1))));
      }
    }
    return new BillingAccount(partner, generator.invoices(), unbilled);
  }

  public Partner partner() {
    return partner;
  }

  /** Returns all invoices, the oldest first, in the order in which the service lists them. */
  public List<Invoice> invoices() {
    return invoices;
  }

  public List<Invoice> legacyInvoices() {
    return invoices.stream().filter(invoice -> !invoice.isModern()).toList();
  }

  public List<Invoice> modernInvoices() {
    return invoices.stream().filter(Invoice::isModern).toList();
  }

  /** Returns the currency codes in upper case. The first is that of the single summary. */
  public List<String> currencyCodes() {
    return Stream.of(BillingCurrency.values()).map(BillingCurrency::name).toList();
  }

  /** Returns lines that are not billed yet: {@code ONE_TIME} or {@code DAILY_RATED_USAGE}. */
  public Optional<LineCollection> unbilled(LineKind kind, String currencyCode, Period period) {
    return unbilled.stream()
        .filter(entry -> entry.period() == period && entry.lines().kind() == kind)
        .map(Unbilled::lines)
        .filter(lines -> lines.currencyCode().equals(currencyCode.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** Returns the amount that the partner owes in one currency. */
  public BigDecimal balance(String currencyCode) {
    return balance(invoicesIn(currencyCode));
  }

  public static BigDecimal balance(List<Invoice> invoices) {
    return invoices.stream().map(Invoice::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public List<Invoice> invoicesIn(String currencyCode) {
    return invoices.stream().filter(i -> i.currencyCode().equals(currencyCode)).toList();
  }

  /** Returns the invoice with the id, with or without its prefix. */
  public Optional<Invoice> find(String idInPath) {
    return invoices.stream().filter(invoice -> invoice.hasId(idInPath)).findFirst();
  }
}
