package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.Timestamps;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The oddities that come and go from line to line. They are tied to the line's index and not to the
 * dice, so that a collection of twenty lines has them all.
 */
record LineQuirks(long index) {
  private boolean every(int n, int phase) {
    return index % n == phase;
  }

  /** Recent lines have their numbers as texts, older ones have them plain, in one array. */
  boolean quotesNumbers() {
    return every(2, 0);
  }

  /** Some lines do both. */
  boolean quotesQuantities() {
    return quotesNumbers() ^ every(5, 3);
  }

  /** GUIDs in capitals and with a prefix mean the same as without. */
  String customerId(String guid) {
    String spelt = every(4, 1) ? guid.toUpperCase(Locale.ROOT) : guid;
    return every(11, 5) ? "org:" + spelt : spelt;
  }

  /** Only the attributes say for certain what a line is. */
  void discriminators(JsonWriter json, LineKind kind) {
    if (every(7, 3)) return;
    json.text(every(13, 6) ? "invoiceLineItemTypce" : "invoiceLineItemType", kind.lineItemType());
    json.text("billingProvider", isFromMarketplace(kind) ? "marketplace" : kind.provider());
  }

  /** A key that was meant to be a path. */
  void strayKey(JsonWriter json, LineKind kind) {
    if (every(17, 8)) json.text("attributes/objectType", kind.objectType());
  }

  /** No reseller is a zero as text, a zero as number or an empty text. */
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

  /** The exchange rate of a currency with itself has no date, or the date of .NET's zero. */
  @Nullable String exchangeRateDate(LineCollection lines) {
    if (!lines.currency().isPricing()) return Timestamps.varied(lines.monthStart(), index);
    return every(2, 0) ? Timestamps.YEAR_ONE + (every(4, 0) ? "Z" : "") : null;
  }

  private boolean isFromMarketplace(LineKind kind) {
    return kind == LineKind.DAILY_RATED_USAGE || kind == LineKind.ONE_TIME && every(5, 4);
  }
}
