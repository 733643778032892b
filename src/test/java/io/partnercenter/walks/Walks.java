package io.partnercenter.walks;

import io.partnercenter.IPartner;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;

/** The two ways there are to page. */
final class Walks {
  private Walks() {}

  static PagedOperations<OneTimeInvoiceLineItem> byToken(IPartner partner, int size) {
    var query = LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS).size(size);
    return partner.invoices().byId("G000000001").lineItems(query);
  }

  static PagedOperations<LicenseBasedLineItem> byOffset(IPartner partner, int size) {
    var query = LineItemQuery.officeBilling().size(size);
    return partner.invoices().byId("D0300AB123").lineItems(query);
  }
}
