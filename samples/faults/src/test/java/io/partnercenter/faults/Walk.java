package io.partnercenter.faults;

import io.partnercenter.IPartner;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.UnreadableRow;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which lines are walked through.
 *
 * @param size how many of them are on a page
 */
record Walk(Lines lines, int size) {
  private static final List<Integer> SIZES = List.of(5, 8, 20);
  private static final int MOST_AHEAD = 3;

  /** Half of them are paged by token, half by offset. */
  enum Lines {
    UNBILLED_CHARGES,
    UNBILLED_USAGE,
    LEGACY_LICENSES,
    LEGACY_CHARGES
  }

  static Walk drawn(Random dice) {
    Lines lines = Lines.values()[dice.nextInt(Lines.values().length)];
    return new Walk(lines, SIZES.get(dice.nextInt(SIZES.size())));
  }

  /**
   * All rows, with some pages fetched ahead or none, and with a handler for bad rows or without.
   */
  Stream<? extends InvoiceLineItem> rows(
      IPartner partner, Emulator emulator, Random dice, Consumer<UnreadableRow> onUnreadable) {
    String legacy = emulator.tenant().legacyInvoices().get(0).id();
    return switch (lines) {
      case UNBILLED_CHARGES ->
          rows(
              partner
                  .invoices()
                  .unbilled()
                  .lineItems(LineItemQuery.oneTimeBilling("EUR", BillingPeriod.CURRENT).size(size)),
              dice,
              onUnreadable);
      case UNBILLED_USAGE ->
          rows(
              partner
                  .invoices()
                  .unbilled()
                  .lineItems(LineItemQuery.oneTimeUsage("EUR", BillingPeriod.CURRENT).size(size)),
              dice,
              onUnreadable);
      case LEGACY_LICENSES ->
          rows(
              partner.invoices().byId(legacy).lineItems(LineItemQuery.officeBilling().size(size)),
              dice,
              onUnreadable);
      case LEGACY_CHARGES ->
          rows(
              partner.invoices().byId(legacy).lineItems(LineItemQuery.azureBilling().size(size)),
              dice,
              onUnreadable);
    };
  }

  private static <T> Stream<T> rows(
      PagedOperations<T> lines, Random dice, Consumer<UnreadableRow> onUnreadable) {
    PagedOperations<T> walked =
        lines.with(WalkOptions.defaults().prefetch(dice.nextInt(MOST_AHEAD + 1)));
    return (dice.nextBoolean() ? walked : walked.onUnreadable(onUnreadable)).stream();
  }
}
