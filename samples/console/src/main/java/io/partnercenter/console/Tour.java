package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.invoices.InvoiceOperations;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.models.DocumentType;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.InvoiceType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The balance, the invoices, and all charges of one legacy and of one modern invoice. */
final class Tour {
  private static final int MONTHS = 12;

  private final IPartner partner;
  private final PartnerConsole console;
  private final Output output;

  Tour(IPartner partner, PartnerConsole console) {
    this.partner = partner;
    this.console = console;
    this.output = console.output();
  }

  void give() throws IOException {
    InvoiceSummary summary = partner.invoices().summary().get();
    output.heading("Balance");
    output.table(Balance.of(summary), Columns.BALANCES);

    List<Invoice> invoices = invoices(summary);
    output.table(invoices, Columns.INVOICES);
    output.flush();

    for (InvoiceType type : List.of(InvoiceType.RECURRING, InvoiceType.ONE_TIME)) {
      Optional<Invoice> example = example(invoices, type);
      if (example.isPresent()) show(example.get());
    }
  }

  /** Those of a year, because all there are may be more than the service lists in time. */
  private List<Invoice> invoices(InvoiceSummary summary) throws IOException {
    OffsetDateTime latest = summary.latestInvoiceDate();
    InvoiceQuery query = InvoiceQuery.all();
    if (latest == null) {
      output.heading("Invoices");
    } else {
      LocalDate from = latest.toLocalDate().minusMonths(MONTHS);
      output.heading("Invoices since " + from);
      query = InvoiceQuery.invoicedFrom(from);
    }
    try (Stream<Invoice> invoices = partner.invoices().query(query).stream()) {
      return invoices.toList();
    }
  }

  /** The one with most to show: not void, if possible amended, else the newest. */
  private static Optional<Invoice> example(List<Invoice> invoices, InvoiceType type) {
    return invoices.stream()
        .filter(invoice -> type.equals(invoice.invoiceType()))
        .filter(invoice -> invoice.id() != null)
        .max(
            Comparator.comparing((Invoice invoice) -> !isVoid(invoice))
                .thenComparing(invoice -> !invoice.amendments().isEmpty())
                .thenComparing(
                    Invoice::invoiceDate, Comparator.nullsFirst(Comparator.naturalOrder())));
  }

  private static boolean isVoid(Invoice invoice) {
    return invoice.amendments().stream()
        .anyMatch(amendment -> DocumentType.VOID_NOTE.equals(amendment.documentType()));
  }

  private void show(Invoice listed) throws IOException {
    String id = String.valueOf(listed.id());
    InvoiceOperations operations = partner.invoices().byId(id);
    Invoice invoice = byId(operations, listed);
    new InvoiceSheet(output).write(invoice);
    output.line("");
    output.line("Line items");
    output.flush();

    Reconciliation reconciliation = new Reconciliation(invoice);
    for (LineSet set : LineSet.of(invoice)) {
      try (Progress progress = console.progress(id + " " + set.name())) {
        InvoiceOperations heard = progress.heardBy(partner).invoices().byId(id);
        LineWalk walk = new LineWalk(heard.lineItems(set.query()), Long.MAX_VALUE);
        reconciliation.add(set, walk.to(Rows.nowhere()));
      }
    }
    reconciliation.write(output);
    output.flush();
  }

  /**
   * The service has lists for every sign-in, but single invoices for users only, and of the modern
   * ones no longer all. What the list says of an invoice then has to do.
   */
  private Invoice byId(InvoiceOperations operations, Invoice listed) {
    try {
      return operations.get();
    } catch (PartnerServiceException e) {
      if (e.statusCode() != 403 && e.statusCode() != 404) throw e;
      console.note("Taken from the list, because by itself it is not to be had: " + e.getMessage());
      return listed;
    }
  }
}
