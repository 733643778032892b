package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
  private static final Path PAGE = Path.of("src", "site", "markdown", "migration.md");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GetInvoices",
        "GetInvoice",
        "GetInvoiceSummaries",
        "GetInvoiceSummary",
        "GetInvoiceStatement",
        "GetInvoiceTaxReceiptStatement",
        "GetEstimatesLinks",
        "GetInvoiceLineItems",
        "GetReconciliationLineItems"
      })
  void everyOperationOfTheOldSdksHasItsCounterpart(String endpointKey) throws Exception {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("| `" + endpointKey + "` | "))
        .singleElement()
        .asString()
        .contains("invoices()");
  }
}
