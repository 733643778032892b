package io.partnercenter.invoices;

import io.partnercenter.internal.AnswerReader;
import io.partnercenter.internal.LineItemReader;
import io.partnercenter.internal.PagedQuery;
import io.partnercenter.internal.Position;
import io.partnercenter.internal.ServiceCall;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import java.util.concurrent.CompletableFuture;

/** One invoice: {@code /v1/invoices/{id}}; or what is not billed yet, which has only line items. */
public final class InvoiceOperations {
  static final String UNBILLED = "unbilled";

  private static final AnswerReader<Invoice> INVOICE = AnswerReader.object(Invoice.class);

  private final ServiceClient service;
  private final String invoiceId;

  InvoiceOperations(ServiceClient service, String invoiceId) {
    this.service = service;
    this.invoiceId = invoiceId;
  }

  /**
   * Fetches the invoice with its details, amendments and tax receipts. One request; needs app+user
   * credentials: the service refuses app-only ones with status 403 and code 900329. Invoices of
   * modern commerce that were made after 15 May 2025 may only be found through the {@linkplain
   * InvoiceCollectionOperations#query list}.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   * @throws IllegalStateException for what is not billed yet, which is no invoice
   */
  public Invoice get() {
    checkBilled();
    return service.send(
        ServiceCall.get("invoices.get", service.url("v1", "invoices", invoiceId).build(), INVOICE));
  }

  /** {@link #get} on another thread; cancelling the future ends the call. */
  public CompletableFuture<Invoice> getAsync() {
    return service.async(this::get);
  }

  /**
   * The charge lines that {@code query} selects: {@code GET /v1/invoices/{id}/lineitems}. App-only
   * and app+user credentials will both do. For which periods the service still has lines of modern
   * commerce here, it decides; those of legacy invoices it always has.
   *
   * @throws IllegalArgumentException if {@code query} lacks what the service needs for this invoice
   */
  public <T extends InvoiceLineItem> PagedOperations<T> lineItems(LineItemQuery<T> query) {
    query.check(isUnbilled());
    PagedQuery<T> pages =
        new PagedQuery<>(
            isUnbilled() ? "invoices.unbilled.lineItems" : "invoices.lineItems",
            query.on(service.url("v1", "invoices", invoiceId, "lineitems")),
            Position.at(query.offset()),
            query.size(),
            query.seeks(),
            new LineItemReader<>(query.rowType(), query.provider(), query.invoiceLineItemType()));
    return new PagedOperations<>(service, pages);
  }

  /**
   * The invoice as a PDF: {@code GET /v1/invoices/{id}/documents/statement}; needs app+user
   * credentials.
   *
   * @throws IllegalStateException for what is not billed yet
   */
  public DocumentOperations statement() {
    checkBilled();
    return new DocumentOperations(
        service,
        "invoices.statement.download",
        service.url("v1", "invoices", invoiceId, "documents", "statement").build());
  }

  /**
   * The tax receipts for the invoice, which only partners in Taiwan get.
   *
   * @throws IllegalStateException for what is not billed yet
   */
  public ReceiptCollectionOperations receipts() {
    checkBilled();
    return new ReceiptCollectionOperations(service, invoiceId);
  }

  private void checkBilled() {
    if (!isUnbilled()) return;
    throw new IllegalStateException("what is unbilled has no invoice yet, only lineItems(query)");
  }

  private boolean isUnbilled() {
    return invoiceId.equalsIgnoreCase(UNBILLED);
  }
}
