package io.partnercenter.emulator.graph;

import static io.partnercenter.emulator.testing.ExportClient.DOLLARS;
import static io.partnercenter.emulator.testing.ExportClient.RECONCILIATION;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED_USAGE;
import static io.partnercenter.emulator.testing.ExportClient.USAGE;
import static io.partnercenter.emulator.testing.ExportClient.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.Tenant;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.ExportClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExportContentTest {
  private static EmulatorBuilder small() {
    return Emulator.builder().rows(40).months(1);
  }

  @Test
  void reconciliationAddsUpToTheInvoice() throws IOException {
    try (Emulator emulator = small().start()) {
      for (TenantInvoice invoice : emulator.tenant().modernInvoices()) {
        ExportClient client = new ExportClient(emulator);
        List<JsonNode> rows = client.rows(client.export(RECONCILIATION, invoice(invoice.id())));

        assertThat(rows).hasSize(40);
        assertThat(sum(rows, "Total")).isEqualByComparingTo(invoice.totalCharges());
        assertThat(rows)
            .allMatch(row -> row.path("InvoiceNumber").asText().equals(invoice.id()))
            .allMatch(row -> sum(List.of(row), "Subtotal", "TaxTotal", "Total").signum() == 0);
      }
    }
  }

  @Test
  void usageAddsUpExactly() throws IOException {
    try (Emulator emulator = small().start()) {
      TenantInvoice invoice = emulator.tenant().modernInvoices().get(1);
      ExportClient client = new ExportClient(emulator);
      List<JsonNode> rows = client.rows(client.export(USAGE, invoice(invoice.id())));

      assertThat(sum(rows, "BillingPreTaxTotal"))
          .isEqualByComparingTo(invoice.lineItems(LineKind.DAILY_RATED_USAGE).get().total());
    }
  }

  @Test
  void exportedLinesHaveTheValuesOfTheV1Api() throws IOException {
    try (Emulator emulator = small().start()) {
      String id = emulator.tenant().modernInvoices().get(0).id();
      List<JsonNode> v1 =
          Client.rows(
                  new Client(emulator)
                      .seek(
                          "/v1/invoices/%s/lineitems?provider=onetime&invoicelineitemtype=billinglineitems"
                              .formatted(id)))
              .toList();
      ExportClient client = new ExportClient(emulator);
      List<JsonNode> v2 = client.rows(client.export(RECONCILIATION, invoice(id)));

      for (int i = 0; i < 40; i++) {
        assertThat(v2.get(i).path("OrderId")).isEqualTo(v1.get(i).path("orderId"));
        assertThat(v2.get(i).path("EffectiveUnitPrice").decimalValue().toPlainString())
            .isEqualTo(
                new BigDecimal(v1.get(i).path("effectiveUnitPrice").asText()).toPlainString());
        assertThat(v2.get(i).path("Tier2MpnId").asText())
            .isEqualTo(v1.get(i).path("resellerMpnId").asText());
      }
    }
  }

  @Test
  void fullAndBasicHaveTheirAttributes() throws IOException {
    try (Emulator emulator = small().start()) {
      ExportClient client = new ExportClient(emulator);
      String id = emulator.tenant().modernInvoices().get(1).id();

      assertThat(keys(client, RECONCILIATION, invoice(id))).hasSize(47).contains("UnitType");
      assertThat(keys(client, USAGE, invoice(id))).hasSize(55).contains("ResourceURI", "Tags");
      assertThat(keys(client, RECONCILIATION, invoice(id).replace("full", "basic")))
          .hasSize(35)
          .contains("Total", "ProductCategory")
          .doesNotContain("Quantity", "UnitType");
      assertThat(keys(client, USAGE, invoice(id).replace("full", "basic")))
          .hasSize(30)
          .contains("UnitType", "AdditionalInfo")
          .doesNotContain("Unit", "Tags", "PCToBCExchangeRateDate");
    }
  }

  private static Set<String> keys(ExportClient client, String action, String body)
      throws IOException {
    Set<String> keys = new TreeSet<>();
    client
        .rows(client.export(action, body))
        .forEach(row -> row.fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  @Test
  void unbilledLinesHaveNoInvoice() throws IOException {
    try (Emulator emulator = small().start()) {
      ExportClient client = new ExportClient(emulator);
      Tenant tenant = emulator.tenant();
      List<JsonNode> rows = client.rows(client.export(UNBILLED, DOLLARS));
      List<JsonNode> usage = client.rows(client.export(UNBILLED_USAGE, DOLLARS));

      assertThat(rows).noneMatch(row -> row.has("InvoiceNumber"));
      assertThat(sum(rows, "Subtotal"))
          .isEqualByComparingTo(
              tenant.unbilled(LineKind.ONE_TIME, "USD", Period.CURRENT).get().total());
      assertThat(usage)
          .noneMatch(row -> row.has("InvoiceNumber") || row.has("BenefitID"))
          .allMatch(row -> row.path("Tier2MpnId").asText().isEmpty());
      assertThat(sum(usage, "BillingPreTaxTotal"))
          .isEqualByComparingTo(
              tenant.unbilled(LineKind.DAILY_RATED_USAGE, "USD", Period.CURRENT).get().total());
    }
  }

  @Test
  void lastIsThePreviousMonth() throws IOException {
    try (Emulator emulator = small().start()) {
      ExportClient client = new ExportClient(emulator);
      String last = "{\"billingPeriod\":\"last\",\"currencyCode\":\"eur\"}";

      assertThat(sum(client.rows(client.export(UNBILLED, last)), "Subtotal"))
          .isEqualByComparingTo(
              emulator.tenant().unbilled(LineKind.ONE_TIME, "EUR", Period.PREVIOUS).get().total());
    }
  }

  @Test
  void percentagesAreRatesTimesAHundred() throws IOException {
    try (Emulator emulator = small().start()) {
      ExportClient client = new ExportClient(emulator);
      List<JsonNode> usage = client.rows(client.export(UNBILLED_USAGE, DOLLARS));

      assertThat(decimals(usage, "PartnerEarnedCreditPercentage")).containsOnly("0", "15");
      assertThat(decimals(usage, "CreditPercentage")).containsOnly("0", "100");
      assertThat(usage).anyMatch(row -> row.path("CreditPercentage").isNull());
      assertThat(usage).anyMatch(row -> !row.has("CreditPercentage"));
    }
  }

  private static Set<String> decimals(List<JsonNode> rows, String field) {
    return rows.stream()
        .filter(row -> row.hasNonNull(field))
        .map(row -> row.path(field).decimalValue().stripTrailingZeros().toPlainString())
        .collect(Collectors.toSet());
  }

  @Test
  void daysAndListsHaveSeveralForms() throws IOException {
    try (Emulator emulator = small().start()) {
      ExportClient client = new ExportClient(emulator);
      List<JsonNode> usage = client.rows(client.export(UNBILLED_USAGE, DOLLARS));
      List<JsonNode> rows = client.rows(client.export(UNBILLED, DOLLARS));

      assertThat(usage)
          .anyMatch(row -> row.path("UsageDate").asText().length() == 10)
          .anyMatch(row -> row.path("UsageDate").asText().endsWith("T00:00:00Z"));
      assertThat(rows)
          .anyMatch(row -> row.path("ProductQualifiers").isArray())
          .anyMatch(row -> row.path("ProductQualifiers").asText().equals("[\"AddOn\"]"))
          .anyMatch(row -> row.path("ProductQualifiers").asText().equals("AddOn"));
    }
  }

  @Test
  void someLinesHaveNumbersInScientificNotation() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(300).start()) {
      ExportClient client = new ExportClient(emulator);
      List<String> lines = client.lines(client.export(UNBILLED_USAGE, DOLLARS));

      assertThat(lines)
          .anyMatch(line -> line.matches(".*UnitPrice\":\\d(\\.\\d+)?E-\\d+[,}].*"))
          .anyMatch(line -> line.matches(".*UnitPrice\":0\\.000000\\d+[,}].*"));
    }
  }

  @Test
  void keysCanBeginWithALowerCaseLetter() throws IOException {
    try (Emulator emulator = small().exports(e -> e.camelCaseKeys(true)).start()) {
      String id = emulator.tenant().modernInvoices().get(1).id();

      assertThat(keys(new ExportClient(emulator), RECONCILIATION, invoice(id)))
          .hasSize(47)
          .contains("partnerId", "pcToBCExchangeRate", "total")
          .noneMatch(key -> Character.isUpperCase(key.charAt(0)));
    }
  }

  @Test
  void numbersCanBeStringsInEveryOtherLine() throws IOException {
    try (Emulator emulator = small().exports(e -> e.mixedNumbers(true)).start()) {
      ExportClient client = new ExportClient(emulator);
      TenantInvoice invoice = emulator.tenant().modernInvoices().get(3);
      List<JsonNode> rows = client.rows(client.export(RECONCILIATION, invoice(invoice.id())));

      assertThat(rows.stream().filter(row -> row.path("Total").isTextual())).hasSize(20);
      assertThat(rows.stream().filter(row -> row.path("Total").isNumber())).hasSize(20);
      assertThat(sum(rows, "Total")).isEqualByComparingTo(invoice.totalCharges());
    }
  }

  @Test
  void filesCanHaveAByteOrderMarkBlankLinesAndNoLastNewline() throws IOException {
    try (Emulator emulator =
        small()
            .exports(e -> e.byteOrderMark(true).blankLines(true).lastNewline(false).members(4))
            .start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode manifest = client.export(UNBILLED, DOLLARS);

      for (int i = 0; i < 2; i++) {
        String text = ExportClient.text(client.blob(manifest, i).bytes());
        assertThat(text).startsWith("\uFEFF{").endsWith("}").contains("}\n\n{");
        assertThat(text.indexOf('\uFEFF', 1)).isNegative();
        assertThat(text.lines().filter(line -> !line.isBlank())).hasSize(20);
      }
    }
  }

  @Test
  void filesHaveTheGivenNumberOfMembers() throws IOException {
    try (Emulator one = small().start();
        Emulator many = small().exports(e -> e.members(5)).start()) {
      ExportClient first = new ExportClient(one);
      ExportClient second = new ExportClient(many);
      byte[] single = first.blob(first.export(UNBILLED, DOLLARS), 0).bytes();
      byte[] parted = second.blob(second.export(UNBILLED, DOLLARS), 0).bytes();

      assertThat(members(single)).isEqualTo(1);
      assertThat(members(parted)).isEqualTo(5);
      assertThat(ExportClient.text(parted)).isEqualTo(ExportClient.text(single));
    }
  }

  /** Counts members by the nine bytes with which Java begins each. */
  private static int members(byte[] gzip) {
    String bytes = new String(gzip, StandardCharsets.ISO_8859_1);
    return bytes.split("\u001f\u008b\b\0\0\0\0\0", -1).length - 1;
  }

  @Test
  void anExportCanHaveNoLines() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(0).start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode manifest = client.export(UNBILLED, DOLLARS);

      assertThat(manifest.path("blobCount").asInt()).isEqualTo(2);
      assertThat(client.lines(manifest)).isEmpty();
    }
  }

  private static BigDecimal sum(List<JsonNode> rows, String field) {
    return rows.stream()
        .map(row -> new BigDecimal(row.path(field).asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns the sum of two fields less a third. */
  private static BigDecimal sum(List<JsonNode> rows, String one, String other, String less) {
    return sum(rows, one).add(sum(rows, other)).subtract(sum(rows, less));
  }
}
