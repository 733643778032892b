package io.partnercenter.console;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.TaxReceipt;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tables show of each kind of row, and how. */
final class Columns {
  private static final int WIDEST = 36;

  static final List<ColumnData<Balance>> BALANCES =
      List.of(
          text("Invoices", Balance::invoices),
          amount("Balance", Balance::balanceAmount),
          text("Currency", Balance::currencyCode),
          amount("Last payment", Balance::lastPaymentAmount),
          day("Paid on", Balance::lastPaymentDate),
          day("First invoice", Balance::firstInvoiceCreationDate),
          day("Latest invoice", Balance::latestInvoiceDate));

  static final List<ColumnData<Invoice>> INVOICES =
      List.of(
          text("Number", Invoice::id),
          text("Type", Invoice::invoiceType),
          day("Date", Invoice::invoiceDate),
          amount("Charges", Invoice::totalCharges),
          amount("Paid", Invoice::paidAmount),
          text("Currency", Invoice::currencyCode),
          text("Amended by", Columns::amendments));

  static final List<ColumnData<Invoice>> AMENDMENTS =
      List.of(
          text("Number", Invoice::id),
          text("Document", Invoice::documentType),
          text("Amends", Invoice::amendsOf),
          day("Date", Invoice::invoiceDate),
          amount("Charges", Invoice::totalCharges),
          text("Currency", Invoice::currencyCode));

  static final List<ColumnData<TaxReceipt>> RECEIPTS =
      List.of(
          text("Receipt", TaxReceipt::id), text("PDF", TaxReceipt::taxReceiptPdfDownloadLink, 80));

  static final List<ColumnData<InvoiceLineItem>> LINES =
      List.of(
          text("Customer", item -> Line.of(item).customer(), 28),
          text("Item", item -> Line.of(item).item()),
          day("From", item -> Line.of(item).from()),
          amount("Quantity", item -> Line.of(item).quantity()),
          amount("Amount", item -> Line.of(item).amount()),
          text("Currency", item -> Line.of(item).currency()));

  static final List<ColumnData<EstimateLink>> ESTIMATES =
      List.of(
          text("Estimate", EstimateLink::type),
          text("Period", EstimateLink::period),
          text("Lines", estimate -> estimate.link() == null ? null : estimate.link().uri(), 140));

  static final List<ColumnData<EstimateSum>> ESTIMATE_SUMS =
      List.of(
          text("Estimate", EstimateSum::type),
          text("Period", EstimateSum::period),
          amount("Lines", sum -> BigDecimal.valueOf(sum.lines())),
          amount("Sum", EstimateSum::amount),
          text("Currency", EstimateSum::currency));

  static final List<ColumnData<StoredDocument>> DOCUMENTS =
      List.of(
          text("File", StoredDocument::file, 200),
          amount("Bytes", file -> BigDecimal.valueOf(file.bytes())));

  static final List<ColumnData<SignedIn>> SIGNED_IN =
      List.of(
          text("User", SignedIn::user, 60),
          text("App", SignedIn::app, 40),
          text("Tenant", SignedIn::tenant, 40),
          text("Good for", SignedIn::goodFor, 60),
          text("Permissions", SignedIn::permissions),
          text("Second factor", SignedIn::secondFactor),
          text("Until", SignedIn::until));

  private Columns() {}

  static <T> ColumnData<T> text(String header, Function<T, @Nullable Object> value) {
    return text(header, value, WIDEST);
  }

  private static <T> ColumnData<T> text(
      String header, Function<T, @Nullable Object> value, int widest) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .maxWidth(widest, OverflowBehaviour.ELLIPSIS_RIGHT)
        .with(row -> text(value.apply(row)));
  }

  private static String amendments(Invoice invoice) {
    return invoice.amendments().stream()
        .map(amendment -> text(amendment.id()))
        .collect(Collectors.joining(", "));
  }

  /** The day as the service wrote it, in its offset. */
  static <T> ColumnData<T> day(String header, Function<T, @Nullable OffsetDateTime> value) {
    return text(
        header,
        row -> {
          OffsetDateTime time = value.apply(row);
          return time == null ? null : time.toLocalDate();
        });
  }

  static <T> ColumnData<T> amount(String header, Function<T, @Nullable BigDecimal> value) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.RIGHT)
        .dataAlign(HorizontalAlign.RIGHT)
        .with(row -> amount(value.apply(row)));
  }

  /** All digits that were sent, thousands set apart by commas. */
  static String amount(@Nullable BigDecimal amount) {
    return amount == null
        ? ""
        : String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
  }

  /** Made harmless before the table is laid out, so that its columns stay where they are. */
  private static String text(@Nullable Object value) {
    return value == null ? "" : TerminalText.line(value.toString());
  }
}
