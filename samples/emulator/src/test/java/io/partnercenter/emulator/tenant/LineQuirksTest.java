package io.partnercenter.emulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The variations of the JSON: a collection of a hundred lines has each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineQuirksTest {
  private final Emulator emulator = Emulator.builder().rows(100).months(1).start();
  private final Client client = new Client(emulator);
  private final String modern = emulator.tenant().modernInvoices().get(1).id();
  private final String legacy = emulator.tenant().legacyInvoices().get(0).id();
  private List<JsonNode> oneTimePages = List.of();
  private List<JsonNode> licencePages = List.of();
  private List<JsonNode> oneTime = List.of();
  private List<JsonNode> usage = List.of();
  private List<JsonNode> licences = List.of();
  private List<JsonNode> legacyUsage = List.of();

  @BeforeAll
  void read() throws IOException {
    oneTimePages = client.seek(lines(modern, "onetime", "billinglineitems") + "&size=10");
    licencePages = client.byOffset(lines(legacy, "office", "billinglineitems"), 20);
    oneTime = Client.rows(oneTimePages).toList();
    licences = Client.rows(licencePages).toList();
    legacyUsage = Client.items(client.get(lines(legacy, "azure", "billinglineitems")).json());
    usage =
        Client.items(
            client
                .get(
                    lines(modern, "onetime", "usagelineitems")
                        + "&currencycode=EUR&period=previous")
                .json());
  }

  @AfterAll
  void close() {
    emulator.close();
  }

  @Test
  void numbersAreStringsInSomeLines() {
    assertThat(oneTime)
        .anyMatch(row -> row.path("unitPrice").isTextual())
        .anyMatch(row -> row.path("unitPrice").isNumber())
        .anyMatch(row -> row.path("unitPrice").isTextual() != row.path("quantity").isTextual());
  }

  @Test
  void partnerIdsAreNumbersInLegacyLinesAndStringsInModernLines() {
    assertThat(licences)
        .allMatch(row -> row.path("mpnId").isInt())
        .anyMatch(row -> row.path("tier2MpnId").asInt() == -1);
    assertThat(oneTime)
        .allMatch(row -> row.path("mpnId").isTextual())
        .anyMatch(row -> row.path("resellerMpnId").isInt())
        .anyMatch(row -> row.path("resellerMpnId").asText().isEmpty())
        .anyMatch(row -> row.path("resellerMpnId").asText().equals("4649221"));
  }

  @Test
  void datesHaveManyFormats() {
    List<String> dates = oneTime.stream().map(row -> row.path("chargeStartDate").asText()).toList();

    assertThat(dates).anyMatch(date -> date.matches("[-\\d]+T[:\\d]+")).anyMatch(fraction(0));
    assertThat(dates).anyMatch(fraction(1)).anyMatch(fraction(3)).anyMatch(fraction(7));
    assertThat(dates)
        .anyMatch(date -> date.endsWith("-08:00"))
        .anyMatch(date -> date.endsWith("+00:00"));
    assertThat(licences).allMatch(row -> row.path("chargeStartDate").asText().length() == 19);
  }

  private static Predicate<String> fraction(int digits) {
    return date -> date.length() == 20 + (digits == 0 ? 0 : digits + 1) && date.endsWith("Z");
  }

  @Test
  void aMissingDateIsTheYearOne() throws IOException {
    String dollars = emulator.tenant().modernInvoices().get(0).id();

    assertThat(Client.items(client.get(lines(dollars, "onetime", "billinglineitems")).json()))
        .anyMatch(row -> row.path("pcToBCExchangeRateDate").asText().startsWith("0001-01-01"))
        .anyMatch(row -> !row.has("pcToBCExchangeRateDate"));
  }

  @Test
  void typeAndProviderAreMissingOrMisspelledInSomeLines() {
    for (List<JsonNode> rows : List.of(oneTime, usage)) {
      assertThat(rows)
          .anyMatch(row -> !row.has("invoiceLineItemType") && !row.has("billingProvider"))
          .anyMatch(row -> row.has("invoiceLineItemTypce"))
          .allMatch(row -> row.path("attributes").has("objectType"));
    }
    assertThat(oneTime).anyMatch(row -> row.has("attributes/objectType"));
  }

  @Test
  void theProviderOneTimeReturnsMarketplaceLinesToo() {
    assertThat(oneTime)
        .anyMatch(row -> row.path("billingProvider").asText().equals("marketplace"))
        .anyMatch(row -> row.path("billingProvider").asText().equals("one_time"));
    assertThat(usage).anyMatch(row -> row.path("billingProvider").asText().equals("marketplace"));
  }

  @Test
  void qualifiersAreAListAnEmptyListOrAbsent() {
    assertThat(oneTime)
        .anyMatch(row -> !row.path("productQualifiers").isEmpty())
        .anyMatch(
            row ->
                row.path("productQualifiers").isArray() && row.path("productQualifiers").isEmpty())
        .anyMatch(row -> !row.has("productQualifiers"));
  }

  @Test
  void someStringsContainJsonAndSomeBrokenJson() {
    assertThat(texts(oneTime, "priceAdjustmentDescription"))
        .anyMatch(text -> text.startsWith("[\"15.0%"))
        .anyMatch(text -> text.endsWith("Managed\"]"))
        .contains("");
    assertThat(texts(usage, "tags"))
        .anyMatch(text -> text.startsWith("{\"env\""))
        .contains("{\"broken\": ", "");
    assertThat(texts(usage, "additionalInfo")).anyMatch(text -> text.contains("\r\n"));
  }

  @Test
  void customerIdsDifferInCaseAndPrefix() {
    assertThat(texts(oneTime, "customerId"))
        .anyMatch(id -> id.startsWith("org:"))
        .anyMatch(id -> id.equals(id.toUpperCase(Locale.ROOT)))
        .anyMatch(id -> id.equals(id.toLowerCase(Locale.ROOT)));
  }

  @Test
  void someChargesAreNegative() {
    assertThat(texts(oneTime, "totalForCustomer")).anyMatch(amount -> amount.startsWith("-"));
    assertThat(texts(usage, "billingPreTaxTotal")).anyMatch(amount -> amount.startsWith("-"));
    assertThat(texts(licences, "totalForCustomer")).anyMatch(amount -> amount.startsWith("-"));
  }

  @Test
  void pricesHaveTwentyTwoDecimals() {
    assertThat(usage)
        .extracting(row -> row.path("effectiveUnitPrice").decimalValue().scale())
        .containsOnly(22);
    assertThat(texts(usage, "quantity")).anyMatch(text -> text.replace(".", "").length() == 15);
    assertThat(texts(oneTime, "effectiveUnitPrice"))
        .anyMatch(text -> text.matches("-?\\d+\\.\\d{22}"));
    assertThat(legacyUsage)
        .extracting(row -> row.path("pretaxEffectiveRate").decimalValue().scale())
        .containsOnly(8);
  }

  @Test
  void aRateMayBeNullOrAbsent() {
    assertThat(usage)
        .anyMatch(row -> row.path("rateOfCredit").isNull())
        .anyMatch(row -> !row.has("rateOfCredit"))
        .anyMatch(row -> row.has("hasPartnerEarnedCredit"));
  }

  @Test
  void chargeTypesAreFreeText() {
    assertThat(texts(oneTime, "chargeType")).contains("new", "New", "cancelImmediate", "");
    assertThat(texts(licences, "chargeType")).contains("Cycle fee", "CYCLE FEE");
  }

  @Test
  void theTotalCountIsUnreliable() {
    assertThat(oneTimePages)
        .anyMatch(page -> page.path("totalCount").asInt() != page.path("items").size());
  }

  @Test
  void someLinksToTheNextPageAreMalformed() {
    assertThat(oneTimePages.stream().map(LineQuirksTest::next))
        .anyMatch(uri -> uri.matches(".*\\?.*\\?seekOperation=Next"))
        .anyMatch(uri -> uri.matches(".*[?&]nvoicelineitemtype=.*"))
        .anyMatch(uri -> uri.endsWith("&seekOperation=Next"))
        .noneMatch(uri -> uri.startsWith("/v1"));
    assertThat(licencePages.stream().map(LineQuirksTest::next))
        .anyMatch(uri -> uri.endsWith("&offset="))
        .anyMatch(uri -> uri.endsWith("&offset=20"));
  }

  @Test
  void theTokenIsInTheLinkOrBesideTheLinksOrInBoth() {
    assertThat(oneTimePages)
        .anyMatch(page -> page.has("continuationToken") && headers(page) == 0)
        .anyMatch(page -> !page.has("continuationToken") && headers(page) == 1)
        .anyMatch(page -> page.has("continuationToken") && headers(page) == 1);
  }

  private static List<String> texts(List<JsonNode> rows, String field) {
    return rows.stream().map(row -> row.path(field).asText()).toList();
  }

  private static int headers(JsonNode page) {
    return page.path("links").path("next").path("headers").size();
  }

  private static String next(JsonNode page) {
    return page.path("links").path("next").path("uri").asText();
  }

  private static String lines(String invoiceId, String provider, String type) {
    return "/v1/invoices/%s/lineitems?provider=%s&invoicelineitemtype=%s"
        .formatted(invoiceId, provider, type);
  }
}
