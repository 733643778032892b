package io.partnercenter.console;

import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.InvoiceSummaryDetail;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the summary.
 *
 * @param invoices {@code all}, or the type of invoice that the row is about
 */
record Balance(
    String invoices,
    @Nullable BigDecimal balanceAmount,
    @Nullable String currencyCode,
    @Nullable OffsetDateTime accountingDate,
    @Nullable OffsetDateTime firstInvoiceCreationDate,
    @Nullable OffsetDateTime lastPaymentDate,
    @Nullable BigDecimal lastPaymentAmount,
    @Nullable OffsetDateTime latestInvoiceDate) {

  /** The whole, then its parts. */
  static List<Balance> of(InvoiceSummary summary) {
    List<Balance> balances = new ArrayList<>();
    balances.add(of("all", summary));
    for (InvoiceSummaryDetail detail : summary.details()) {
      InvoiceSummary part = detail.summary();
      if (part != null) balances.add(of(String.valueOf(detail.invoiceType()), part));
    }
    return balances;
  }

  private static Balance of(String invoices, InvoiceSummary summary) {
    return new Balance(
        invoices,
        summary.balanceAmount(),
        summary.currencyCode(),
        summary.accountingDate(),
        summary.firstInvoiceCreationDate(),
        summary.lastPaymentDate(),
        summary.lastPaymentAmount(),
        summary.latestInvoiceDate());
  }
}
