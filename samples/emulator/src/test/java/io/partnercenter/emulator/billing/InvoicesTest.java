package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Tenant;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicesTest {
  private final Emulator emulator = Emulator.builder().seed(5).rows(20).months(4).start();
  private final Tenant tenant = emulator.tenant();
  private final Client client = new Client(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void theListHasEveryInvoiceWithItsTotal() throws IOException {
    List<JsonNode> items = Client.items(client.get("/v1/invoices").json());

    assertThat(items).hasSize(24);
    for (JsonNode item : items) {
      TenantInvoice invoice = only(candidate -> candidate.id().equals(item.path("id").asText()));
      assertThat(item.path("totalCharges").decimalValue())
          .isEqualByComparingTo(invoice.totalCharges());
      assertThat(item.path("currencyCode").asText()).isEqualTo(invoice.currencyCode());
      assertThat(item.path("links").path("self").path("uri").asText())
          .isEqualTo("/invoices/" + invoice.prefixedId());
    }
  }

  @Test
  void legacyInvoicesArePaged() throws IOException {
    List<String> ids = new ArrayList<>();
    int pages = 0;
    String target = "/v1/invoices?invoiceType=Recurring&size=3";
    for (String page = target; page != null; page = readOn(page, ids)) {
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(ids).isEqualTo(tenant.legacyInvoices().stream().map(TenantInvoice::id).toList());
  }

  private @Nullable String readOn(String target, List<String> ids) throws IOException {
    JsonNode page = client.get(target).json();
    ids.addAll(ids(page));
    JsonNode uri = page.path("links").path("next").path("uri");
    return uri.isMissingNode() ? null : "/v1" + uri.asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=1", "size=2&offset=7", "offset=1000"})
  void modernInvoicesAreNotPaged(String query) throws IOException {
    JsonNode page = client.get("/v1/invoices?invoiceType=OneTime&" + query).json();

    assertThat(ids(page))
        .isEqualTo(tenant.modernInvoices().stream().map(TenantInvoice::id).toList());
    assertThat(page.path("links").has("next")).isFalse();
  }

  @Test
  void modernInvoicesAreOnTheFirstPageOfLegacyInvoices() throws IOException {
    assertThat(ids(client.get("/v1/invoices?size=1").json())).hasSize(1 + 16);
    assertThat(ids(client.get("/v1/invoices?size=1&offset=1").json())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=x", "size=0", "offset=-1", "invoiceType=Other"})
  void anInvalidParameterIsRefused(String query) throws IOException {
    assertThat(client.get("/v1/invoices?" + query).status()).isEqualTo(400);
  }

  @Test
  void anUndocumentedParameterIsIgnored() throws IOException {
    assertThat(client.get("/v1/invoices?filter.operator=and").status()).isEqualTo(200);
  }

  @Test
  void onlyAnInvoiceByIdHasABillingPeriod() throws IOException {
    TenantInvoice invoice = tenant.modernInvoices().get(3);

    JsonNode byId = client.get("/v1/invoices/" + invoice.id()).json();

    assertThat(byId.path("billingPeriodStartDate").asText()).isEqualTo("2026-07-01T00:00:00Z");
    assertThat(byId.path("billingPeriodEndDate").asText()).startsWith("2026-07-31T23:59:59");
    assertThat(byId.path("pdfDownloadLink").asText())
        .isEqualTo("/invoices/" + invoice.id() + "/documents/statement");
    assertThat(client.get("/v1/invoices/" + invoice.prefixedId()).json()).isEqualTo(byId);
    assertThat(Client.items(client.get("/v1/invoices").json()))
        .noneMatch(item -> item.has("billingPeriodStartDate"));
  }

  @Test
  void theDateHasAllDigitsOfTheInvoicesDate() throws IOException {
    for (JsonNode item : Client.items(client.get("/v1/invoices").json())) {
      TenantInvoice invoice = only(candidate -> candidate.id().equals(item.path("id").asText()));

      String date = item.path("invoiceDate").asText();
      assertThat(LocalDateTime.parse(date.substring(0, date.length() - 1)))
          .isEqualTo(invoice.invoiceDate());
    }
  }

  @Test
  void detailsLinkToTheirLinesInTheOldStyle() throws IOException {
    String id = tenant.legacyInvoices().get(0).id();

    JsonNode details = client.get("/v1/invoices/" + id).json().path("invoiceDetails");

    assertThat(details.findValuesAsText("uri"))
        .containsExactly(
            "/invoices/Recurring-" + id + "/lineitems/Office/BillingLineItems",
            "/invoices/Recurring-" + id + "/lineitems/Azure/BillingLineItems",
            "/invoices/Recurring-" + id + "/lineitems/Azure/UsageLineItems");
  }

  @Test
  void anAmendmentIsNestedInTheDocumentThatItAmends() throws IOException {
    TenantInvoice amended = only(invoice -> invoice.amendments().size() == 2);

    JsonNode amendments = client.get("/v1/invoices/" + amended.id()).json().path("amendments");

    assertThat(amendments)
        .extracting(amendment -> amendment.path("documentType").asText())
        .containsExactly("adjustment_note", "adjustmentNote");
    assertThat(amendments)
        .allMatch(amendment -> amendment.path("amendsOf").asText().equals(amended.id()))
        .noneMatch(amendment -> amendment.has("links"));
    assertThat(amendments.path(1).path("amendments").path(0).path("amendsOf"))
        .isEqualTo(amendments.path(1).path("id"));
  }

  @Test
  void aVoidNoteHasTheNegativeTotal() throws IOException {
    TenantInvoice voided = only(invoice -> invoice.amendments().size() == 1);

    JsonNode json = client.get("/v1/invoices/" + voided.id()).json();

    JsonNode note = json.path("amendments").path(0);
    assertThat(note.path("documentType").asText()).isEqualTo("void_note");
    assertThat(note.path("totalCharges").decimalValue().negate())
        .isEqualByComparingTo(json.path("totalCharges").decimalValue());
    assertThat(voided.balance()).isZero();
  }

  @Test
  void theSummaryIsInTheFirstCurrency() throws IOException {
    JsonNode summary = client.get("/v1/invoices/summary").json();
    JsonNode summaries = client.get("/v1/invoices/summaries").json();

    assertThat(summary).isEqualTo(summaries.path("items").path(0));
    assertThat(summaries.path("items").findValuesAsText("uri")).containsOnly("/invoices/summary");
  }

  @Test
  void aBalanceIsTheUnpaidAmount() throws IOException {
    List<JsonNode> summaries = Client.items(client.get("/v1/invoices/summaries").json());

    assertThat(summaries)
        .extracting(summary -> summary.path("currencyCode").asText())
        .isEqualTo(tenant.currencyCodes());
    for (JsonNode summary : summaries) {
      JsonNode details = summary.path("details");
      assertThat(balance(summary))
          .isEqualByComparingTo(tenant.balance(summary.path("currencyCode").asText()))
          .isEqualByComparingTo(
              balance(details.path(0).path("summary"))
                  .add(balance(details.path(1).path("summary"))));
    }
  }

  @Test
  void aMissingDateIsTheYearOne() throws IOException {
    JsonNode pounds = client.get("/v1/invoices/summaries").json().path("items").path(2);

    JsonNode recurring = pounds.path("details").path(0).path("summary");
    assertThat(recurring.path("latestInvoiceDate").asText()).isEqualTo("0001-01-01T00:00:00");
    assertThat(recurring.path("lastPaymentDate").asText()).isEqualTo("0001-01-01T00:00:00");
  }

  private static BigDecimal balance(JsonNode summary) {
    return summary.path("balanceAmount").decimalValue();
  }

  private TenantInvoice only(Predicate<TenantInvoice> wanted) {
    return tenant.invoices().stream().filter(wanted).findFirst().orElseThrow();
  }

  private static List<String> ids(JsonNode page) {
    return Client.items(page).stream().map(item -> item.path("id").asText()).toList();
  }
}
