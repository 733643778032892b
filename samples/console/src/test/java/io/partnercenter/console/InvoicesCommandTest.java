package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.models.Invoice;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class InvoicesCommandTest {
  private static final Emulator EMULATOR = Emulator.builder().seed(4).rows(25).start();
  private static final List<TenantInvoice> INVOICES = EMULATOR.tenant().invoices();

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @Test
  void listsAllInATable() {
    Run run = Run.against(EMULATOR, "invoices");

    assertThat(run.exitCode()).isZero();
    for (TenantInvoice invoice : INVOICES) {
      assertThat(run.lines())
          .filteredOn(line -> line.startsWith("| " + invoice.id()))
          .singleElement()
          .asString()
          .contains(" " + Columns.amount(invoice.totalCharges()) + " |")
          .contains("| " + invoice.currencyCode());
    }
  }

  @Test
  void writesExactTotalsAsCsv() {
    Run run = Run.against(EMULATOR, "invoices", "--format", "csv");

    assertThat(Read.csv(run.out()))
        .extracting(row -> row.get("id") + " " + row.get("totalCharges"))
        .containsExactlyInAnyOrderElementsOf(
            INVOICES.stream()
                .map(invoice -> invoice.id() + " " + invoice.totalCharges().toPlainString())
                .toList());
  }

  @Test
  void writesJsonThatReadsBackAsTheSameRecords() throws Exception {
    Run run = Run.against(EMULATOR, "invoices", "--format", "json");

    List<Invoice> read = Read.json(run.out(), new TypeReference<>() {});
    try (IPartner partner =
        IPartner.builder()
            .baseUrl(EMULATOR.baseUrl())
            .credentials(PartnerCredentials.bearer(EMULATOR::token))
            .build()) {
      assertThat(read).isEqualTo(partner.invoices().query(InvoiceQuery.all()).stream().toList());
    }
  }

  @Test
  void selectsByDate() {
    String from = INVOICES.get(6).invoiceDate().toLocalDate().toString();
    String before = INVOICES.get(12).invoiceDate().toLocalDate().toString();

    assertThat(numbers("--from", from)).hasSize(12);
    assertThat(numbers("--before", before)).hasSize(12);
    assertThat(numbers("--from", from, "--before", before))
        .containsExactlyInAnyOrderElementsOf(
            INVOICES.subList(6, 12).stream().map(TenantInvoice::id).toList());
  }

  @Test
  void writesAnEmptySelectionInEveryFormat() {
    String[] none = {"invoices", "--before", "2001-01-01", "--format"};

    assertThat(Run.against(EMULATOR, none[0], none[1], none[2]).out()).isEqualTo("(none)\n");
    assertThat(Run.against(EMULATOR, none[0], none[1], none[2], none[3], "csv").lines())
        .singleElement()
        .asString()
        .startsWith("id,invoiceDate,");
    assertThat(Run.against(EMULATOR, none[0], none[1], none[2], none[3], "json").out())
        .isEqualTo("[]\n");
  }

  private static List<String> numbers(String... dates) {
    String[] arguments = new String[dates.length + 3];
    arguments[0] = "invoices";
    arguments[1] = "--format";
    arguments[2] = "csv";
    System.arraycopy(dates, 0, arguments, 3, dates.length);
    return Read.csv(Run.against(EMULATOR, arguments).out()).stream()
        .map(row -> row.get("id"))
        .toList();
  }
}
