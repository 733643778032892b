package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.partnercenter.testing.Fixtures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {
  /** A row of any kind. */
  record Row(@Nullable String currency, @Nullable BigDecimal amount) {}

  private static Row row(@Nullable String currency, @Nullable String amount) {
    return new Row(currency, amount == null ? null : new BigDecimal(amount));
  }

  private static Totals of(Row... rows) {
    return Stream.of(rows).collect(Totals.byCurrency(Row::currency, Row::amount));
  }

  private static CurrencyTotal total(String currency, String amount, long rows) {
    return new CurrencyTotal(currency, new BigDecimal(amount), rows);
  }

  @Test
  @DisplayName("C30: each currency is added up for itself")
  void eachCurrencyIsAddedUpForItself() {
    Totals totals = of(row("USD", "100"), row("EUR", "0.10"), row("GBP", "-3"), row("EUR", "0.20"));

    assertThat(totals.currencies())
        .containsExactly(total("EUR", "0.30", 2), total("GBP", "-3", 1), total("USD", "100", 1));
    assertThat(totals.isComplete()).isTrue();
    assertThat(totals.rows()).isEqualTo(4);
  }

  @Test
  void aCurrencyIsTheSameInAnySpelling() {
    Totals totals = of(row("eur", "1"), row("EUR", "2"), row(" Eur ", "3"));

    assertThat(totals.currencies()).containsExactly(total("EUR", "6", 3));
    assertThat(totals.in("eur")).isEqualTo("6");
  }

  @Test
  @DisplayName("C30: amounts of different currencies are never added up")
  void amountsOfDifferentCurrenciesAreNeverAddedUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> total("EUR", "1", 1).plus(total("USD", "1", 1)))
        .withMessage("EUR and USD cannot be added up");
    assertThatIllegalStateException()
        .isThrownBy(() -> of(row("EUR", "1"), row("USD", "1")).only())
        .withMessageContainingAll("EUR", "USD");
  }

  @Test
  void rowsThatCannotBeAddedUpAreCounted() {
    Totals totals =
        of(row("EUR", "1"), row("EUR", null), row(null, null), row(null, "5"), row(" ", "5"));

    assertThat(totals.rowsWithoutAmount()).isEqualTo(2);
    assertThat(totals.rowsWithoutCurrency()).isEqualTo(2);
    assertThat(totals.rows()).isEqualTo(5);
    assertThat(totals.isComplete()).isFalse();
    assertThat(totals.in("EUR")).isEqualTo("1");
  }

  @Test
  void theOneTotalIsOnlyThereIfItIsAllOfThem() {
    assertThat(of(row("EUR", "1"), row("EUR", "2")).only()).isEqualTo(total("EUR", "3", 2));
    assertThatIllegalStateException()
        .isThrownBy(() -> of(row("EUR", "1"), row("EUR", null)).only());
    assertThatIllegalStateException().isThrownBy(() -> of(row("EUR", "1"), row("", "1")).only());
    assertThatIllegalStateException().isThrownBy(() -> of().only());
  }

  @Test
  void ofNoRowsThereIsNothing() {
    assertThat(of().currencies()).isEmpty();
    assertThat(of().in("EUR")).isEqualTo("0");
  }

  @Test
  void totalsAreAddedUpCurrencyByCurrency() {
    Totals both = of(row("EUR", "1"), row("USD", null)).plus(of(row("USD", "2"), row("EUR", "4")));

    assertThat(both)
        .isEqualTo(new Totals(List.of(total("EUR", "5", 2), total("USD", "2", 1)), 1, 0));
  }

  @Property
  @Label("C30: the order of rows and the threads they are added up on change nothing")
  void orderAndThreadsChangeNothing(@ForAll("rows") List<Row> rows) {
    Totals totals = rows.stream().collect(Totals.byCurrency(Row::currency, Row::amount));

    Totals parallel =
        rows.parallelStream()
            .sorted((one, other) -> Integer.compare(other.hashCode(), one.hashCode()))
            .collect(Totals.byCurrency(Row::currency, Row::amount));
    assertThat(parallel).isEqualTo(totals);
    assertThat(totals.rows()).isEqualTo(rows.size());
    for (CurrencyTotal total : totals.currencies()) {
      BigDecimal sum =
          rows.stream()
              .filter(row -> total.currencyCode().equalsIgnoreCase(row.currency()))
              .map(Row::amount)
              .filter(amount -> amount != null)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(total.amount()).isEqualByComparingTo(sum);
    }
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<String> currencies = Arbitraries.of("EUR", "eur", "USD", "GBP", "").injectNull(0.1);
    Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals().ofScale(22).injectNull(0.1);
    return Combinators.combine(currencies, amounts).as(Row::new).list();
  }

  private static InvoiceLineItem line(Class<? extends InvoiceLineItem> type, String fields) {
    return ModelJson.parse(type, "{" + fields + "}");
  }

  @ParameterizedTest
  @DisplayName("a charge without an invoice counts by its subtotal, but only while it is untaxed")
  @CsvSource({"119, 119", "0, 100", "0.00, 100", ", 100"})
  void aTotalThatIsThereCounts(@Nullable String total, String amount) {
    String charge =
        "\"currency\":\"A\",\"subtotal\":100,\"totalForCustomer\":"
            + (total == null ? "null" : total);

    Totals totals =
        Stream.of(line(OneTimeInvoiceLineItem.class, charge)).collect(Totals.byCurrency());

    assertThat(totals.in("A")).isEqualTo(amount);
  }

  @Test
  void everyKindOfLineIsAddedUpByWhatItCharges() {
    String rated =
        "\"billingCurrency\":\"A\",\"pricingCurrency\":\"X\",\"billingPreTaxTotal\":\"1.5\"";
    String billed =
        "\"invoiceNumber\":\"G1\",\"currency\":\"B\",\"subtotal\":1,\"totalForCustomer\":2";
    String unbilled =
        "\"invoiceNumber\":\"\",\"currency\":\"C\",\"subtotal\":3,\"totalForCustomer\":0";
    String license = "\"currency\":\"D\",\"subtotal\":3,\"totalForCustomer\":4";
    String usage = "\"currency\":\"E\",\"pretaxCharges\":4,\"postTaxTotal\":5";

    Totals totals =
        Stream.of(
                line(DailyRatedUsageLineItem.class, rated),
                line(OneTimeInvoiceLineItem.class, billed),
                line(OneTimeInvoiceLineItem.class, unbilled),
                line(LicenseBasedLineItem.class, license),
                line(UsageBasedLineItem.class, usage),
                line(DailyUsageLineItem.class, "\"consumedQuantity\":7"),
                new UnrecognizedLineItem(null, null, null, Map.of("currency", "X")))
            .collect(Totals.byCurrency());

    assertThat(totals)
        .isEqualTo(
            new Totals(
                List.of(
                    total("A", "1.5", 1),
                    total("B", "2", 1),
                    total("C", "3", 1),
                    total("D", "4", 1),
                    total("E", "5", 1)),
                2,
                0));
  }

  @Test
  void rowsOfOneTypeAreAddedUpByAnyAmountOfTheirs() {
    OneTimeInvoiceLineItem item =
        ModelJson.fixture(OneTimeInvoiceLineItem.class, "line-items/one-time-every-field");

    Totals charged = Stream.of(item, item).collect(Totals.byCurrency());
    Totals tax =
        Stream.of(item)
            .collect(
                Totals.byCurrency(
                    OneTimeInvoiceLineItem::currency, OneTimeInvoiceLineItem::taxTotal));

    assertThat(charged.only().rows()).isEqualTo(2);
    assertThat(tax.only().amount()).isEqualTo(item.taxTotal());
  }

  @Test
  @DisplayName("C30: balances of the documented summaries stay apart")
  void balancesStayApart() {
    List<InvoiceSummary> summaries =
        Stream.of("GBP", "CHF", "EUR")
            .map(
                currency ->
                    ModelJson.parse(
                        InvoiceSummary.class,
                        Fixtures.text("invoice-summary/every-field").replace("GBP", currency)))
            .toList();

    Totals owed =
        summaries.stream()
            .collect(
                Totals.byCurrency(InvoiceSummary::currencyCode, InvoiceSummary::balanceAmount));

    assertThat(owed.currencies())
        .extracting(CurrencyTotal::currencyCode)
        .containsExactly("CHF", "EUR", "GBP");
  }

  @Test
  void anAmountHasACurrency() {
    assertThatIllegalArgumentException().isThrownBy(() -> total(" ", "1", 1));
  }
}
