package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a charge comes from, in the service's sense: less a company than a billing system. Values are
 * equal whatever their spelling: upper or lower case, with or without {@code _}, {@code -} or
 * blanks.
 *
 * @param value the spelling of answers, such as {@code one_time}; of an unknown provider, the text
 *     that was sent
 */
public record BillingProvider(@JsonValue String value) {
  /** No provider was stated. */
  public static final BillingProvider NONE = new BillingProvider("none");

  /** Licences of the legacy commerce system. */
  public static final BillingProvider OFFICE = new BillingProvider("office");

  /** Azure usage of the legacy commerce system. */
  public static final BillingProvider AZURE = new BillingProvider("azure");

  /** A predecessor of the marketplace, in old invoices only. */
  public static final BillingProvider AZURE_DATA_MARKET = new BillingProvider("azure_data_market");

  /** All of the new commerce system, recurring charges included, despite its name. */
  public static final BillingProvider ONE_TIME = new BillingProvider("one_time");

  /**
   * Commercial marketplace; daily rated usage says so even when {@link #ONE_TIME} was asked for.
   */
  public static final BillingProvider MARKETPLACE = new BillingProvider("marketplace");

  /** Every provider of the new commerce system; said in queries and estimate links. */
  public static final BillingProvider ALL = new BillingProvider("all");

  // Below the constants, which it holds.
  private static final Map<String, BillingProvider> KNOWN =
      Spelling.index(
          BillingProvider::value,
          NONE,
          OFFICE,
          AZURE,
          AZURE_DATA_MARKET,
          ONE_TIME,
          MARKETPLACE,
          ALL);

  /** The constant of that name in any spelling, else a value that keeps {@code text} as it is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING) // Explicit: Jackson 2.18 changed the guess.
  public static BillingProvider of(String text) {
    BillingProvider known = Spelling.find(KNOWN, text);
    return known != null ? known : new BillingProvider(text);
  }

  /**
   * The spelling that queries want: lower case and without underscores, such as {@code onetime};
   * {@code one_time} is refused.
   */
  public String queryValue() {
    return Spelling.normal(value);
  }

  /** Whether this is one of the constants. */
  public boolean isKnown() {
    return Spelling.find(KNOWN, value) != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof BillingProvider that && Spelling.same(value, that.value));
  }

  @Override
  public int hashCode() {
    return Spelling.normal(value).hashCode();
  }

  /** The {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
