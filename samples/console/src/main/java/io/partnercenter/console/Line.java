package io.partnercenter.console;

import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.DailyUsageLineItem;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.ResourceAttributes;
import io.partnercenter.models.UsageBasedLineItem;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What all kinds of line items have in common, under one name each.
 *
 * @param amount what is charged, taxes included where there are any; absent if the line has none,
 *     as with usage of legacy subscriptions
 * @param currency of {@code amount}
 */
record Line(
    @Nullable String customer,
    @Nullable String item,
    @Nullable OffsetDateTime from,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal amount,
    @Nullable String currency) {

  static Line of(InvoiceLineItem item) {
    if (item instanceof LicenseBasedLineItem licence) return of(licence);
    if (item instanceof UsageBasedLineItem usage) return of(usage);
    if (item instanceof DailyUsageLineItem usage) return of(usage);
    if (item instanceof OneTimeInvoiceLineItem charge) return of(charge);
    if (item instanceof DailyRatedUsageLineItem usage) return of(usage);
    ResourceAttributes attributes = item.attributes();
    return new Line(
        null, attributes == null ? null : attributes.objectType(), null, null, null, null);
  }

  private static Line of(LicenseBasedLineItem item) {
    return new Line(
        item.customerName(),
        item.offerName(),
        item.chargeStartDate(),
        item.quantity(),
        item.totalForCustomer(),
        item.currency());
  }

  private static Line of(UsageBasedLineItem item) {
    return new Line(
        item.customerCompanyName(),
        item.resourceName(),
        item.chargeStartDate(),
        item.consumedQuantity(),
        item.postTaxTotal(),
        item.currency());
  }

  private static Line of(DailyUsageLineItem item) {
    return new Line(
        item.customerCompanyName(),
        item.resourceName(),
        item.usageDate(),
        item.consumedQuantity(),
        null,
        null);
  }

  /** Before there is an invoice, taxes and with them the total are 0; the subtotal is not. */
  private static Line of(OneTimeInvoiceLineItem item) {
    String invoice = item.invoiceNumber();
    boolean billed = invoice != null && !invoice.isBlank();
    return new Line(
        item.customerName(),
        item.skuName(),
        item.chargeStartDate(),
        item.quantity(),
        billed ? item.totalForCustomer() : item.subtotal(),
        item.currency());
  }

  private static Line of(DailyRatedUsageLineItem item) {
    return new Line(
        item.customerName(),
        item.meterName(),
        item.usageDate(),
        item.quantity(),
        item.billingPreTaxTotal(),
        item.billingCurrency());
  }
}
