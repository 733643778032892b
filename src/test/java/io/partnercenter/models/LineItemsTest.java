package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineItemsTest {
  @Test
  void everyKindSaysWhatAllLinesHaveInCommon() {
    List<InvoiceLineItem> items =
        List.of(
            ModelJson.fixture(LicenseBasedLineItem.class, "line-items/license-based-every-field"),
            ModelJson.fixture(UsageBasedLineItem.class, "line-items/usage-based-every-field"),
            ModelJson.fixture(DailyUsageLineItem.class, "line-items/daily-usage-every-field"),
            ModelJson.fixture(OneTimeInvoiceLineItem.class, "line-items/one-time-every-field"),
            ModelJson.fixture(
                DailyRatedUsageLineItem.class, "line-items/daily-rated-usage-every-field"));

    assertThat(items)
        .extracting(InvoiceLineItem::billingProvider)
        .containsExactly(
            BillingProvider.OFFICE,
            BillingProvider.AZURE,
            BillingProvider.AZURE,
            BillingProvider.ONE_TIME,
            BillingProvider.MARKETPLACE);
    assertThat(items)
        .extracting(InvoiceLineItem::invoiceLineItemType)
        .containsExactly(
            InvoiceLineItemType.BILLING_LINE_ITEMS,
            InvoiceLineItemType.BILLING_LINE_ITEMS,
            InvoiceLineItemType.USAGE_LINE_ITEMS,
            InvoiceLineItemType.BILLING_LINE_ITEMS,
            InvoiceLineItemType.USAGE_LINE_ITEMS);
    assertThat(items).allSatisfy(item -> assertThat(item.additionalProperties()).isEmpty());
  }

  @Test
  void aLineOfAnUnknownKindKeepsAllItsFields() {
    var item = ModelJson.fixture(UnrecognizedLineItem.class, "line-items/unrecognized");

    assertThat(item.attributes())
        .isEqualTo(new ResourceAttributes(null, "GamingLineItem", Map.of()));
    assertThat(item.invoiceLineItemType()).isEqualTo(InvoiceLineItemType.BILLING_LINE_ITEMS);
    assertThat(item.billingProvider()).isEqualTo(BillingProvider.of("xbox"));
    assertThat(item.additionalProperties())
        .containsOnly(
            Map.entry("gameId", "CHESS"),
            Map.entry("movesPlayed", 41),
            Map.entry("totalCost", new BigDecimal("12.50")));
  }

  @Test
  void aLineOfAnUnknownKindIsTheSameAfterBeingWrittenAndReadAgain() {
    var item = ModelJson.fixture(UnrecognizedLineItem.class, "line-items/unrecognized");

    assertThat(ModelJson.parse(UnrecognizedLineItem.class, ModelJson.write(item))).isEqualTo(item);
  }

  @Test
  void theDocumentationsSpellingsOfUsageAreReadAsWell() {
    var item = ModelJson.fixture(UsageBasedLineItem.class, "line-items/documented-spellings");

    assertThat(item.customerCompanyName()).isEqualTo("Fabrikam");
    assertThat(item.pretaxCharges()).isEqualTo("63.33");
    assertThat(item.pretaxEffectiveRate()).isEqualTo("0.08500671");
    assertThat(item.additionalProperties()).isEmpty();
  }

  @Test
  void theDocumentationsNameOfACustomerIsReadInDailyUsageToo() {
    var item = ModelJson.parse(DailyUsageLineItem.class, "{\"customerName\": \"Fabrikam\"}");

    assertThat(item.customerCompanyName()).isEqualTo("Fabrikam");
  }

  @Test
  void usageBelongsToTheDayThatTheServiceWrote() {
    assertThat(dailyRatedUsageAt("2026-01-02T00:00:00Z").usageDay())
        .isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(dailyRatedUsageAt("2026-01-02T00:00:00-08:00").usageDay())
        .isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(dailyRatedUsageAt("2026-01-02T00:00:00+13:00").usageDay())
        .isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @Test
  void legacyUsageHasADayToo() {
    var item = ModelJson.fixture(DailyUsageLineItem.class, "line-items/daily-usage-every-field");

    assertThat(item.usageDate())
        .isEqualTo(OffsetDateTime.of(2019, 8, 5, 0, 0, 0, 0, ZoneOffset.UTC));
    assertThat(item.usageDay()).isEqualTo(LocalDate.of(2019, 8, 5));
  }

  @Test
  void usageWithoutADateHasNoDay() {
    assertThat(ModelJson.parse(DailyRatedUsageLineItem.class, "{}").usageDay()).isNull();
    assertThat(ModelJson.parse(DailyUsageLineItem.class, "{}").usageDay()).isNull();
  }

  @Test
  void whatIsDerivedIsNotWritten() {
    var usage =
        ModelJson.fixture(
            DailyRatedUsageLineItem.class, "line-items/daily-rated-usage-every-field");
    var charge = ModelJson.fixture(OneTimeInvoiceLineItem.class, "line-items/one-time-every-field");

    assertThat(ModelJson.write(usage)).doesNotContain("usageDay");
    assertThat(ModelJson.write(charge)).doesNotContain("customerGuid");
  }

  @Test
  void aFieldWithTheNameOfSomethingDerivedIsKept() {
    var item = ModelJson.parse(DailyRatedUsageLineItem.class, "{\"usageDay\": \"Friday\"}");

    assertThat(item.additionalProperties()).containsEntry("usageDay", "Friday");
  }

  @Test
  void aLineWithoutCustomerHasNoCustomerGuid() {
    assertThat(ModelJson.parse(OneTimeInvoiceLineItem.class, "{}").customerGuid()).isNull();
    assertThat(
            ModelJson.parse(OneTimeInvoiceLineItem.class, "{\"customerId\": \"\"}").customerGuid())
        .isNull();
  }

  private static DailyRatedUsageLineItem dailyRatedUsageAt(String usageDate) {
    return ModelJson.parse(DailyRatedUsageLineItem.class, "{\"usageDate\": \"" + usageDate + "\"}");
  }
}
