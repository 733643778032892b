package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever befalls a walk on its way, each row arrives, and arrives once. */
final class FaultyServiceTest {
  private static final int ROWS = 8_500;

  @ParameterizedTest
  @DisplayName("C45, C4: through cuts, errors and expiring tokens every row comes once")
  @EnumSource(names = {"USAGE_BASED", "ONE_TIME"})
  void countsEveryRowOnceThroughCutsErrorsAndExpiringTokens(LineKind kind) {
    try (Emulator emulator = Emulator.builder().seed(2).rows(ROWS).months(1).start()) {
      LineItems expected = lines(emulator, kind);
      emulator.inject(
          Fault.tokenLife(3),
          Fault.cutBody(100_000).on("/lineitems").after(1),
          Fault.statuses(500, 503),
          Fault.disconnect().on("/lineitems").after(4),
          Fault.cutBody(0).on("/lineitems").after(7));

      Run run =
          Run.against(
              emulator,
              "line-items",
              expected.invoiceId(),
              "--type=billing",
              "--provider=" + (kind.isSeekPaged() ? "onetime" : "azure"),
              "--format=csv");

      assertThat(run.exitCode()).as(run.err()).isZero();
      List<CSVRecord> rows = Read.csv(run.out());
      assertThat(rows).hasSize(ROWS);
      assertThat(rows).extracting(row -> row.get(kind.keyField())).doesNotHaveDuplicates();
      String amount = kind.isSeekPaged() ? "totalForCustomer" : "postTaxTotal";
      assertThat(rows.stream().map(row -> new BigDecimal(row.get(amount))).reduce(BigDecimal::add))
          .get()
          .isEqualTo(expected.total());
      int pages = 5;
      int faults = 5;
      int refusedTokens = 2;
      assertThat(emulator.requestCount()).isEqualTo(pages + faults + refusedTokens);
    }
  }

  @Test
  void saysOnRequestWhatHappened() {
    try (Emulator emulator = Emulator.builder().rows(5).start()) {
      emulator.inject(Fault.statuses(500));

      Run run = Run.against(emulator, "summary", "--verbose");

      assertThat(run.complaints())
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).startsWith("GET /v1/invoices/summary: "));
      assertThat(run.complaints().get(0)).contains(": 500 in ").contains("(attempt 1, ");
      assertThat(run.complaints().get(1)).contains(": 200 in ").contains("(attempt 2, ");
    }
  }

  @Test
  void saysOnRequestThatAnAnswerBroke() {
    try (Emulator emulator = Emulator.builder().rows(5).start()) {
      emulator.inject(Fault.cutBody(10));

      Run run = Run.against(emulator, "summary", "--verbose");

      assertThat(run.complaints()).hasSize(2);
      assertThat(run.complaints().get(0)).contains(": 200, ", "Exception in ", "(attempt 1, ");
    }
  }

  private static LineItems lines(Emulator emulator, LineKind kind) {
    return emulator.tenant().invoices().stream()
        .map(invoice -> invoice.lineItems(kind))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }
}
