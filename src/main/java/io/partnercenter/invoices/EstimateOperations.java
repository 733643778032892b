package io.partnercenter.invoices;

import io.partnercenter.internal.Arguments;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.InvoiceLineItem;

/** What the next invoices will be about: {@code /v1/invoices/estimates}; modern commerce only. */
public final class EstimateOperations {
  private final ServiceClient service;
  private final InvoiceOperations unbilled;

  EstimateOperations(ServiceClient service, InvoiceOperations unbilled) {
    this.service = service;
    this.unbilled = unbilled;
  }

  /**
   * The estimates in one currency.
   *
   * @param currencyCode ISO 4217, in upper or lower case
   * @throws IllegalArgumentException if it cannot be a currency's
   */
  public EstimateLinkOperations links(String currencyCode) {
    return new EstimateLinkOperations(service, Arguments.currencyCode(currencyCode));
  }

  /**
   * The lines of one estimate: {@code GET /v1/invoices/unbilled/lineitems}, with what {@link
   * LineItemQuery#of(EstimateLink)} reads from {@code link}. Rows are {@link
   * io.partnercenter.models.DailyRatedUsageLineItem} or {@link
   * io.partnercenter.models.OneTimeInvoiceLineItem}, as the type of the estimate has it. App-only
   * and app+user credentials will both do.
   *
   * @throws IllegalArgumentException if the link cannot be followed
   */
  public PagedOperations<InvoiceLineItem> lineItems(EstimateLink link) {
    return unbilled.lineItems(LineItemQuery.of(link));
  }
}
