package io.partnercenter.models;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a line item charges, under one name for all kinds. */
record Charge(@Nullable BigDecimal amount, @Nullable String currency) {
  private static final Charge NONE = new Charge(null, null);

  static Charge of(InvoiceLineItem item) {
    if (item instanceof OneTimeInvoiceLineItem charge) {
      return new Charge(amount(charge), charge.currency());
    }
    if (item instanceof DailyRatedUsageLineItem usage) {
      return new Charge(usage.billingPreTaxTotal(), usage.billingCurrency());
    }
    if (item instanceof LicenseBasedLineItem license) {
      return new Charge(license.totalForCustomer(), license.currency());
    }
    if (item instanceof UsageBasedLineItem usage) {
      return new Charge(usage.postTaxTotal(), usage.currency());
    }
    return NONE;
  }

  /** Before there is an invoice, taxes and with them the total are 0; the subtotal is not. */
  private static @Nullable BigDecimal amount(OneTimeInvoiceLineItem item) {
    String invoice = item.invoiceNumber();
    BigDecimal total = item.totalForCustomer();
    boolean isUnbilled = invoice == null || invoice.isBlank();
    return isUnbilled && (total == null || total.signum() == 0) ? item.subtotal() : total;
  }
}
