package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that belong to the service: known in every spelling, unknown ones kept. */
class OpenValuesTest {
  /** The reference, the answers, the queries and the links each have spellings of their own. */
  static Stream<Arguments> providerSpellings() {
    return Stream.of(
        Arguments.of(BillingProvider.NONE, new String[] {"none", "None"}),
        Arguments.of(BillingProvider.OFFICE, new String[] {"office", "Office", "OFFICE"}),
        Arguments.of(BillingProvider.AZURE, new String[] {"azure", "Azure"}),
        Arguments.of(
            BillingProvider.AZURE_DATA_MARKET,
            new String[] {"azure_data_market", "azureDataMarket", "AzureDataMarket"}),
        Arguments.of(
            BillingProvider.ONE_TIME,
            new String[] {
              "one_time", "oneTime", "OneTime", "onetime", "ONETIME", "one-time", "One Time"
            }),
        Arguments.of(BillingProvider.MARKETPLACE, new String[] {"marketplace", "Marketplace"}),
        Arguments.of(BillingProvider.ALL, new String[] {"all", "All"}));
  }

  @ParameterizedTest
  @MethodSource("providerSpellings")
  @DisplayName("C13: every spelling of a provider is the same provider")
  void everySpellingOfAProviderIsTheConstant(BillingProvider constant, String... spellings) {
    assertThat(spellings)
        .allSatisfy(spelling -> assertThat(BillingProvider.of(spelling)).isSameAs(constant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"billing_line_items", "billingLineItems", "BillingLineItems", "billinglineitems"})
  void everySpellingOfBillingLineItemsIsTheConstant(String spelling) {
    assertThat(InvoiceLineItemType.of(spelling)).isSameAs(InvoiceLineItemType.BILLING_LINE_ITEMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"usage_line_items", "usageLineItems", "UsageLineItems", "usagelineitems"})
  void everySpellingOfUsageLineItemsIsTheConstant(String spelling) {
    assertThat(InvoiceLineItemType.of(spelling)).isSameAs(InvoiceLineItemType.USAGE_LINE_ITEMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OneTime", "one_time", "oneTime", "onetime"})
  void everySpellingOfAOneTimeInvoiceIsTheConstant(String spelling) {
    assertThat(InvoiceType.of(spelling)).isSameAs(InvoiceType.ONE_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recurring", "recurring"})
  void everySpellingOfARecurringInvoiceIsTheConstant(String spelling) {
    assertThat(InvoiceType.of(spelling)).isSameAs(InvoiceType.RECURRING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily_rated_usage", "DailyRatedUsage", "dailyRatedUsage"})
  void everySpellingOfAnEstimateOfUsageIsTheConstant(String spelling) {
    assertThat(EstimateType.of(spelling)).isSameAs(EstimateType.DAILY_RATED_USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Previous", "previous", "PREVIOUS"})
  void everySpellingOfAnEstimatesPeriodIsTheConstant(String spelling) {
    assertThat(EstimatePeriod.of(spelling)).isSameAs(EstimatePeriod.PREVIOUS);
  }

  static Stream<Arguments> documentSpellings() {
    return Stream.of(
        Arguments.of(DocumentType.NONE, new String[] {"none", "0"}),
        Arguments.of(DocumentType.INVOICE, new String[] {"invoice", "Invoice", "1"}),
        Arguments.of(
            DocumentType.VOID_NOTE, new String[] {"void_note", "voidNote", "VoidNote", "2"}),
        Arguments.of(
            DocumentType.ADJUSTMENT_NOTE,
            new String[] {"adjustment_note", "adjustmentNote", "AdjustmentNote", "3"}),
        Arguments.of(
            DocumentType.RECONCILIATION, new String[] {"reconciliation", "Reconciliation"}));
  }

  @ParameterizedTest
  @MethodSource("documentSpellings")
  void everySpellingAndNumberOfADocumentTypeIsTheConstant(
      DocumentType constant, String... spellings) {
    assertThat(spellings)
        .allSatisfy(spelling -> assertThat(DocumentType.of(spelling)).isSameAs(constant));
  }

  @Test
  void aConstantHasTheSpellingOfAnswers() {
    assertThat(BillingProvider.of("OneTime").value()).isEqualTo("one_time");
    assertThat(InvoiceLineItemType.of("BillingLineItems").value()).isEqualTo("billing_line_items");
    assertThat(InvoiceType.of("one_time").value()).isEqualTo("OneTime");
    assertThat(DocumentType.of("VoidNote")).hasToString("void_note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xbox_Store", "", " ", "2"})
  @DisplayName("C17: an unknown value keeps its text")
  void anUnknownValueKeepsItsText(String text) {
    BillingProvider unknown = BillingProvider.of(text);

    assertThat(unknown.value()).isEqualTo(text);
    assertThat(unknown).hasToString(text);
    assertThat(unknown.isKnown()).isFalse();
  }

  @Test
  void aNumberBeyondTheEnumerationIsUnknown() {
    assertThat(DocumentType.of("4").value()).isEqualTo("4");
    assertThat(DocumentType.of("4").isKnown()).isFalse();
  }

  @Test
  void unknownValuesAreEqualInAnySpelling() {
    assertThat(BillingProvider.of("Xbox_Store"))
        .isEqualTo(BillingProvider.of("xboxstore"))
        .hasSameHashCodeAs(BillingProvider.of("xboxstore"))
        .isNotEqualTo(BillingProvider.of("xbox"));
  }

  @Test
  void valuesMadeByHandEqualTheConstants() {
    assertThat(new BillingProvider("OneTime"))
        .isEqualTo(BillingProvider.ONE_TIME)
        .hasSameHashCodeAs(BillingProvider.ONE_TIME);
    assertThat(new DocumentType("VoidNote")).isEqualTo(DocumentType.VOID_NOTE);
    assertThat(new InvoiceType("one_time").isKnown()).isTrue();
    assertThat(new InvoiceLineItemType("BillingLineItems").isKnown()).isTrue();
  }

  @Test
  void valuesOfDifferentKindsAreNotEqual() {
    assertThat((Object) BillingProvider.NONE).isNotEqualTo(DocumentType.NONE);
    assertThat((Object) BillingProvider.ONE_TIME).isNotEqualTo("one_time");
  }

  @ParameterizedTest
  @CsvSource({
    "one_time, onetime",
    "office, office",
    "azure, azure",
    "marketplace, marketplace",
    "all, all",
    "azure_data_market, azuredatamarket",
    "Xbox_Store, xboxstore"
  })
  @DisplayName("C13: a provider has the spelling that queries want")
  void aProviderHasTheSpellingThatQueriesWant(String provider, String queryValue) {
    assertThat(BillingProvider.of(provider).queryValue()).isEqualTo(queryValue);
  }

  @Test
  void aTypeHasTheSpellingThatQueriesWant() {
    assertThat(InvoiceLineItemType.BILLING_LINE_ITEMS.queryValue()).isEqualTo("billinglineitems");
    assertThat(InvoiceLineItemType.USAGE_LINE_ITEMS.queryValue()).isEqualTo("usagelineitems");
  }

  @Test
  void aPeriodHasTheSpellingThatQueriesWant() {
    assertThat(BillingPeriod.CURRENT.queryValue()).isEqualTo("current");
    assertThat(BillingPeriod.PREVIOUS.queryValue()).isEqualTo("previous");
  }

  @Test
  void aPlainMapperReadsAndWritesThemAsText() throws Exception {
    JsonMapper plain = new JsonMapper();

    assertThat(plain.readValue("\"OneTime\"", BillingProvider.class))
        .isEqualTo(BillingProvider.ONE_TIME);
    assertThat(plain.readValue("\"usageLineItems\"", InvoiceLineItemType.class))
        .isEqualTo(InvoiceLineItemType.USAGE_LINE_ITEMS);
    assertThat(plain.readValue("\"recurring\"", InvoiceType.class))
        .isEqualTo(InvoiceType.RECURRING);
    assertThat(plain.readValue("\"Proforma\"", DocumentType.class))
        .isEqualTo(new DocumentType("Proforma"));
    assertThat(plain.writeValueAsString(Map.of(BillingProvider.ONE_TIME, DocumentType.VOID_NOTE)))
        .isEqualTo("{\"one_time\":\"void_note\"}");
  }
}
