package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineItemSumsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 333})
  void theLinesAddUpToTheTotalOfAModernInvoice(int rows) throws IOException {
    try (Emulator emulator = Emulator.builder().seed(7).rows(rows).months(1).start()) {
      Client client = new Client(emulator);
      for (TenantInvoice invoice : emulator.tenant().modernInvoices()) {
        List<JsonNode> pages = client.seek(lines(invoice.id(), "onetime", "billinglineitems", 100));

        assertThat(sum(pages, "totalForCustomer")).isEqualByComparingTo(invoice.totalCharges());
        assertThat(Client.rows(pages)).hasSize(rows);
      }
    }
  }

  @Test
  void theLinesAndTheAdjustmentAddUpToTheTotalOfALegacyInvoice() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(55).months(2).start()) {
      Client client = new Client(emulator);
      for (TenantInvoice invoice : emulator.tenant().legacyInvoices()) {
        BigDecimal licences =
            sum(
                client.byOffset(lines(invoice.id(), "office", "billinglineitems"), 20),
                "totalForCustomer");
        BigDecimal usage =
            sum(
                client.byOffset(lines(invoice.id(), "azure", "billinglineitems"), 20),
                "postTaxTotal");

        assertThat(licences.add(usage).add(invoice.adjustment()))
            .isEqualByComparingTo(invoice.totalCharges());
      }
      assertThat(emulator.tenant().legacyInvoices())
          .anyMatch(invoice -> invoice.adjustment().signum() != 0);
    }
  }

  @Test
  void unbilledLinesHaveASubtotalAndNoTotal() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(30).start()) {
      Client client = new Client(emulator);
      for (Period period : Period.values()) {
        List<JsonNode> pages =
            client.seek(
                lines("unbilled", "onetime", "billinglineitems", 7)
                    + "&currencycode=eur&period="
                    + period);

        LineItems lines = emulator.tenant().unbilled(LineKind.ONE_TIME, "EUR", period).get();
        assertThat(sum(pages, "subtotal")).isEqualByComparingTo(lines.total()).isNotZero();
        assertThat(sum(pages, "totalForCustomer")).isZero();
        assertThat(Client.rows(pages))
            .allMatch(row -> row.path("invoiceNumber").asText().isEmpty());
      }
    }
  }

  @Test
  void ratedUsageAddsUpExactly() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(60).months(1).start()) {
      Client client = new Client(emulator);
      for (TenantInvoice invoice : emulator.tenant().modernInvoices()) {
        String query =
            lines(invoice.id(), "onetime", "usagelineitems", 25)
                + "&period=previous&currencycode="
                + invoice.currencyCode();

        assertThat(sum(client.seek(query), "billingPreTaxTotal"))
            .isEqualByComparingTo(invoice.lineItems(LineKind.DAILY_RATED_USAGE).get().total());
      }
    }
  }

  @Test
  void totalsAreExactWhenLinesRepeat() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(103).distinctRows(10).months(1).start()) {
      TenantInvoice invoice = emulator.tenant().modernInvoices().get(2);

      List<JsonNode> pages =
          new Client(emulator).seek(lines(invoice.id(), "all", "billinglineitems", 40));

      assertThat(sum(pages, "totalForCustomer")).isEqualByComparingTo(invoice.totalCharges());
      assertThat(Client.rows(pages).map(row -> row.path("orderId").asText()).distinct())
          .hasSize(10);
    }
  }

  @Test
  void aTotalOfAMillionLinesNeedsNoJson() {
    try (Emulator emulator = Emulator.builder().rows(1_000_000).months(1).start()) {
      TenantInvoice invoice = emulator.tenant().modernInvoices().get(1);

      assertThat(invoice.totalCharges()).isGreaterThan(new BigDecimal("1000000"));
    }
  }

  private static String lines(String invoiceId, String provider, String type) {
    return "/v1/invoices/%s/lineitems?provider=%s&invoicelineitemtype=%s"
        .formatted(invoiceId, provider, type);
  }

  private static String lines(String invoiceId, String provider, String type, int size) {
    return lines(invoiceId, provider, type) + "&size=" + size;
  }

  /** Adds numbers and numbers in strings. */
  private static BigDecimal sum(List<JsonNode> pages, String field) {
    return Client.rows(pages)
        .map(row -> new BigDecimal(row.path(field).asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
