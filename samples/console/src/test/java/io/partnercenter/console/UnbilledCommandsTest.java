package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.InvoiceSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed, and what will be. */
final class UnbilledCommandsTest {
  private static final int ROWS = 2_100;
  private static final Emulator EMULATOR = Emulator.builder().seed(6).rows(ROWS).start();

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @Test
  void summariesSayWhatIsOwedInEachCurrency() {
    Run run = Run.against(EMULATOR, "summaries", "--format", "csv");

    assertThat(Read.csv(run.out()))
        .filteredOn(row -> row.get("invoices").equals("all"))
        .extracting(row -> row.get("currencyCode") + " " + row.get("balanceAmount"))
        .containsExactlyElementsOf(
            EMULATOR.tenant().currencyCodes().stream()
                .map(code -> code + " " + EMULATOR.tenant().balance(code).toPlainString())
                .toList());
  }

  @Test
  void summariesAreTheServicesRecordsAsJson() throws Exception {
    Run run = Run.against(EMULATOR, "summaries", "--format", "json");

    List<InvoiceSummary> read = Read.json(run.out(), new TypeReference<>() {});
    assertThat(read).hasSameSizeAs(EMULATOR.tenant().currencyCodes());
    assertThat(read).allSatisfy(summary -> assertThat(summary.details()).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource({
    "billing, current, ONE_TIME, subtotal",
    "billing, previous, ONE_TIME, subtotal",
    "usage, current, DAILY_RATED_USAGE, billingPreTaxTotal"
  })
  void unbilledHasEveryLine(String type, String period, LineKind kind, String amount) {
    Run run =
        Run.against(
            EMULATOR,
            ("unbilled --currency EUR --format csv --type " + type + " --period " + period)
                .split(" "));

    Period asked = Period.valueOf(period.toUpperCase(Locale.ROOT));
    BigDecimal total = EMULATOR.tenant().unbilled(kind, "EUR", asked).orElseThrow().total();
    List<CSVRecord> rows = Read.csv(run.out());
    assertThat(rows).hasSize(ROWS);
    assertThat(rows.stream().map(row -> new BigDecimal(row.get(amount))).reduce(BigDecimal::add))
        .contains(total);
  }

  @Test
  void unbilledIsInTheCurrencyOfTheBalanceUnlessSaidOtherwise() {
    Run run = Run.against(EMULATOR, "unbilled", "--limit", "3");

    assertThat(run.complaints())
        .containsExactly("In USD, the currency of the balance; --currency names another");
    assertThat(run.lines()).last().asString().startsWith("The first 3 lines come to ");
    assertThat(run.lines()).last().asString().endsWith(" USD");
  }

  @Test
  void estimatesAreATableOfLinks() {
    Run run = Run.against(EMULATOR, "estimates", "--currency", "EUR");

    assertThat(run.complaints()).isEmpty();
    assertThat(run.lines()).filteredOn(line -> line.contains("/invoices/unbilled/")).hasSize(4);
    assertThat(run.out()).contains("| daily_rated_usage | Current  |");
  }

  @Test
  void estimatesAreTheServicesRecordsAsJson() throws Exception {
    Run run = Run.against(EMULATOR, "estimates", "--format", "json");

    List<EstimateLink> read = Read.json(run.out(), new TypeReference<>() {});
    assertThat(read).hasSize(4);
  }

  @Test
  void estimatesThatAreFollowedAddUpExactly() {
    Run run = Run.against(EMULATOR, "estimates", "--currency=EUR", "--follow", "--format=csv");

    assertThat(Read.csv(run.out()))
        .extracting(
            row -> row.get("type") + " " + row.get("period") + " " + row.get("lines"),
            row -> row.get("amount"),
            row -> row.get("currency"))
        .containsExactly(
            sum("daily_rated_usage Current", LineKind.DAILY_RATED_USAGE, Period.CURRENT),
            sum("daily_rated_usage Previous", LineKind.DAILY_RATED_USAGE, Period.PREVIOUS),
            sum("non_consumption Current", LineKind.ONE_TIME, Period.CURRENT),
            sum("non_consumption Previous", LineKind.ONE_TIME, Period.PREVIOUS));
  }

  @Test
  void whereThereIsNothingToEstimateNothingIsShown() {
    Run run = Run.against(EMULATOR, "estimates", "--currency", "JPY", "--follow");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("(none)\n");
  }

  private static Tuple sum(String name, LineKind kind, Period period) {
    BigDecimal total = EMULATOR.tenant().unbilled(kind, "EUR", period).orElseThrow().total();
    return Tuple.tuple(name + " " + ROWS, total.toPlainString(), "EUR");
  }
}
