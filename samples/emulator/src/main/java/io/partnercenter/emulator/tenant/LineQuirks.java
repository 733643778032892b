package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.Timestamps;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The variations of the JSON from line to line. They depend on the index, so that a collection of
 * twenty lines has them all.
 */
record LineQuirks(long index) {
  private boolean every(int n, int phase) {
    return index % n == phase;
  }

  /**
   * Returns whether numbers are strings. The service writes recent lines so, and older lines in the
   * same array with plain numbers.
   */
  boolean quotesNumbers() {
    return every(2, 0);
  }

  /** Returns whether quantities are strings; in some lines they differ from the other numbers. */
  boolean quotesQuantities() {
    return quotesNumbers() ^ every(5, 3);
  }

  /** Returns a GUID that may be in upper case or have a prefix. */
  String customerId(String guid) {
    String spelt = every(4, 1) ? guid.toUpperCase(Locale.ROOT) : guid;
    return every(11, 5) ? "org:" + spelt : spelt;
  }

  /** Writes the fields for type and provider. Some lines lack or misspell them. */
  void discriminators(JsonWriter json, LineKind kind) {
    if (every(7, 3)) return;
    json.text(every(13, 6) ? "invoiceLineItemTypce" : "invoiceLineItemType", kind.lineItemType());
    json.text("billingProvider", isFromMarketplace(kind) ? "marketplace" : kind.provider());
  }

  /** Writes a key that looks like a path; the service has it in some lines. */
  void strayKey(JsonWriter json, LineKind kind) {
    if (every(17, 8)) json.text("attributes/objectType", kind.objectType());
  }

  /** Writes a reseller, or none as a string {@code "0"}, a number 0 or an empty string. */
  void resellerMpnId(JsonWriter json) {
    switch ((int) (index % 4)) {
      case 0 -> json.text("resellerMpnId", "4649221");
      case 1 -> json.text("resellerMpnId", "0");
      case 2 -> json.integer("resellerMpnId", 0);
      default -> json.text("resellerMpnId", "");
    }
  }

  String priceAdjustmentDescription() {
    return switch ((int) (index % 3)) {
      case 0 -> "";
      case 1 -> "[\"15.0% Partner earned credit for services managed\",\"1.0% Tier 1 discount\"]";
      default ->
          "[\"1.00% Discount (Tier 1)\", \"15.0% Partner Earned Credit for Services Managed\"]";
    };
  }

  String tags() {
    return switch ((int) (index % 5)) {
      case 0 -> "";
      case 1 -> "{\"env\":\"prod\",\"costCenter\":\"4711\"}";
      case 2 -> "\"env\": \"test\",\"owner\": \"ops\"";
      case 3 -> "198.51.100.7___";
      default -> "{\"broken\": ";
    };
  }

  String additionalInfo() {
    return switch ((int) (index % 4)) {
      case 0 -> "";
      case 1 -> "{\"ServiceType\":\"Standard_D4_v3\",\"VCPUs\":4}";
      case 2 -> "{  \"UsageType\":\"ComputeHR\",\r\n      \"Note\":   \"a\tb\"  }";
      default -> "n/a";
    };
  }

  /**
   * Returns the date of the exchange rate. The rate of a currency with itself has none, or the year
   * 1.
   */
  @Nullable String exchangeRateDate(LineCollection lines) {
    if (!lines.currency().isPricing()) return Timestamps.varied(lines.monthStart(), index);
    return every(2, 0) ? Timestamps.YEAR_ONE + (every(4, 0) ? "Z" : "") : null;
  }

  private boolean isFromMarketplace(LineKind kind) {
    return kind == LineKind.DAILY_RATED_USAGE || kind == LineKind.ONE_TIME && every(5, 4);
  }
}
