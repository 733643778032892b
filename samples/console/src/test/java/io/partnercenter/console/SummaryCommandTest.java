package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.models.InvoiceSummary;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class SummaryCommandTest {
  private static final Emulator EMULATOR = Emulator.builder().seed(3).rows(25).start();
  private static final BigDecimal BALANCE = EMULATOR.tenant().balance("USD");

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @Test
  void showsTheBalanceAndItsParts() {
    Run run = Run.against(EMULATOR, "summary");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).filteredOn(line -> line.startsWith("| all")).hasSize(1);
    assertThat(run.out()).contains("| " + Columns.amount(BALANCE) + " | USD      |");
    assertThat(run.out()).contains("| Recurring |").contains("| OneTime   |");
    assertThat(run.complaints()).isEmpty();
  }

  @Test
  void writesARowForTheWholeAndOneForEachPart() {
    Run run = Run.against(EMULATOR, "summary", "--format", "csv");

    assertThat(Read.csv(run.out()))
        .extracting(row -> row.get("invoices"))
        .containsExactly("all", "Recurring", "OneTime");
    assertThat(Read.csv(run.out()).get(0).get("balanceAmount")).isEqualTo(BALANCE.toPlainString());
  }

  @Test
  void writesTheRecordItselfAsJson() throws Exception {
    Run run = Run.against(EMULATOR, "summary", "--format", "json");

    InvoiceSummary read = Read.json(run.out(), new TypeReference<>() {});
    assertThat(read.balanceAmount()).isEqualTo(BALANCE);
    assertThat(read.details()).hasSize(2);
  }
}
