package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorRequest;
import io.partnercenter.emulator.TenantInvoice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever the service can do, the program can ask it to, and asks as the service is documented.
 */
final class OperationsEndToEndTest {
  private static final Emulator EMULATOR = Emulator.builder().seed(4).rows(20).start();
  private static final TenantInvoice LEGACY = EMULATOR.tenant().legacyInvoices().get(0);
  private static final TenantInvoice MODERN =
      EMULATOR.tenant().modernInvoices().stream()
          .filter(invoice -> !invoice.taxReceiptIds().isEmpty())
          .findFirst()
          .orElseThrow();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  /** The numbers are those of contract 6.0. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          1,  invoices, /v1/invoices
          2,  invoice MODERN, /v1/invoices/MODERN
          3,  summaries, /v1/invoices/summaries
          4,  summary, /v1/invoices/summary
          5,  statement MODERN, /v1/invoices/MODERN/documents/statement
          6,  receipt MODERN RECEIPT, /v1/invoices/MODERN/receipts/RECEIPT/documents/statement
          7,  estimates --currency EUR, /v1/invoices/estimates/links?currencyCode=EUR
          8,  line-items LEGACY --provider office, /v1/invoices/LEGACY/lineitems?provider=office&invoiceLineItemType=billinglineitems&size=2000
          8,  line-items MODERN --provider onetime, /v1/invoices/MODERN/lineitems?provider=onetime&invoiceLineItemType=billinglineitems&period=previous&size=2000
          9,  line-items MODERN --provider onetime --type usage --currency EUR, /v1/invoices/MODERN/lineitems?provider=onetime&invoiceLineItemType=usagelineitems&currencyCode=EUR&period=previous&size=2000
          10, unbilled --currency EUR, /v1/invoices/unbilled/lineitems?provider=onetime&invoiceLineItemType=billinglineitems&currencyCode=EUR&period=current&size=2000
          11, unbilled --currency EUR --type usage --period previous, /v1/invoices/unbilled/lineitems?provider=onetime&invoiceLineItemType=usagelineitems&currencyCode=EUR&period=previous&size=2000
          """)
  void everyOperationOfTheServiceIsReached(int number, String arguments, String target) {
    int before = EMULATOR.requestCount();

    Run run = Run.in(folder, EMULATOR, named(arguments).split(" "));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isNotEmpty();
    List<EmulatorRequest> requests = EMULATOR.requests();
    assertThat(requests.subList(before, requests.size()))
        .extracting(request -> request.method() + " " + request.target())
        .containsExactly("GET " + named(target));
  }

  private static String named(String text) {
    return text.replace("LEGACY", LEGACY.id())
        .replace("MODERN", MODERN.id())
        .replace("RECEIPT", MODERN.taxReceiptIds().get(0));
  }
}
