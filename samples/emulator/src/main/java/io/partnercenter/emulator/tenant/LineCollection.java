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
 * One collection of line items: whose, of which kind, how many, and what they add up to. Immutable
 * but for a total that is worked out when first asked for.
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
    this.seed = SeededRandom.seed(seed, invoiceId + kind + currency + month);
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

  /** The same lines, but more or fewer of them. */
  public LineCollection withVolume(Volume other) {
    return new LineCollection(this, other);
  }

  /** The invoice, or an empty text for lines that are not billed yet. */
  public String invoiceId() {
    return invoiceId;
  }

  public LineKind kind() {
    return kind;
  }

  /** ISO 4217, upper case. */
  public String currencyCode() {
    return currency.name();
  }

  public long rows() {
    return volume.rows();
  }

  /** How many of the lines earned the partner a credit; those are the only ones asked for so. */
  public long rowsWithPartnerEarnedCredit() {
    return (volume.rows() + 1) / 2;
  }

  /**
   * The exact sum of {@code totalForCustomer} or {@code postTaxTotal} of billed lines, of {@code
   * subtotal} of unbilled ones, of {@code billingPreTaxTotal} of rated usage. Daily usage of legacy
   * subscriptions has no prices and comes to zero.
   */
  public BigDecimal total() {
    BigDecimal known = total;
    if (known == null) {
      known = format.amount(this, unscaledAmount());
      total = known;
    }
    return known;
  }

  /** What the {@linkplain LineKind#keyField() key field} of the line at {@code index} says. */
  public String key(long index) {
    long row = volume.distinctIndex(index);
    return switch (kind) {
      case USAGE_BASED -> Long.toString(row + 1);
      case DAILY_RATED_USAGE -> resource("vm-" + row);
      default ->
          Long.toString(SeededRandom.at(seed, -1).between(100_000, 999_999) * 10_000_000 + row);
    };
  }

  /** The one cloud subscription that all rated usage of a collection is of. */
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

  /** Where the lines begin to repeat. */
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
