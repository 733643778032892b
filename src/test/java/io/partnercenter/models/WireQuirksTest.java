package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oddities of the wire, each with what becomes of it. Those of paging are tested there. */
class WireQuirksTest {
  @Test
  @DisplayName("quirk 1, C16: figures come as text and as numbers in one list, and are the same")
  void figuresComeAsTextAndAsNumbers() {
    var items = oneTimeItems("figures-as-text-and-numbers");

    assertThat(items.get(0)).isEqualTo(items.get(1));
    assertThat(items.get(0).quantity()).isEqualTo("25");
    assertThat(items.get(0).effectiveUnitPrice()).isEqualTo("14.40");
    assertThat(items.get(0).subtotal()).isEqualTo("-360.00");
  }

  @Test
  @DisplayName(
      "quirk 2, C16: partner ids come as text and as numbers, and each \"none\" stays its own")
  void partnerIdsComeAsTextAndAsNumbers() {
    var items = oneTimeItems("partner-ids");
    var legacy =
        ModelJson.fixture(LicenseBasedLineItem.class, "line-items/license-based-every-field");

    assertThat(items)
        .extracting(OneTimeInvoiceLineItem::resellerMpnId)
        .containsExactly("4640000", "0", "0", "", null);
    assertThat(items).extracting(OneTimeInvoiceLineItem::mpnId).containsOnly("5350000");
    assertThat(legacy.mpnId()).isEqualTo("4000507");
    assertThat(legacy.tier2MpnId()).isEqualTo("-1");
  }

  @Test
  @DisplayName("quirk 3, C31: the year 1 means that there is no date")
  void theYearOneMeansThatThereIsNoDate() {
    var summary = ModelJson.fixture(InvoiceSummary.class, "invoice-summary/never-paid");
    var item =
        ModelJson.parse(
            OneTimeInvoiceLineItem.class, "{\"pcToBCExchangeRateDate\": \"0001-01-01T00:00:00\"}");

    assertThat(summary.lastPaymentDate()).isNull();
    assertThat(summary.latestInvoiceDate()).isNull();
    assertThat(item.pcToBCExchangeRateDate()).isNull();
  }

  @ParameterizedTest
  @DisplayName("quirk 4, C31: times come with and without offset, with 0 to 7 digits of a second")
  @CsvSource({
    "2018-02-08T22:40:37Z,              2018-02-08T22:40:37Z",
    "2018-02-08T22:40:37.589Z,          2018-02-08T22:40:37.589Z",
    "2018-02-08T01:22:47.603895Z,       2018-02-08T01:22:47.603895Z",
    "2018-02-08T22:40:37.5897767Z,      2018-02-08T22:40:37.5897767Z",
    "2018-03-16T00:00:00,               2018-03-16T00:00:00Z",
    "2018-03-16T00:00:00.1234567,       2018-03-16T00:00:00.1234567Z",
    "2019-01-03T19:53:55.1292512+00:00, 2019-01-03T19:53:55.1292512Z",
    "2019-02-04T09:22:40.1767993-08:00, 2019-02-04T09:22:40.1767993-08:00"
  })
  void timesComeInManyShapes(String sent, String expected) {
    var item =
        ModelJson.parse(OneTimeInvoiceLineItem.class, "{\"chargeStartDate\": \"" + sent + "\"}");

    assertThat(item.chargeStartDate()).isEqualTo(OffsetDateTime.parse(expected));
    assertThat(item.chargeStartDate()).hasToString(OffsetDateTime.parse(expected).toString());
  }

  @Test
  @DisplayName("quirk 4: one object mixes times with and without Z, and they compare as UTC")
  void oneObjectMixesTimesWithAndWithoutOffset() {
    var summary = ModelJson.fixture(InvoiceSummary.class, "invoice-summary/never-paid");

    assertThat(summary.accountingDate()).isEqualTo(summary.firstInvoiceCreationDate());
  }

  @ParameterizedTest
  @DisplayName("quirk 4: what is no time is refused, with the name of its field")
  @ValueSource(strings = {"2018-02-30T00:00:00Z", "10/3/2020", "soon"})
  void whatIsNoTimeIsRefused(String sent) {
    String json = "{\"chargeStartDate\": \"" + sent + "\"}";

    assertThatThrownBy(() -> ModelJson.parse(OneTimeInvoiceLineItem.class, json))
        .hasMessageContaining(sent)
        .hasMessageContaining("chargeStartDate");
  }

