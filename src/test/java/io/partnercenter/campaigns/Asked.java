package io.partnercenter.campaigns;

import static io.partnercenter.models.BillingPeriod.PREVIOUS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.campaigns.Node.Shape;
import io.partnercenter.campaigns.Wire.Place;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.exports.ExportOperations;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.exports.RunningExport;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.Fixtures;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that users ask for, with an answer that has every documented field.
 *
 * @param what comes back
 * @param row is what the answer consists of, once or more often
 */
record Asked(String what, Place place, String row, String body, Call call) {
  private static final String PAGE =
      """
      {"totalCount":2,"items":[ROW,ROW],"links":{
      "self":{"uri":"/invoices?size=2&offset=0","method":"GET","headers":[]},
      "next":{"uri":"/invoices?size=2&offset=2","method":"GET","headers":[
      {"key":"MS-ContinuationToken","value":"AbC,dEf/+=="}]}},
      "attributes":{"objectType":"Collection"}}
      """;
  private static final String WHOLE = "{\"totalCount\":2,\"items\":[ROW,ROW]}";
  private static final String LINES = "[ROW,ROW,ROW]";

  /** Asks, and returns the record, or the list of records, that comes back. */
  interface Call {
    Object of(IPartner partner, @Nullable Consumer<UnreadableRow> aside);
  }

  static Stream<Asked> models() {
    return Stream.of(
        single("Invoice", "invoices/every-field", p -> p.invoices().byId("G1").get()),
        single("InvoiceSummary", "invoice-summary/every-field", p -> p.invoices().summary().get()),
        whole("InvoiceSummary", "invoice-summary/every-field", p -> p.invoices().summaries().get()),
        whole(
            "EstimateLink",
            "estimates/every-field",
            p -> p.invoices().estimates().links("EUR").get()),
        page("Invoice", "invoices/every-field", p -> p.invoices().query(InvoiceQuery.all())),
        lines("LicenseBasedLineItem", "license-based", LineItemQuery.officeBilling()),
        lines("UsageBasedLineItem", "usage-based", LineItemQuery.azureBilling()),
        lines("DailyUsageLineItem", "daily-usage", LineItemQuery.azureUsage()),
        lines("OneTimeInvoiceLineItem", "one-time", LineItemQuery.oneTimeBilling("USD", PREVIOUS)),
        lines(
            "DailyRatedUsageLineItem",
            "daily-rated-usage",
            LineItemQuery.oneTimeUsage("USD", PREVIOUS)),
        lines(
            "InvoiceLineItem",
            "one-time",
            LineItemQuery.of(BillingProvider.ONE_TIME, InvoiceLineItemType.BILLING_LINE_ITEMS)),
        lines(
            "UnrecognizedLineItem",
            "unrecognized",
            LineItemQuery.of(BillingProvider.of("new"), InvoiceLineItemType.of("new"))),
        page(
            "unbilled OneTimeInvoiceLineItem",
            "line-items/one-time-every-field",
            p -> p.invoices().unbilled().lineItems(LineItemQuery.oneTimeBilling("USD", PREVIOUS))),
        rows(
            "ReconciliationRecord",
            "export-rows/reconciliation-every-field",
            p -> p.exports().billedReconciliation("G1")),
        rows(
            "DailyUsageRecord",
            "export-rows/daily-usage-every-field",
            p -> p.exports().unbilledUsage(PREVIOUS, "USD")));
  }

  private static Asked single(String what, String fixture, Function<IPartner, Object> get) {
    String row = Fixtures.text(fixture);
    return new Asked(what, Place.SERVICE, row, "ROW", (p, aside) -> get.apply(p));
  }

  private static Asked whole(String what, String fixture, Function<IPartner, Object> get) {
    String row = Fixtures.text(fixture);
    return new Asked(
        "collections of " + what, Place.SERVICE, row, WHOLE, (p, aside) -> get.apply(p));
  }

  private static Asked page(
      String what, String fixture, Function<IPartner, PagedOperations<?>> query) {
    return new Asked(
        "pages of " + what,
        Place.SERVICE,
        Fixtures.text(fixture),
        PAGE,
        (p, aside) -> read(query.apply(p), aside));
  }

  private static <T> Object read(PagedOperations<T> rows, @Nullable Consumer<UnreadableRow> aside) {
    PagedResourceCollection<T> page = (aside == null ? rows : rows.onUnreadable(aside)).get();
    if (page.next() == null) return page;
    try {
      PagedResourceCollection<T> same = rows.from(page.next()).get();
      assertThat(same.items()).isEqualTo(page.items());
    } catch (PartnerException e) {
      // Rows that were set aside before fail the page now.
    }
    return page;
  }

  private static Asked lines(String what, String fixture, LineItemQuery<?> query) {
    String file = "line-items/" + fixture + "-every-field";
    return page(what, file, p -> p.invoices().byId("G1").lineItems(query));
  }

  private static Asked rows(
      String what, String fixture, Function<IPartner, ExportOperations<?>> export) {
    String row = Fixtures.text(fixture);
    return new Asked(
        "lines of " + what,
        Place.BLOB,
        row,
        LINES,
        (p, aside) -> read(export.apply(p).start(), aside));
  }

  private static <T> Object read(RunningExport<T> export, @Nullable Consumer<UnreadableRow> aside) {
    RunningExport<T> one = export.with(ExportOptions.defaults().parallelBlobs(1));
    try (Stream<T> rows = (aside == null ? one : one.onUnreadable(aside)).stream()) {
      return rows.toList();
    }
  }

  /** The answer, to be changed. */
  Node json() {
    Node json = Node.of(body.replace("ROW", row).getBytes(UTF_8));
    if (place == Place.BLOB) json.shape = Shape.LINES;
    return json;
  }

  @Override
  public String toString() {
    return what;
  }
}
