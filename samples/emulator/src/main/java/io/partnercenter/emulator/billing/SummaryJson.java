package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.Timestamps;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.BillingCurrency;
import io.partnercenter.emulator.tenant.Invoice;
import java.math.BigDecimal;
import java.util.List;

/** The JSON of the balance in one currency, with a part for each type of invoice. */
final class SummaryJson {
  private SummaryJson() {}

  static void write(JsonWriter json, BillingAccount account, String currencyCode) {
    List<Invoice> invoices = account.invoicesIn(currencyCode);
    json.begin();
    figures(json, BillingCurrency.valueOf(currencyCode), invoices);
    json.array(
        "details",
        List.of("Recurring", "OneTime"),
        (out, type) -> detail(out, BillingCurrency.valueOf(currencyCode), type, invoices));
    // In a list of summaries the link is the same.
    json.begin("links").link("self", "/invoices/summary").end().attributes("InvoiceSummary").end();
  }

  private static void detail(
      JsonWriter json, BillingCurrency currency, String type, List<Invoice> invoices) {
    json.begin().text("invoiceType", type).begin("summary");
    figures(json, currency, invoices.stream().filter(i -> i.invoiceType().equals(type)).toList());
    json.attributes("InvoiceSummary").end().end();
  }

  private static void figures(JsonWriter json, BillingCurrency currency, List<Invoice> invoices) {
    List<Invoice> paid = invoices.stream().filter(Invoice::hasPayment).toList();
    json.number("balanceAmount", BillingAccount.balance(invoices))
        .text("currencyCode", currency.name())
        .text("currencySymbol", currency.symbol())
        .text("accountingDate", invoices.isEmpty() ? Timestamps.YEAR_ONE : newest(invoices))
        .text("firstInvoiceCreationDate", first(invoices))
        .text("lastPaymentDate", paid.isEmpty() ? Timestamps.YEAR_ONE : newest(paid) + "Z")
        .number("lastPaymentAmount", paid.isEmpty() ? BigDecimal.ZERO : last(paid).paidAmount())
        .text("latestInvoiceDate", invoices.isEmpty() ? Timestamps.YEAR_ONE : newest(invoices));
  }

  private static String first(List<Invoice> invoices) {
    return invoices.isEmpty()
        ? Timestamps.YEAR_ONE
        : Timestamps.withZ(invoices.get(0).invoiceDate(), 0);
  }

  private static String newest(List<Invoice> invoices) {
    return Timestamps.withoutZone(last(invoices).invoiceDate());
  }

  private static Invoice last(List<Invoice> invoices) {
    return invoices.get(invoices.size() - 1);
  }
}
