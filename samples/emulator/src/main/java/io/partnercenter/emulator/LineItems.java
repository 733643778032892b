package io.partnercenter.emulator;

import io.partnercenter.emulator.tenant.LineCollection;
import java.math.BigDecimal;

/** A collection of line items of one kind, with its total. Immutable. */
public final class LineItems {
  private final LineCollection lines;

  LineItems(LineCollection lines) {
    this.lines = lines;
  }

  LineCollection lines() {
    return lines;
  }

  /** Returns the invoice's id, or an empty string for lines that are not billed yet. */
  public String invoiceId() {
    return lines.invoiceId();
  }

  /** Returns the kind, which all lines of a collection share. */
  public LineKind kind() {
    return lines.kind();
  }

  /** Returns an ISO 4217 code in upper case. */
  public String currencyCode() {
    return lines.currencyCode();
  }

  /** Returns the number of lines. */
  public long rows() {
    return lines.rows();
  }

  /** Returns the number of lines that a request with {@code hasPartnerEarnedCredit} selects. */
  public long rowsWithPartnerEarnedCredit() {
    return lines.rowsWithPartnerEarnedCredit();
  }

  /**
   * Returns the exact sum of {@code totalForCustomer} or {@code postTaxTotal} of billed lines, of
   * {@code subtotal} of unbilled ones, of {@code billingPreTaxTotal} of rated usage. Daily usage of
   * legacy subscriptions has no prices, so its sum is zero.
   */
  public BigDecimal total() {
    return lines.total();
  }

  /** Returns the {@linkplain LineKind#keyField() key field} of the line at {@code index}. */
  public String key(long index) {
    return lines.key(index);
  }
}
