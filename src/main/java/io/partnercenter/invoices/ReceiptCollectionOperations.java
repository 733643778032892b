package io.partnercenter.invoices;

import io.partnercenter.internal.Arguments;
import io.partnercenter.internal.ServiceClient;

/** The tax receipts for one invoice; {@code invoice.taxReceipts()} names them. */
public final class ReceiptCollectionOperations {
  private final ServiceClient service;
  private final String invoiceId;

  ReceiptCollectionOperations(ServiceClient service, String invoiceId) {
    this.service = service;
    this.invoiceId = invoiceId;
  }

  /**
   * One receipt.
   *
   * @param receiptId the {@code id} of a {@link io.partnercenter.models.TaxReceipt}
   * @throws IllegalArgumentException if it cannot be a receipt's
   */
  public ReceiptOperations byId(String receiptId) {
    return new ReceiptOperations(service, invoiceId, Arguments.segment(receiptId, "receiptId"));
  }
}
