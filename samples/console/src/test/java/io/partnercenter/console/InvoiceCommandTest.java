package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.models.Invoice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class InvoiceCommandTest {
  private static final Emulator EMULATOR = Emulator.builder().rows(25).start();
  private static final TenantInvoice AMENDED =
      EMULATOR.tenant().modernInvoices().stream()
          .filter(invoice -> !invoice.amendments().isEmpty())
          .findFirst()
          .orElseThrow();

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @Test
  void laysTheInvoiceOutForReading() {
    Run run = Run.against(EMULATOR, "invoice", AMENDED.id());

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .startsWith("Invoice " + AMENDED.id())
        .contains("charges     " + Columns.amount(AMENDED.totalCharges()) + " GBP")
        .contains("line items  one_time billing_line_items, one_time usage_line_items");
    assertThat(run.out()).contains("adjustment_note").contains("-25.50");
  }

  @Test
  void showsAmendmentsOfAmendments() {
    Run run = Run.against(EMULATOR, "invoice", AMENDED.id());

    assertThat(run.lines()).filteredOn(line -> line.contains("void_note")).hasSize(1);
  }

  @Test
  void showsTaxReceipts() {
    assertThat(EMULATOR.tenant().modernInvoices())
        .anySatisfy(
            invoice ->
                assertThat(Run.against(EMULATOR, "invoice", invoice.id()).out())
                    .contains("| E-Tax-" + invoice.id() + " |"));
  }

  @Test
  void writesTheRecordItselfAsJson() throws Exception {
    Run run = Run.against(EMULATOR, "invoice", AMENDED.id(), "--format", "json");

    Invoice read = Read.json(run.out(), new TypeReference<>() {});
    assertThat(read.totalCharges()).isEqualTo(AMENDED.totalCharges());
    assertThat(read.amendments()).hasSameSizeAs(AMENDED.amendments());
  }

  @Test
  void writesOneRowOfCsv() {
    Run run = Run.against(EMULATOR, "invoice", AMENDED.id(), "--format", "csv");

    assertThat(Read.csv(run.out()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("totalCharges")).isEqualTo(AMENDED.totalCharges().toPlainString());
              assertThat(row.get("invoiceDetails")).startsWith("[{").doesNotContain("links");
            });
  }
}