  @Test
  @DisplayName("quirk 5: empty text is absence in figures, dates and values, and stays in text")
  void emptyTextIsAbsenceWhereItCannotBeText() {
    var item = ModelJson.fixture(OneTimeInvoiceLineItem.class, "line-items/empty-text");

    assertThat(item.unitPrice()).isNull();
    assertThat(item.quantity()).isNull();
    assertThat(item.taxTotal()).isEqualTo("0");
    assertThat(item.orderDate()).isNull();
    assertThat(item.pcToBCExchangeRateDate()).isNull();
    assertThat(item.invoiceLineItemType()).isNull();
    assertThat(item.billingProvider()).isNull();
    assertThat(item.productQualifiers()).isEmpty();
    assertThat(item.customerId()).isEmpty();
    assertThat(item.customerName()).isEmpty();
  }

  @Test
  @DisplayName("quirk 6: a line may say neither type nor provider; its object type is there")
  void aLineMaySayNeitherTypeNorProvider() {
    var item = ModelJson.fixture(OneTimeInvoiceLineItem.class, "line-items/no-discriminators");

    assertThat(item.invoiceLineItemType()).isNull();
    assertThat(item.billingProvider()).isNull();
    assertThat(item.attributes())
        .extracting(ResourceAttributes::objectType)
        .isEqualTo("OneTimeInvoiceLineItem");
  }

  @Test
  @DisplayName("quirk 7: misspelt and stray keys do no harm and are kept")
  void misspeltAndStrayKeysAreKept() {
    var item = ModelJson.fixture(DailyRatedUsageLineItem.class, "line-items/stray-keys");

    assertThat(item.invoiceLineItemType()).isNull();
    assertThat(item.attributes())
        .extracting(ResourceAttributes::objectType)
        .isEqualTo("DailyRatedUsageLineItem");
    assertThat(item.additionalProperties())
        .containsEntry("invoiceLineItemTypce", "usage_line_items")
        .containsEntry("attributes/objectType", "DailyRatedUsageLineItem")
        .hasSize(2);
  }

  @Test
  @DisplayName("quirk 8: usage asked for as onetime calls its provider marketplace")
  void usageCallsItsProviderMarketplace() {
    var item = ModelJson.fixture(DailyRatedUsageLineItem.class, "line-items/stray-keys");

    assertThat(item.billingProvider()).isSameAs(BillingProvider.MARKETPLACE);
  }

  @Test
  @DisplayName("quirk 9: product qualifiers come as an array, as its text, as a word or not at all")
  void productQualifiersComeInManyShapes() {
    assertThat(oneTimeItems("product-qualifiers"))
        .extracting(OneTimeInvoiceLineItem::productQualifiers)
        .containsExactly(
            List.of("AddOn", "Trial"),
            List.of(),
            List.of(),
            List.of("Add-on"),
            List.of("AddOn"),
            List.of(),
            List.of(),
            List.of("AddOn"));
  }

  @Test
  @DisplayName("quirk 10: the description of price adjustments is the text of an array, as sent")
  void priceAdjustmentsAreTheTextOfAnArray() {
    var item = ModelJson.fixture(OneTimeInvoiceLineItem.class, "line-items/price-adjustments");

    assertThat(item.priceAdjustmentDescription())
        .isEqualTo(
            "[\"Yearly Duration\",\"You are getting a discount for being a partner.\","
                + "\"1 month billing\"]");
  }

  @Test
  @DisplayName(
      "quirk 11, C15: tags and additional info are text, blanks and all, even if it is JSON")
  void tagsAndAdditionalInfoAreText() {
    var item = ModelJson.fixture(DailyRatedUsageLineItem.class, "line-items/free-text");

    assertThat(item.tags()).isEqualTo("{\"owner\":  \"night shift\",\n \"owner\": \"day shift\"}");
    assertThat(item.additionalInfo())
        .isEqualTo("{  \"ImageType\": null,  \"ServiceType\": \"Standard_D3_v2\"}");
    assertThat(item.serviceInfo1()).isEmpty();
  }

