package io.partnercenter.console;

import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.DailyUsageLineItem;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.UsageBasedLineItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an invoice that come from one provider and are of one type. */
record LineSet(
    BillingProvider provider, InvoiceLineItemType type, LineItemQuery<InvoiceLineItem> query) {

  static LineSet of(BillingProvider provider, InvoiceLineItemType type) {
    return new LineSet(provider, type, LineItemQuery.of(provider, type));
  }

  /** All sets that the invoice names; one that it names twice is still one. */
  static List<LineSet> of(Invoice invoice) {
    Map<List<Object>, LineSet> sets = new LinkedHashMap<>();
    for (InvoiceDetail detail : invoice.invoiceDetails()) {
      LineSet set = of(invoice, detail);
      sets.putIfAbsent(List.of(set.provider, set.type), set);
    }
    return List.copyOf(sets.values());
  }

  private static LineSet of(Invoice invoice, InvoiceDetail detail) {
    LineItemQuery<InvoiceLineItem> query = LineItemQuery.of(invoice, detail);
    BillingProvider provider = detail.billingProvider();
    InvoiceLineItemType type = detail.invoiceLineItemType();
    if (provider == null || type == null) throw new IllegalStateException("checked by the query");
    return new LineSet(provider, type, query);
  }

  LineSet with(LineItemQuery<InvoiceLineItem> changed) {
    return new LineSet(provider, type, changed);
  }

  /** Whether these lines are what the invoice adds up; usage only explains them. */
  boolean isBilling() {
    return type.equals(InvoiceLineItemType.BILLING_LINE_ITEMS);
  }

  /** Whether it is of the new commerce system: of any provider but the two legacy ones. */
  boolean isModern() {
    return !provider.equals(BillingProvider.OFFICE) && !provider.equals(BillingProvider.AZURE);
  }

  /** As on the command line, for example {@code azure usage}. */
  String name() {
    return provider.queryValue() + " " + type.queryValue().replace("lineitems", "");
  }

  /** The record that the service's documentation lets one expect. */
  Class<? extends InvoiceLineItem> rowType() {
    if (provider.equals(BillingProvider.OFFICE)) return LicenseBasedLineItem.class;
    if (provider.equals(BillingProvider.AZURE)) {
      return isBilling() ? UsageBasedLineItem.class : DailyUsageLineItem.class;
    }
    return isBilling() ? OneTimeInvoiceLineItem.class : DailyRatedUsageLineItem.class;
  }
}
