package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.Invoice;
import java.util.List;

/** The documents of an invoice: its statement and its tax receipts. */
final class DocumentHandler {
  private static final String MEDIA_TYPE = "application/pdf";

  private final BillingAccount account;
  private final long bytes;

  DocumentHandler(BillingAccount account, long bytes) {
    this.account = account;
    this.bytes = bytes;
  }

  Response statement(String invoiceId) {
    Invoice invoice = find(invoiceId);
    return document("Invoice_" + invoice.id(), "Statement", invoice);
  }

  /** Returns a tax receipt. Its id is also the name of its file (contract 6.5). */
  Response receipt(String invoiceId, String receiptId) {
    Invoice invoice = find(invoiceId);
    if (!invoice.taxReceiptIds().contains(receiptId)) {
      throw ApiErrorException.notFound("Receipt " + receiptId);
    }
    return document(receiptId, "Tax receipt " + receiptId, invoice);
  }

  private Response document(String name, String title, Invoice invoice) {
    List<String> lines =
        List.of(
            title,
            "Invoice " + invoice.id(),
            "Total " + invoice.totalCharges().toPlainString() + " " + invoice.currencyCode());
    return new Response(200, MEDIA_TYPE, PdfDocument.of(lines, bytes))
        .with("Content-Disposition", "attachment; filename=" + name + ".pdf");
  }

  private Invoice find(String id) {
    return account.find(id).orElseThrow(() -> ApiErrorException.notFound("Invoice " + id));
  }
}
