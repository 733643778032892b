package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercenter.testing.Fixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of exports, whose attributes have several names, each in several spellings. */
class ExportRecordsTest {
  private static final String RECONCILIATION = "export-rows/reconciliation-";
  private static final String USAGE = "export-rows/daily-usage-";

  /** How a name might be spelt that is documented as {@code CustomerId}. */
  enum Spelling {
    AS_DOCUMENTED,
    CAMEL,
    LOWER,
    UPPER,
    ODD;

    private String of(String name) {
      return switch (this) {
        case AS_DOCUMENTED -> name;
        case CAMEL -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        case LOWER -> name.toLowerCase(Locale.ROOT);
        case UPPER -> name.toUpperCase(Locale.ROOT);
        case ODD -> name.replace('e', 'E').replace('I', 'i');
      };
    }

    String of(ObjectNode row) {
      ObjectNode respelt = JsonNodeFactory.instance.objectNode();
      row.properties().forEach(e -> respelt.set(of(e.getKey()), e.getValue()));
      return respelt.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("quirk 20: every attribute is known in whatever case it comes")
  void everyAttributeIsKnownInAnyCase(Spelling spelling) {
    var charge = parse(ReconciliationRecord.class, spelling.of(row(RECONCILIATION + "full")));
    var usage = parse(DailyUsageRecord.class, spelling.of(row(USAGE + "full")));

    assertThat(charge).isEqualTo(ModelJson.fixture(charge.getClass(), RECONCILIATION + "full"));
    assertThat(charge).isEqualTo(everyCharge());
    assertThat(usage).isEqualTo(everyUsage("rateOfPartnerEarnedCredit", "rateOfCredit"));
    assertThat(charge.additionalProperties()).isEmpty();
    assertThat(usage.additionalProperties()).isEmpty();
  }

  @Test
  @DisplayName("quirk 22: what an export with the basic attributes leaves out is absent")
  void whatTheBasicAttributesLeaveOutIsAbsent() {
    var charge = ModelJson.fixture(ReconciliationRecord.class, RECONCILIATION + "basic");
    var usage = ModelJson.fixture(DailyUsageRecord.class, USAGE + "basic");

    assertThat(row(RECONCILIATION + "basic")).hasSize(47 - 12);
    assertThat(charge.quantity()).isNull();
    assertThat(charge.productQualifiers()).isEmpty();
    assertThat(charge.total()).isEqualTo("-128116.7328");
    assertThat(row(USAGE + "basic")).hasSize(55 - 23);
    assertThat(usage.unit()).isNull();
    assertThat(usage.partnerEarnedCreditPercentage()).isNull();
    assertThat(usage.creditPercentage()).isEqualTo("100");
  }

  @ParameterizedTest
  @CsvSource({
    "Tier2MpnId,               tier2MpnId",
    "ResellerMpnId,            tier2MpnId",
    "ResellerMPNID,            tier2MpnId",
    "MPNID,                    mpnId",
    "TotalForCustomer,         total",
    "ReferenceID,              referenceId",
    "PromotionID,              promotionId",
    "PcToBcExchangeRate,       pcToBCExchangeRate",
    "pctobcexchangeratedate,   pcToBCExchangeRateDate"
  })
  void aChargeIsReadByOtherNamesToo(String name, String component) {
    assertThat(asReadBy(ReconciliationRecord.class, everyCharge(), component, name))
        .isEqualTo(everyCharge());
  }

  @ParameterizedTest
  @CsvSource({
    "resellerMpnId,            tier2MpnId",
    "MPNID,                    mpnId",
    "UnitOfMeasure,            unit",
    "ResourceURI,              resourceUri",
    "ResourceUri,              resourceUri",
    "BenefitID,                benefitId",
    "BenefitId,                benefitId",
    "BenefitOrderID,           benefitOrderId",
    "BenefitOrderId,           benefitOrderId",
    "PcToBcExchangeRate,       pcToBCExchangeRate",
    "PCToBCExchangeRateDate,   pcToBCExchangeRateDate",
    "RateOfCredit,             rateOfCredit"
  })
  void usageIsReadByOtherNamesToo(String name, String component) {
    assertThat(asReadBy(DailyUsageRecord.class, everyUsage(), component, name))
        .isEqualTo(everyUsage());
  }

  @Test
  @DisplayName("quirk 21: 15 percent is 15 in one attribute and 0.15 in another, both as sent")
  void percentagesAndRatesAreKeptApart() {
    var percentages =
        parse(
            DailyUsageRecord.class,
            "{\"PartnerEarnedCreditPercentage\": 15, \"CreditPercentage\": \"100\"}");
    var rates =
        parse(
            DailyUsageRecord.class,
            "{\"RateOfPartnerEarnedCredit\": 0.15, \"RateOfCredit\": \"1.00\"}");

    assertThat(percentages.partnerEarnedCreditPercentage()).isEqualTo("15");
    assertThat(percentages.creditPercentage()).isEqualTo("100");
    assertThat(percentages.rateOfPartnerEarnedCredit()).isNull();
    assertThat(percentages.rateOfCredit()).isNull();
    assertThat(rates.partnerEarnedCreditPercentage()).isNull();
    assertThat(rates.creditPercentage()).isNull();
    assertThat(rates.rateOfPartnerEarnedCredit()).isEqualTo("0.15");
    assertThat(rates.rateOfCredit()).isEqualTo("1.00");
  }

  @Test
  void everyDigitArrives() {
    var charge = ModelJson.fixture(ReconciliationRecord.class, RECONCILIATION + "full");
    var usage = ModelJson.fixture(DailyUsageRecord.class, USAGE + "full");

    assertThat(charge.unitPrice()).hasToString("0.0870000000000000000000");
    assertThat(charge.effectiveUnitPrice()).hasToString("0.0695999888640017817600");
    assertThat(charge.billableQuantity()).hasToString("-1827957.5120000000001");
    assertThat(charge.subtotal()).hasToString("-107661.12");
    assertThat(usage.effectiveUnitPrice()).hasToString("0.1999968000511991808131");
    assertThat(usage.quantity()).hasToString("24.0");
    assertThat(usage.billingPreTaxTotal()).hasToString("30.7197334080551");
  }

  static Stream<List<String>> figures() {
    return Stream.of(
        List.of(RECONCILIATION + "full", "UnitPrice", "Quantity", "Subtotal", "TaxTotal", "Total"),
        List.of(RECONCILIATION + "full", "EffectiveUnitPrice", "PCToBCExchangeRate"),
        List.of(RECONCILIATION + "full", "BillableQuantity"),
        List.of(USAGE + "full", "UnitPrice", "Quantity", "EffectiveUnitPrice"),
        List.of(USAGE + "full", "BillingPreTaxTotal", "PricingPreTaxTotal", "PCToBCExchangeRate"),
        List.of(USAGE + "full", "CreditPercentage", "PartnerEarnedCreditPercentage"));
  }

  @ParameterizedTest
  @MethodSource("figures")
  @DisplayName("quirk 1: figures come as numbers or as text, and are the same")
  void figuresComeAsNumbersOrAsText(List<String> names) {
    Class<? extends Record> type =
        names.get(0).startsWith(USAGE) ? DailyUsageRecord.class : ReconciliationRecord.class;
    ObjectNode asText = row(names.get(0));
    names.stream()
        .skip(1)
        .forEach(name -> asText.put(name, asText.required(name).decimalValue().toPlainString()));

    assertThat(parse(type, asText.toString())).isEqualTo(ModelJson.fixture(type, names.get(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02",
        "2026-01-02T00:00:00",
        "2026-01-02T00:00:00Z",
        "2026-01-02T00:00:00.0000000Z",
        "2026-01-02T23:30:00-08:00",
        " 2026-01-02 "
      })
  void theDayOfUsageIsTheDateThatWasSent(String sent) {
    assertThat(usedOn(sent)).isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0001-01-01", "0001-01-01T00:00:00", "0001-01-01T00:00:00Z"})
  void emptyTextAndTheYearOneAreNoDay(String sent) {
    assertThat(usedOn(sent)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2026-13-01", "1/2/2026", "20260102", "2026-1-02x"})
  void whatIsNoDayIsRefused(String sent) {
    assertThatThrownBy(() -> usedOn(sent))
        .hasMessageContaining(sent)
        .hasMessageContaining("not an ISO date")
        .hasMessageContaining("UsageDate");
  }

  @Test
  @DisplayName("quirk 9: product qualifiers come as an array, as its text, as a word or not at all")
  void productQualifiersComeInManyShapes() {
    assertThat(qualifiers("[\"Add-on\", \"Trial\"]")).containsExactly("Add-on", "Trial");
    assertThat(qualifiers("\"[\\\"Add-on\\\"]\"")).containsExactly("Add-on");
    assertThat(qualifiers("\"Add-on\"")).containsExactly("Add-on");
    assertThat(qualifiers("\"\"")).isEmpty();
    assertThat(qualifiers("null")).isEmpty();
  }

  @Test
  void ofTwoNamesThatDifferInCaseOnlyTheLastCounts() {
    String json = "{\"Total\": 1.50, \"total\": 2.50, \"TOTAL\": 3.50}";

    assertThat(parse(ReconciliationRecord.class, json).total()).isEqualTo("3.50");
  }

  @Test
  void whatIsNotKnownKeepsItsOwnSpelling() {
    String json = "{\"PublisherDiscount\": 1.50, \"partnername\": \"Contoso\", \"x\": {\"Y\": []}}";

    assertThat(parse(ReconciliationRecord.class, json).additionalProperties())
        .containsExactly(
            Map.entry("PublisherDiscount", new BigDecimal("1.50")),
            Map.entry("partnername", "Contoso"),
            Map.entry("x", Map.of("Y", List.of())));
  }

  private static <T extends Record> T asReadBy(
      Class<T> type, Object every, String component, String name) {
    ObjectNode row = (ObjectNode) ModelJson.tree(ModelJson.write(every));
    row.set(name, row.remove(component));
    return parse(type, row.toString());
  }

  private static ReconciliationRecord everyCharge() {
    return ModelJson.fixture(ReconciliationRecord.class, RECONCILIATION + "every-field");
  }

  private static DailyUsageRecord everyUsage(String... without) {
    return parse(
        DailyUsageRecord.class, row(USAGE + "every-field").remove(List.of(without)).toString());
  }

  private static @Nullable LocalDate usedOn(String sent) {
    return parse(DailyUsageRecord.class, "{\"UsageDate\": \"" + sent + "\"}").usageDate();
  }

  private static List<String> qualifiers(String sent) {
    return parse(ReconciliationRecord.class, "{\"ProductQualifiers\": " + sent + "}")
        .productQualifiers();
  }

  private static ObjectNode row(String fixture) {
    return (ObjectNode) ModelJson.tree(Fixtures.text(fixture));
  }

  private static <T> T parse(Class<T> type, String json) {
    return ModelJson.parse(type, json);
  }
}
