package io.partnercenter.internal;

import static io.partnercenter.models.InvoiceLineItemType.BILLING_LINE_ITEMS;
import static io.partnercenter.models.InvoiceLineItemType.USAGE_LINE_ITEMS;

import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.DailyUsageLineItem;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.UnrecognizedLineItem;
import io.partnercenter.models.UsageBasedLineItem;
import org.jspecify.annotations.Nullable;

/** The kinds of line item, and what tells them apart. */
enum LineItemKind {
  LICENSE_BASED(LicenseBasedLineItem.class),
  USAGE_BASED(UsageBasedLineItem.class),
  DAILY_USAGE(DailyUsageLineItem.class),
  ONE_TIME(OneTimeInvoiceLineItem.class),
  DAILY_RATED_USAGE(DailyRatedUsageLineItem.class),
  UNRECOGNIZED(UnrecognizedLineItem.class);

  private final Class<? extends InvoiceLineItem> type;

  @SuppressWarnings("Immutable") // Readers are; they only do not say so.
  private final ObjectReader reader;

  LineItemKind(Class<? extends InvoiceLineItem> type) {
    this.type = type;
    this.reader = RowRules.OF_PAGES.in(Json.MAPPER.readerFor(type));
  }

  Class<? extends InvoiceLineItem> type() {
    return type;
  }

  ObjectReader reader() {
    return reader;
  }

  /** The kind that calls itself so in {@code attributes.objectType}; these names are the wire's. */
  static LineItemKind named(String objectType) {
    for (LineItemKind kind : values()) {
      if (kind != UNRECOGNIZED && kind.type.getSimpleName().equalsIgnoreCase(objectType)) {
        return kind;
      }
    }
    return UNRECOGNIZED;
  }

  /** The kind that a provider's list of that type holds. */
  static LineItemKind of(@Nullable BillingProvider provider, @Nullable InvoiceLineItemType type) {
    boolean office = BillingProvider.OFFICE.equals(provider);
    boolean azure = BillingProvider.AZURE.equals(provider);
    if (USAGE_LINE_ITEMS.equals(type)) return azure ? DAILY_USAGE : DAILY_RATED_USAGE;
    if (!BILLING_LINE_ITEMS.equals(type)) return UNRECOGNIZED;
    return office ? LICENSE_BASED : azure ? USAGE_BASED : ONE_TIME;
  }
}
