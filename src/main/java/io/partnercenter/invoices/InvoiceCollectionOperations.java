package io.partnercenter.invoices;

import io.partnercenter.internal.Arguments;
import io.partnercenter.internal.PagedQuery;
import io.partnercenter.internal.Position;
import io.partnercenter.internal.RowReader;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.Invoice;
import java.util.Locale;
import java.util.Set;

/** The partner's invoices: {@code /v1/invoices}. */
public final class InvoiceCollectionOperations {
  /** Ids that would be other resources, and answers of another kind. */
  private static final Set<String> TAKEN = Set.of("summary", "summaries", "estimates");

  private final ServiceClient service;

  /**
   * For {@code IPartner}, which is the way here: nobody else can name the argument's type.
   *
   * @hidden
   */
  @SuppressWarnings({"exports", "InvalidBlockTag"}) // Error Prone does not know @hidden here.
  public InvoiceCollectionOperations(ServiceClient service) {
    this.service = service;
  }

  /** What the partner owes. */
  public InvoiceSummaryOperations summary() {
    return new InvoiceSummaryOperations(service);
  }

  /** What the partner owes in each currency. */
  public InvoiceSummariesOperations summaries() {
    return new InvoiceSummariesOperations(service);
  }

  /** What the next invoices will be about; modern commerce only. */
  public EstimateOperations estimates() {
    return new EstimateOperations(service, unbilled());
  }

  /**
   * The invoices that {@code query} selects: {@code GET /v1/invoices}. The service pages legacy
   * invoices; those of modern commerce come all at once whatever size was asked for, and take so
   * long when there are many that a query should be bounded by {@linkplain
   * InvoiceQuery#invoicedFrom dates}.
   */
  public PagedOperations<Invoice> query(InvoiceQuery query) {
    PagedQuery<Invoice> pages =
        new PagedQuery<>(
            "invoices.query",
            query.on(service.url("v1", "invoices")),
            Position.at(query.offset()),
            query.size(),
            false,
            RowReader.of(Invoice.class));
    return new PagedOperations<>(service, pages);
  }

  /**
   * One invoice.
   *
   * @param invoiceId its number, such as {@code G000024135} or {@code D0300AB123}, or the prefixed
   *     form found in links, such as {@code OneTime-G000024135}
   * @throws IllegalArgumentException if it cannot be an invoice's
   */
  public InvoiceOperations byId(String invoiceId) {
    Arguments.segment(invoiceId, "invoiceId");
    Arguments.check(
        !TAKEN.contains(invoiceId.toLowerCase(Locale.ROOT)),
        "%s is no invoice's id but another resource",
        invoiceId);
    return new InvoiceOperations(service, invoiceId);
  }

  /**
   * Every line of {@code invoice}, of all kinds that it announces in its {@linkplain
   * Invoice#invoiceDetails() details}, and whether each came. No request yet. The lines of its
   * amendments are not among them: amendments name kinds of lines, too, but link to none.
   *
   * @param invoice as the service gave it
   * @throws IllegalArgumentException if it lacks its id, or a detail its provider or type, or if
   *     usage of modern commerce is announced without a currency
   */
  public AnnouncedLineItems lineItemsOf(Invoice invoice) {
    String invoiceId = invoice.id();
    if (invoiceId == null) throw new IllegalArgumentException("the invoice has no id");
    return AnnouncedLineItems.of(invoice, byId(invoiceId), invoiceId);
  }

  /** What has been used or bought and is not on an invoice yet; modern commerce only. */
  public InvoiceOperations unbilled() {
    return byId(InvoiceOperations.UNBILLED);
  }
}
