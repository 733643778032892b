package io.partnercenter.models;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What many rows come to: exactly, and each currency for itself. Rows that cannot be added up are
 * counted, so that a total which is not all of it can be told from one that is:
 *
 * <pre>{@code
 * Totals totals = rows.collect(Totals.byCurrency());
 * BigDecimal euros = totals.in("EUR");
 * }</pre>
 *
 * @param currencies one for each currency there is, in alphabetical order; never null
 * @param rowsWithoutAmount how many rows had no amount
 * @param rowsWithoutCurrency how many rows had an amount, but of what they did not say
 */
public record Totals(
    List<CurrencyTotal> currencies, long rowsWithoutAmount, long rowsWithoutCurrency) {
  /** Sorts the currencies, and adds up those that are there twice. */
  public Totals {
    TreeMap<String, CurrencyTotal> sorted = new TreeMap<>();
    currencies.forEach(each -> sorted.merge(each.currencyCode(), each, CurrencyTotal::plus));
    currencies = List.copyOf(sorted.values());
  }

  /**
   * Adds up one amount of each row, in the currency that {@code currency} finds in the same row:
   * {@code byCurrency(DailyRatedUsageLineItem::pricingCurrency,
   * DailyRatedUsageLineItem::pricingPreTaxTotal)}.
   */
  public static <T> Collector<T, ?, Totals> byCurrency(
      Function<? super T, ? extends @Nullable String> currency,
      Function<? super T, ? extends @Nullable BigDecimal> amount) {
    return Collector.of(
        RunningTotals::new,
        (totals, row) -> totals.add(currency.apply(row), amount.apply(row)),
        RunningTotals::plus,
        RunningTotals::soFar);
  }

  /**
   * Adds up what line items charge: {@code totalForCustomer} of licences and modern charges, of the
   * latter {@code subtotal} while they are unbilled and their total therefore 0; {@code
   * postTaxTotal} of legacy Azure usage; {@code billingPreTaxTotal}, which is before tax, of daily
   * rated usage. Legacy daily usage and kinds this version does not know have no amount.
   *
   * <p>Usage is what charges are made of: lines of both types of one invoice are not to be added up
   * together.
   */
  public static Collector<InvoiceLineItem, ?, Totals> byCurrency() {
    return Collector.of(
        RunningTotals::new,
        (totals, item) -> {
          Charge charge = Charge.of(item);
          totals.add(charge.currency(), charge.amount());
        },
        RunningTotals::plus,
        RunningTotals::soFar);
  }

  /**
   * The amount in one currency, 0 if no row is in it. Of rows without currency nobody knows; see
   * {@link #isComplete}.
   *
   * @param currencyCode in upper or lower case
   */
  public BigDecimal in(String currencyCode) {
    String code = currencyCode.strip().toUpperCase(Locale.ROOT);
    return currencies.stream()
        .filter(total -> total.currencyCode().equals(code))
        .map(CurrencyTotal::amount)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /**
   * The one total, for those who are billed in one currency.
   *
   * @throws IllegalStateException if there is no row, more than one currency, or a row that could
   *     not be added up
   */
  public CurrencyTotal only() {
    if (currencies.size() == 1 && isComplete()) return currencies.get(0);
    throw new IllegalStateException("not one total: " + this);
  }

  /** Whether every row has been added up. */
  public boolean isComplete() {
    return rowsWithoutAmount == 0 && rowsWithoutCurrency == 0;
  }

  /** How many rows there were, whether they could be added up or not. */
  public long rows() {
    long added = currencies.stream().mapToLong(CurrencyTotal::rows).sum();
    return added + rowsWithoutAmount + rowsWithoutCurrency;
  }

  /** Both together, each currency for itself. */
  public Totals plus(Totals other) {
    return new Totals(
        Stream.concat(currencies.stream(), other.currencies.stream()).toList(),
        rowsWithoutAmount + other.rowsWithoutAmount,
        rowsWithoutCurrency + other.rowsWithoutCurrency);
  }
}
