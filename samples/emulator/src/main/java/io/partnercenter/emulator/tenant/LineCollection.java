package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A collection of line items of one invoice or of unbilled lines. Immutable, but for the total,
 * which is computed once.
 */
public final class LineCollection {
  private final Partner partner;
  private final String invoiceId;
  private final LineKind kind;
  private final LineFormat format;
  private final BillingCurrency currency;
  private final YearMonth month;
  private final Volume volume;
  private final long seed;

  private volatile @Nullable BigDecimal total;

  LineCollection(
      Partner partner,
      String invoiceId,
      LineKind kind,
      BillingCurrency currency,
      YearMonth month,
      Volume volume,
      long seed) {
    this.partner = partner;
    this.invoiceId = invoiceId;
    this.kind = kind;
    this.format = LineFormat.of(kind);
    this.currency = currency;
    this.month = month;
    this.volume = volume;
    this.seed = SeededRandom.deriveSeed(seed, invoiceId + kind + currency + month);
  }

  private LineCollection(LineCollection lines, Volume volume) {
    this.partner = lines.partner;
    this.invoiceId = lines.invoiceId;
    this.kind = lines.kind;
    this.format = lines.format;
    this.currency = lines.currency;
    this.month = lines.month;
    this.volume = volume;
    this.seed = lines.seed;
  }

  /** Returns the same lines in another number. */
  public LineCollection withVolume(Volume other) {
    return new LineCollection(this, other);
  }

  /** Returns the invoice's id, or an empty string for lines that are not billed yet. */
  public String invoiceId() {
    return invoiceId;
  }

  public LineKind kind() {
    return kind;
  }

  /** Returns an ISO 4217 code in upper case. */
  public String currencyCode() {
    return currency.name();
  }

  public long rows() {
    return volume.rows();
  }

  /** Returns the number of lines that a request with {@code hasPartnerEarnedCredit} selects. */
  public long rowsWithPartnerEarnedCredit() {
    return (volume.rows() + 1) / 2;
  }

  /**
   * Returns the exact sum of {@code totalForCustomer} or {@code postTaxTotal} of billed lines, of
   * {@code subtotal} of unbilled ones, of {@code billingPreTaxTotal} of rated usage. Daily usage of
   * legacy subscriptions has no prices, so its sum is zero.
   */
  public BigDecimal total() {
    BigDecimal result = total;
    if (result == null) {
      result = format.amount(this, unscaledAmount());
      total = result;
    }
    return result;
  }

  /** Returns the {@linkplain LineKind#keyField() key field} of the line at {@code index}. */
  public String key(long index) {
    long row = volume.distinctIndex(index);
    return switch (kind) {
      case USAGE_BASED -> Long.toString(row + 1);
      case DAILY_RATED_USAGE -> resource("vm-" + row);
      default ->
          Long.toString(SeededRandom.at(seed, -1).between(100_000, 999_999) * 10_000_000 + row);
    };
  }

  /** Returns the cloud subscription of all rated usage of the collection. */
  String entitlementId() {
    return SeededRandom.at(seed, -1).guid();
  }

  private String resource(String name) {
    return "/subscriptions/"
        + entitlementId()
        + "/resourceGroups/rg-emulated/providers/Emulated.Compute/machines/"
        + name;
  }

  public void write(JsonWriter json, long index) {
    format.write(json, this, volume.distinctIndex(index));
  }

  /** Returns the number of lines after which they repeat. */
  public long distinctRows() {
    return volume.distinctRows();
  }

  public boolean isBilled() {
    return !invoiceId.isEmpty();
  }

  Partner partner() {
    return partner;
  }

  BillingCurrency currency() {
    return currency;
  }

  LocalDateTime monthStart() {
    return month.atDay(1).atStartOfDay();
  }

  LocalDateTime monthEnd() {
    return month.atEndOfMonth().atStartOfDay();
  }

  SeededRandom random(long index) {
    return SeededRandom.at(seed, index);
  }

  private long unscaledAmount() {
    long rounds = volume.rows() / volume.distinctRows();
    long rest = volume.rows() % volume.distinctRows();
    return (rounds == 0 ? 0 : rounds * unscaledAmount(volume.distinctRows()))
        + unscaledAmount(rest);
  }

  private long unscaledAmount(long rows) {
    return LongStream.range(0, rows)
        .parallel()
        .map(i -> format.unscaledAmount(this, random(i)))
        .sum();
  }
}
