package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineItemsCommandTest {
  private static final int ROWS = 2_345;
  private static final Emulator EMULATOR = Emulator.builder().seed(9).rows(ROWS).start();
  private static final TenantInvoice LEGACY = EMULATOR.tenant().legacyInvoices().get(0);
  private static final TenantInvoice MODERN = EMULATOR.tenant().modernInvoices().get(2);

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LICENSE_BASED, office, billing, totalForCustomer",
    "USAGE_BASED, azure, billing, postTaxTotal",
    "DAILY_USAGE, azure, usage, ",
    "ONE_TIME, onetime, billing, totalForCustomer",
    "DAILY_RATED_USAGE, onetime, usage, billingPreTaxTotal"
  })
  void writesEveryLineOfEveryKindAsCsv(LineKind kind, String provider, String type, String amount) {
    LineItems expected = (kind.isSeekPaged() ? MODERN : LEGACY).lineItems(kind).orElseThrow();

    Run run =
        Run.against(
            EMULATOR,
            "line-items",
            expected.invoiceId(),
            "--format=csv",
            "--provider=" + provider,
            "--type=" + type,
            "--currency=" + expected.currencyCode());

    List<CSVRecord> rows = Read.csv(run.out());
    assertThat(run.exitCode()).isZero();
    assertThat(rows).hasSize(ROWS);
    assertThat(rows).extracting(row -> row.get(kind.keyField())).doesNotHaveDuplicates();
    if (amount != null) {
      assertThat(rows.stream().map(row -> new BigDecimal(row.get(amount))).reduce(BigDecimal::add))
          .get()
          .isEqualTo(expected.total());
    }
  }

  @Test
  void writesJsonThatReadsBackAsRecords() throws Exception {
    Run run = Run.against(EMULATOR, "line-items", MODERN.id(), "--type=billing", "--format=json");

    List<OneTimeInvoiceLineItem> read = Read.json(run.out(), new TypeReference<>() {});
    assertThat(read).hasSize(ROWS);
    assertThat(
            read.stream()
                .map(OneTimeInvoiceLineItem::totalForCustomer)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualTo(MODERN.totalCharges());
  }

  @Test
  void writesJsonOfAllKindsInOneArray() throws Exception {
    Run run = Run.against(EMULATOR, "line-items", LEGACY.id(), "--format=json", "--limit=7");

    List<Object> read = Read.json(run.out(), new TypeReference<>() {});
    assertThat(read).hasSize(21);
  }

  @Test
  void showsTheFirstLinesOfEachKindAndAddsUpAll() {
    Run run = Run.against(EMULATOR, "line-items", LEGACY.id());

    assertThat(run.lines())
        .contains("Line items: office billing")
        .contains("... and 2,325 more; --limit shows more of them, --format csv all")
        .contains("2,345 lines come to " + total(LEGACY, LineKind.LICENSE_BASED) + " USD")
        .contains("2,345 lines come to " + total(LEGACY, LineKind.USAGE_BASED) + " USD")
        .contains("2,345 lines name no amount");
  }

  @Test
  void fetchesNoMoreThanTheLimit() {
    int before = EMULATOR.requestCount("/v1/invoices/" + MODERN.id() + "/lineitems");

    Run run =
        Run.against(EMULATOR, "line-items", MODERN.id(), "--provider", "onetime", "--limit", "10");

    assertThat(run.out()).contains("The first 10 lines come to ");
    assertThat(EMULATOR.requestCount("/v1/invoices/" + MODERN.id() + "/lineitems"))
        .isEqualTo(before + 1);
  }

  @Test
  void stopsInTheMiddleOfAPageToo() {
    Run run =
        Run.against(
            EMULATOR,
            "line-items",
            MODERN.id(),
            "--provider=onetime",
            "--limit=2100",
            "--format=csv");

    assertThat(Read.csv(run.out())).hasSize(2_100);
  }

  @ParameterizedTest
  @CsvSource({
    "billing, current, ONE_TIME, CURRENT",
    "billing, previous, ONE_TIME, PREVIOUS",
    "usage, current, DAILY_RATED_USAGE, CURRENT",
    "usage, previous, DAILY_RATED_USAGE, PREVIOUS"
  })
  void addsUpWhatIsNotBilledYet(String type, String period, LineKind kind, Period expected) {
    Run run =
        Run.against(
            EMULATOR,
            "line-items",
            "unbilled",
            "--currency=eur",
            "--type=" + type,
            "--period=" + period);

    BigDecimal total = EMULATOR.tenant().unbilled(kind, "EUR", expected).orElseThrow().total();
    assertThat(run.lines()).contains("2,345 lines come to " + Columns.amount(total) + " EUR");
  }

  @Test
  void saysOfWhichKindNoLinesCame() {
    Run run = Run.against(EMULATOR, "line-items", MODERN.id(), "--format=json", "--currency=JPY");

    assertThat(run.exitCode()).isZero();
    assertThat(run.complaints())
        .contains("No lines of onetime usage came; the command export may have them");
  }

  @Test
  void saysNothingOfKindsThatCame() {
    Run run = Run.against(EMULATOR, "line-items", LEGACY.id(), "--limit=1");

    assertThat(run.complaints()).isEmpty();
  }

  @Test
  void asksForOneKindWhenCsvCannotHoldAll() {
    Run run = Run.against(EMULATOR, "line-items", LEGACY.id(), "--format", "csv");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaints())
        .singleElement()
        .asString()
        .contains("office billing, azure billing, azure usage");
  }

  private static String total(TenantInvoice invoice, LineKind kind) {
    return Columns.amount(invoice.lineItems(kind).orElseThrow().total());
  }
}
