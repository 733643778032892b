package io.partnercenter.emulator;

import io.partnercenter.emulator.tenant.Invoice;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** An invoice of the tenant, with its exact amounts. Immutable. */
public final class TenantInvoice {
  private final Invoice invoice;
  private final List<LineItems> lineItems;

  TenantInvoice(Invoice invoice) {
    this.invoice = invoice;
    this.lineItems = invoice.lineItems().stream().map(LineItems::new).toList();
  }

  /** Returns an id that begins with {@code G} in modern and with {@code D} in legacy commerce. */
  public String id() {
    return invoice.id();
  }

  /** Returns whether the invoice is one of modern commerce. */
  public boolean isModern() {
    return invoice.isModern();
  }

  /** Returns {@code OneTime} in modern and {@code Recurring} in legacy commerce. */
  public String invoiceType() {
    return invoice.invoiceType();
  }

  /** Returns the id as the service writes it in links. The service accepts both ids. */
  public String prefixedId() {
    return invoice.prefixedId();
  }

  /** Returns an ISO 4217 code in upper case. */
  public String currencyCode() {
    return invoice.currencyCode();
  }

  /** Returns the date in UTC, with the precision of the response. */
  public LocalDateTime invoiceDate() {
    return invoice.invoiceDate();
  }

  /** Returns the sum of the billing lines plus the {@linkplain #adjustment() adjustment}. */
  public BigDecimal totalCharges() {
    return invoice.totalCharges();
  }

  /**
   * Returns the amount of a legacy invoice that is in none of its lines, so that their sum is not
   * the total. Zero for all but one invoice.
   */
  public BigDecimal adjustment() {
    return invoice.adjustment();
  }

  /** Returns the amount that was paid; zero for an open invoice. */
  public BigDecimal paidAmount() {
    return invoice.paidAmount();
  }

  /** Returns the amount still to pay after amendments and payments. */
  public BigDecimal balance() {
    return invoice.balance();
  }

  /** Returns the collections of lines that {@code invoiceDetails} names. */
  public List<LineItems> lineItems() {
    return lineItems;
  }

  /** Returns the lines of one kind, or empty if the invoice has none of that kind. */
  public Optional<LineItems> lineItems(LineKind kind) {
    return lineItems.stream().filter(lines -> lines.kind() == kind).findFirst();
  }

  /** Returns the ids of the tax receipts. Some modern invoices have one, the others have none. */
  public List<String> taxReceiptIds() {
    return invoice.taxReceiptIds();
  }

  /** Returns the documents that change the invoice; mostly none. */
  public List<Amendment> amendments() {
    return invoice.amendments();
  }
}
