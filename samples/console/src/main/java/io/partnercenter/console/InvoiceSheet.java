package io.partnercenter.console;

import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An invoice laid out for reading. */
final class InvoiceSheet {
  private final Output output;

  InvoiceSheet(Output output) {
    this.output = output;
  }

  void write(Invoice invoice) throws IOException {
    output.heading("Invoice " + invoice.id());
    fact("type", type(invoice.invoiceType()));
    fact("made on", day(invoice.invoiceDate()));
    fact("for", period(invoice));
    fact("charges", money(invoice.totalCharges(), invoice));
    fact("paid", money(invoice.paidAmount(), invoice));
    fact("statement", invoice.pdfDownloadLink());
    fact(
        "line items",
        invoice.invoiceDetails().stream()
            .map(InvoiceSheet::name)
            .collect(Collectors.joining(", ")));

    output.line("");
    output.line("Amendments");
    output.table(withNested(invoice.amendments()), Columns.AMENDMENTS);
    output.line("");
    output.line("Tax receipts");
    output.table(invoice.taxReceipts(), Columns.RECEIPTS);
  }

  private void fact(String name, @Nullable Object value) throws IOException {
    if (value != null) output.line("%-12s%s", name, value);
  }

  /** The service's names mislead: OneTime invoices hold recurring charges, too. */
  private static @Nullable Object type(@Nullable InvoiceType type) {
    if (InvoiceType.RECURRING.equals(type)) return type + ": legacy commerce";
    return InvoiceType.ONE_TIME.equals(type) ? type + ": modern commerce" : type;
  }

  private static @Nullable Object day(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toLocalDate();
  }

  private static @Nullable String period(Invoice invoice) {
    OffsetDateTime start = invoice.billingPeriodStartDate();
    OffsetDateTime end = invoice.billingPeriodEndDate();
    if (start == null || end == null) return null;
    return start.toLocalDate() + " to " + end.toLocalDate();
  }

  private static @Nullable String money(@Nullable BigDecimal amount, Invoice invoice) {
    return amount == null ? null : Columns.amount(amount) + " " + invoice.currencyCode();
  }

  private static String name(InvoiceDetail detail) {
    return detail.billingProvider() + " " + detail.invoiceLineItemType();
  }

  /** A note may be amended itself, and so on. */
  private static List<Invoice> withNested(List<Invoice> amendments) {
    List<Invoice> all = new ArrayList<>();
    for (Invoice amendment : amendments) {
      all.add(amendment);
      all.addAll(withNested(amendment.amendments()));
    }
    return all;
  }
}
