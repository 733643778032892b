package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.InvoiceType;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service does otherwise than its documentation says, as far as requests show it. */
class WireQuirksOnTheWireTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void closeServer() {
    server.close();
  }

  private List<InvoiceLineItem> openQuery(BillingProvider provider, InvoiceLineItemType type) {
    return partner
        .invoices()
        .byId("G1")
        .lineItems(LineItemQuery.of(provider, type).currencyCode("USD"))
        .get()
        .items();
  }

  private String parameter(String name) {
    HttpUrl url = HttpUrl.get("http://localhost" + server.request().getTarget());
    return requireNonNull(url.queryParameter(name), name);
  }

  @Test
  @DisplayName("quirk 6: a charge line that names neither provider nor type is told by its kind")
  void chargesWithoutDiscriminators() {
    server.answersJson(
        200,
        Pages.of("{\"orderId\":\"1\",\"attributes\":{\"objectType\":\"OneTimeInvoiceLineItem\"}}")
            .json());

    List<InvoiceLineItem> lines =
        openQuery(BillingProvider.ALL, InvoiceLineItemType.of("whatever"));

    assertThat(lines).singleElement().isInstanceOf(OneTimeInvoiceLineItem.class);
    assertThat(lines.get(0).billingProvider()).isNull();
    assertThat(lines.get(0).invoiceLineItemType()).isNull();
  }

  @Test
  @DisplayName("quirk 6: a usage line that names neither provider nor type is told by its kind")
  void usageWithoutDiscriminators() {
    server.answersJson(
        200,
        Pages.of(
                "{\"meterId\":\"1\",\"invoiceLineItemTypce\":\"usage_line_items\","
                    + "\"attributes\":{\"objectType\":\"DailyRatedUsageLineItem\"}}")
            .json());

    List<InvoiceLineItem> lines =
        openQuery(BillingProvider.ALL, InvoiceLineItemType.BILLING_LINE_ITEMS);

    assertThat(lines).singleElement().isInstanceOf(DailyRatedUsageLineItem.class);
    assertThat(lines.get(0).additionalProperties())
        .containsEntry("invoiceLineItemTypce", "usage_line_items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"marketplace", "one_time", "onetime", "Marketplace"})
  @DisplayName("quirk 8: usage that was asked for of onetime says that it is of marketplace")
  void usageOfAnotherProviderThanWasAskedFor(String provider) {
    server.answersJson(
        200,
        Pages.of(
                "{\"meterId\":\"1\",\"invoiceLineItemType\":\"usage_line_items\","
                    + "\"billingProvider\":\""
                    + provider
                    + "\"}")
            .json());

    List<DailyRatedUsageLineItem> lines =
        partner
            .invoices()
            .byId("G1")
            .lineItems(LineItemQuery.oneTimeUsage("USD", BillingPeriod.PREVIOUS))
            .get()
            .items();

    assertThat(parameter("provider")).isEqualTo("onetime");
    assertThat(lines)
        .extracting(DailyRatedUsageLineItem::billingProvider)
        .containsExactly(BillingProvider.of(provider));
  }

  @ParameterizedTest
  @CsvSource({
    "one_time, onetime",
    "OneTime, onetime",
    "oneTime, onetime",
    "ONE_TIME, onetime",
    "onetime, onetime",
    "Office, office",
    "AZURE, azure",
    "Marketplace, marketplace",
    "All, all",
    "none, none",
    "azure_data_market, azuredatamarket",
  })
  @DisplayName(
      "quirk 13, C13: the provider has its own spelling in queries, whatever it is said in")
  void providersInQueries(String spelling, String query) {
    server.answersJson(200, Pages.of().json());

    openQuery(BillingProvider.of(spelling), InvoiceLineItemType.BILLING_LINE_ITEMS);

    assertThat(parameter("provider")).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource({
    "billing_line_items, billinglineitems",
    "BillingLineItems, billinglineitems",
    "billingLineItems, billinglineitems",
    "usage_line_items, usagelineitems",
    "UsageLineItems, usagelineitems",
    "none, none",
  })
  @DisplayName("quirk 13: so has the type of line")
  void lineItemTypesInQueries(String spelling, String query) {
    server.answersJson(200, Pages.of().json());

    openQuery(BillingProvider.ONE_TIME, InvoiceLineItemType.of(spelling));

    assertThat(parameter("invoiceLineItemType")).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource({"CURRENT, current", "PREVIOUS, previous"})
  @DisplayName("quirk 13: so has the period")
  void periodsInQueries(BillingPeriod period, String query) {
    server.answersJson(200, Pages.of().json());

    partner.invoices().unbilled().lineItems(LineItemQuery.oneTimeUsage("USD", period)).get();

    assertThat(parameter("period")).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource({"recurring, Recurring", "one_time, OneTime", "OneTime, OneTime"})
  @DisplayName("quirk 13: the type of invoice is sent as answers spell it")
  void invoiceTypesInQueries(String spelling, String query) {
    server.answersJson(200, Pages.of().json());

    partner.invoices().query(InvoiceQuery.all().invoiceType(InvoiceType.of(spelling))).get();

    assertThat(parameter("invoiceType")).isEqualTo(query);
  }

  @Test
  @DisplayName("quirk 13: the only seek operation is Next")
  void seekOperationInQueries() {
    Paging.SEEK.answers(server, Pages.ofOrders("1"), Pages.ofOrders("2"));

    Paging.walk(Paging.SEEK.lines(partner));

    assertThat(server.targets().get(0)).doesNotContain("seekOperation");
    assertThat(server.targets().get(1)).endsWith("&seekOperation=Next");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("quirk 17: a total count that miscounts its own page ends nothing")
  void totalCountsThatMiscount(Paging paging) {
    server.answersJson(
        200, paging.link(Pages.ofOrders("1", "2").with("totalCount", "1"), 1).json());
    server.answersJson(
        200, paging.link(Pages.ofOrders("3", "4").with("totalCount", "0"), 2).json());
    server.answersJson(200, Pages.ofOrders("5").with("totalCount", "3").json());

    List<String> rows = orderIds(paging.lines(partner).stream());

    assertThat(rows).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  @DisplayName(
      "quirk 17: a continuation token in the headers of the answer itself is none, without a next link")
  void continuationTokensInHttpHeaders() {
    server.answers(
        PartnerServer.json(200, Pages.ofOrders("1").json())
            .setHeader("MS-ContinuationToken", "token-1")
            .build());

    List<String> rows = orderIds(Paging.SEEK.lines(partner).stream());

    assertThat(rows).containsExactly("1");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/invoices/OneTime-G1/lineitems?provider=onetime&size=2?seekOperation=Next",
        "/invoices/OneTime-G1/lineitems?provider=onetime&nvoicelineitemtype=billinglineitems",
        "/invoices/unbilled/lineitems?provider=one_time&offset=",
        "/v1//invoices/OneTime-G1/lineitems",
        "not a link at all %zz",
        ""
      })
  @DisplayName("quirk 18: a malformed next link is not what is called")
  void malformedNextLinks(String uri) {
    server.answersJson(200, Pages.ofOrders("1").nextLink(uri, Pages.header("AQ/b+c,d==")).json());
    server.answersJson(200, Pages.ofOrders("2").json());

    List<String> rows = orderIds(Paging.SEEK.lines(partner).stream());

    String first = server.targets().get(0);
    assertThat(rows).containsExactly("1", "2");
    assertThat(server.targets()).containsExactly(first, first + "&seekOperation=Next");
    assertThat(server.headers("MS-ContinuationToken")).containsExactly(null, "AQ/b+c,d==");
  }

  @Test
  @DisplayName("quirk 18: links without version and with the type before the id stay as they are")
  void linksAsTheyWereSent() {
    server.answersFixture("wire/invoice-every-field");

    Invoice invoice = partner.invoices().byId("G000000041").get();

    assertThat(requireNonNull(requireNonNull(invoice.links()).self()).uri())
        .isEqualTo("/invoices/OneTime-G000000041");
    assertThat(server.targets()).containsExactly("/v1/invoices/G000000041");
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD", "usd", "Usd"})
  @DisplayName("quirk 19: a currency code is sent in the case it was given in")
  void currencyCodesInQueries(String code) {
    server.answersJson(200, Pages.of("{\"currency\":\"USD\"}").json());

    List<OneTimeInvoiceLineItem> lines =
        partner
            .invoices()
            .byId("G1")
            .lineItems(LineItemQuery.oneTimeBilling(code, BillingPeriod.PREVIOUS))
            .get()
            .items();

    assertThat(parameter("currencyCode")).isEqualTo(code);
    assertThat(lines).extracting(OneTimeInvoiceLineItem::currency).containsExactly("USD");
  }
}
