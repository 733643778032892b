package io.partnercenter.console;

import io.partnercenter.models.InvoiceLineItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts lines and adds up what they charge: exactly, and each currency for itself. Lines without
 * an amount, or without a currency for it, are counted and not added up.
 */
final class Totals {
  private static final String NONE = "";

  private final SortedMap<String, Sum> sums = new TreeMap<>();

  /**
   * What lines of one currency come to.
   *
   * @param currency upper case; empty for lines that cannot be added up
   * @param amount absent for those
   */
  record Sum(String currency, long lines, @Nullable BigDecimal amount) {
    private Sum plus(Sum other) {
      BigDecimal sum = amount == null || other.amount == null ? null : amount.add(other.amount);
      return new Sum(currency, lines + other.lines, sum);
    }
  }

  void add(InvoiceLineItem item) {
    Line line = Line.of(item);
    BigDecimal amount = line.amount();
    String currency = line.currency();
    boolean counts = amount != null && currency != null && !currency.isBlank();
    String key = counts ? currency.strip().toUpperCase(Locale.ROOT) : NONE;
    sums.merge(key, new Sum(key, 1, counts ? amount : null), Sum::plus);
  }

  void add(Totals other) {
    other.sums.forEach((currency, sum) -> sums.merge(currency, sum, Sum::plus));
  }

  /** One for each currency, in alphabetical order; none if there are no lines. */
  List<Sum> sums() {
    return List.copyOf(sums.values());
  }

  /** The sum in one currency: zero if no line is in it. */
  BigDecimal in(String currency) {
    Sum sum = sums.get(currency.toUpperCase(Locale.ROOT));
    return sum == null || sum.amount == null ? BigDecimal.ZERO : sum.amount;
  }

  long lines() {
    return sums.values().stream().mapToLong(Sum::lines).sum();
  }

  /** How many lines have no amount that could be added up. */
  long withoutAmount() {
    Sum sum = sums.get(NONE);
    return sum == null ? 0 : sum.lines;
  }
}