  @Test
  @DisplayName("quirk 12: org: and upper case aside, one customer is one customer")
  void oneCustomerIsOneCustomer() {
    assertThat(oneTimeItems("customer-ids"))
        .extracting(OneTimeInvoiceLineItem::customerGuid)
        .containsOnly("9060d13d-0000-482e-b059-00000000000a");
    assertThat(oneTimeItems("customer-ids").get(0).customerId())
        .isEqualTo("org:9060d13d-0000-482e-b059-00000000000a");
  }

  @Test
  @DisplayName("quirk 13, C13: answers and queries spell the same value differently")
  void answersAndQueriesSpellDifferently() {
    var item =
        ModelJson.parse(
            OneTimeInvoiceLineItem.class,
            "{\"billingProvider\": \"one_time\", \"invoiceLineItemType\": \"billing_line_items\"}");

    assertThat(item.billingProvider())
        .isEqualTo(BillingProvider.of("OneTime"))
        .extracting(BillingProvider::queryValue)
        .isEqualTo("onetime");
    assertThat(item.invoiceLineItemType())
        .isEqualTo(InvoiceLineItemType.of("BillingLineItems"))
        .extracting(InvoiceLineItemType::queryValue)
        .isEqualTo("billinglineitems");
  }

  @Test
  @DisplayName("quirk 13, C17: an unknown value is no error and keeps its text")
  void anUnknownValueIsNoError() {
    var invoice =
        ModelJson.parse(
            Invoice.class, "{\"documentType\": \"Pro_Forma\", \"invoiceType\": \"Usage\"}");

    assertThat(invoice.documentType()).hasToString("Pro_Forma");
    assertThat(invoice.invoiceType()).hasToString("Usage");
  }

  @ParameterizedTest
  @DisplayName("quirk 14: billing frequency is free text and may be empty")
  @ValueSource(strings = {"Monthly", "Annual", "", "Triennial"})
  void billingFrequencyIsFreeText(String sent) {
    var item =
        ModelJson.parse(OneTimeInvoiceLineItem.class, "{\"billingFrequency\": \"" + sent + "\"}");

    assertThat(item.billingFrequency()).isEqualTo(sent);
  }

  @Test
  @DisplayName("quirk 14: benefit type and credit type are free text")
  void benefitTypeAndCreditTypeAreFreeText() {
    var item = ModelJson.fixture(DailyRatedUsageLineItem.class, "line-items/free-text");

    assertThat(item.benefitType()).isEqualTo("Charge");
    assertThat(item.creditType()).isEqualTo("Azure Credit Applied");
  }

  @ParameterizedTest
  @DisplayName("quirk 15: charge types are free text and keep their upper and lower case")
  @ValueSource(strings = {"new", "New", "cycleCharge", "CYCLE FEE", "Cycle fee", ""})
  void chargeTypesAreFreeText(String sent) {
    String json = "{\"chargeType\": \"" + sent + "\"}";

    assertThat(ModelJson.parse(OneTimeInvoiceLineItem.class, json).chargeType()).isEqualTo(sent);
    assertThat(ModelJson.parse(LicenseBasedLineItem.class, json).chargeType()).isEqualTo(sent);
  }

  @Test
  @DisplayName("quirk 16, C29: 22 decimals are 22 decimals, and credits are negative")
  void everyDecimalArrives() {
    var usage =
        ModelJson.fixture(
            DailyRatedUsageLineItem.class, "line-items/daily-rated-usage-every-field");
    var charges = oneTimeItems("figures-as-text-and-numbers");

    assertThat(usage.effectiveUnitPrice()).isEqualTo("0.1999968000511991808131");
    assertThat(usage.billingPreTaxTotal()).isEqualTo("30.7197334080551");
    assertThat(usage.quantity()).isEqualTo("24.0");
    assertThat(charges).allSatisfy(charge -> assertThat(charge.subtotal()).isNegative());
  }

  private static List<OneTimeInvoiceLineItem> oneTimeItems(String name) {
    return ModelJson.fixtures(OneTimeInvoiceLineItem.class, "line-items/" + name);
  }
}
