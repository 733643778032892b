package io.partnercenter.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice, or of what will be one. Which of the records it is follows from {@link
 * ResourceAttributes#objectType()}; a kind that this version does not know is an {@link
 * UnrecognizedLineItem}.
 */
public sealed interface InvoiceLineItem
    permits LicenseBasedLineItem,
        UsageBasedLineItem,
        DailyUsageLineItem,
        OneTimeInvoiceLineItem,
        DailyRatedUsageLineItem,
        UnrecognizedLineItem {

  /** Whether the line says what is charged or what was used; some lines leave it out. */
  @Nullable InvoiceLineItemType invoiceLineItemType();

  /** Who the charge comes from; some lines leave it out. */
  @Nullable BillingProvider billingProvider();

  /** Names the kind of line. */
  @Nullable ResourceAttributes attributes();

  /** Every field of the line that has no component of its own. */
  Map<String, @Nullable Object> additionalProperties();
}
