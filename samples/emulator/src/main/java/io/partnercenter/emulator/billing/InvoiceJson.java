package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.Amendment;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.Timestamps;
import io.partnercenter.emulator.tenant.Invoice;
import io.partnercenter.emulator.tenant.LineCollection;
import java.util.List;

/** The JSON of an invoice: in the list, by id, and as an amendment. */
final class InvoiceJson {
  private InvoiceJson() {}

  static void listed(JsonWriter json, Invoice invoice) {
    write(json, invoice, false);
  }

  /**
   * Writes an invoice by id, the only form with a billing period and always with the statement's
   * link.
   */
  static void byId(JsonWriter json, Invoice invoice) {
    write(json, invoice, true);
  }

  private static void write(JsonWriter json, Invoice invoice, boolean byItself) {
    json.begin()
        .text("id", invoice.id())
        .text("invoiceDate", Timestamps.withZ(invoice.invoiceDate(), invoice.fractionDigits()));
    if (byItself) {
      json.text(
              "billingPeriodStartDate",
              Timestamps.withZ(invoice.month().atDay(1).atStartOfDay(), 0))
          .text(
              "billingPeriodEndDate",
              Timestamps.withZ(invoice.month().atEndOfMonth().atTime(23, 59, 59, 999_999_900), 7));
    }
    json.number("totalCharges", invoice.totalCharges())
        .number("paidAmount", invoice.paidAmount())
        .text("currencyCode", invoice.currencyCode())
        .text("currencySymbol", invoice.currency().symbol());
    if (byItself || invoice.position() % 2 == 0) {
      json.text("pdfDownloadLink", "/invoices/" + invoice.id() + "/documents/statement");
    }
    taxReceipts(json, invoice);
    json.array("invoiceDetails", invoice.lineItems(), (out, lines) -> detail(out, invoice, lines));
    amendments(json, invoice, invoice.amendments());
    json.text("documentType", "invoice").text("invoiceType", invoice.invoiceType());
    if (invoice.position() % 5 == 1) json.text("state", "active");
    json.begin("links")
        .link("self", "/invoices/" + invoice.prefixedId())
        .end()
        .attributes("Invoice")
        .end();
  }

  private static void taxReceipts(JsonWriter json, Invoice invoice) {
    if (!invoice.isModern()) return;
    json.array(
        "taxReceipts",
        invoice.taxReceiptIds(),
        (out, id) ->
            out.begin()
                .text("id", id)
                .text(
                    "taxReceiptPdfDownloadLink",
                    "/invoices/" + invoice.id() + "/receipts/" + id + "/documents/statement")
                .end());
  }

  private static void detail(JsonWriter json, Invoice invoice, LineCollection lines) {
    json.begin()
        .text("invoiceLineItemType", lines.kind().lineItemType())
        .text("billingProvider", lines.kind().provider())
        .begin("links")
        .link("self", pathStyle(invoice, lines.kind()))
        .end()
        .attributes("InvoiceDetail")
        .end();
  }

  /** Returns a link of the old style, in which the query's values are part of the path. */
  private static String pathStyle(Invoice invoice, LineKind kind) {
    String provider =
        switch (kind) {
          case LICENSE_BASED -> "Office";
          case USAGE_BASED, DAILY_USAGE -> "Azure";
          case ONE_TIME, DAILY_RATED_USAGE -> "OneTime";
        };
    String type = kind.isBilling() ? "BillingLineItems" : "UsageLineItems";
    return "/invoices/" + invoice.prefixedId() + "/lineitems/" + provider + "/" + type;
  }

  private static void amendments(JsonWriter json, Invoice invoice, List<Amendment> amendments) {
    json.array("amendments", amendments, (out, amendment) -> amendment(out, invoice, amendment));
  }

  private static void amendment(JsonWriter json, Invoice invoice, Amendment amendment) {
    json.begin()
        .text("id", amendment.id())
        .text("invoiceDate", Timestamps.withZ(amendment.invoiceDate(), 7))
        .number("totalCharges", amendment.totalCharges())
        .integer("paidAmount", 0)
        .text("currencyCode", invoice.currencyCode())
        .text("currencySymbol", invoice.currency().symbol())
        .array("invoiceDetails", invoice.lineItems().subList(0, 1), InvoiceJson::bareDetail);
    amendments(json, invoice, amendment.amendments());
    json.text("documentType", amendment.documentType())
        .text("amendsOf", amendment.amendsOf())
        .text("invoiceType", invoice.invoiceType())
        .attributes("Invoice")
        .end();
  }

  /** Writes a detail of an amendment, which names a kind of lines without a link. */
  private static void bareDetail(JsonWriter json, LineCollection lines) {
    json.begin()
        .text("invoiceLineItemType", lines.kind().lineItemType())
        .text("billingProvider", lines.kind().provider())
        .attributes("InvoiceDetail")
        .end();
  }
}
