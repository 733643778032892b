package io.partnercenter.invoices;

import io.partnercenter.internal.ServiceClient;

/** One tax receipt: {@code /v1/invoices/{id}/receipts/{receiptId}}. */
public final class ReceiptOperations {
  private final ServiceClient service;
  private final String invoiceId;
  private final String receiptId;

  ReceiptOperations(ServiceClient service, String invoiceId, String receiptId) {
    this.service = service;
    this.invoiceId = invoiceId;
    this.receiptId = receiptId;
  }

  /**
   * The receipt as a PDF: {@code GET …/receipts/{receiptId}/documents/statement}; needs app+user
   * credentials.
   */
  public DocumentOperations statement() {
    String[] path = {"v1", "invoices", invoiceId, "receipts", receiptId, "documents", "statement"};
    return new DocumentOperations(
        service, "invoices.receipts.statement.download", service.url(path).build());
  }
}
