package io.partnercenter.emulator;

import io.partnercenter.emulator.tenant.BillingAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The data that an emulator serves, for tests to compare with: every invoice, every collection of
 * lines, and their exact totals. Immutable.
 *
 * <p>Each month has a legacy invoice in US dollars and one in euros, and a modern invoice in each
 * of four currencies. Invoices older than two months are paid.
 */
public final class Tenant {
  private final BillingAccount account;
  private final List<TenantInvoice> invoices;

  Tenant(BillingAccount account) {
    this.account = account;
    this.invoices = account.invoices().stream().map(TenantInvoice::new).toList();
  }

  /** Returns the tenant's id, a GUID. */
  public String partnerId() {
    return account.partner().id();
  }

  /** Returns all invoices, the oldest first, in the order in which the service lists them. */
  public List<TenantInvoice> invoices() {
    return invoices;
  }

  /** Returns the invoices of legacy commerce, the oldest first. */
  public List<TenantInvoice> legacyInvoices() {
    return invoices.stream().filter(invoice -> !invoice.isModern()).toList();
  }

  /** Returns the invoices of modern commerce, the oldest first. */
  public List<TenantInvoice> modernInvoices() {
    return invoices.stream().filter(TenantInvoice::isModern).toList();
  }

  /** Returns the currency codes in upper case. The first is that of the single balance summary. */
  public List<String> currencyCodes() {
    return account.currencyCodes();
  }

  /** Returns lines that are not billed yet: {@code ONE_TIME} or {@code DAILY_RATED_USAGE}. */
  public Optional<LineItems> unbilled(LineKind kind, String currencyCode, Period period) {
    return account.unbilled(kind, currencyCode, period).map(LineItems::new);
  }

  /** Returns the amount that the partner owes in one currency. */
  public BigDecimal balance(String currencyCode) {
    return account.balance(currencyCode);
  }
}
