package io.partnercenter.console;

import io.partnercenter.models.DailyUsageRecord;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.models.Totals;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * What an export has rows of.
 *
 * @param rowType the SDK's record
 * @param currency that of {@code amount}
 * @param amount what rows are added up by
 * @param invoice the one that a row is on, if any
 */
record ExportKind<T>(
    Class<T> rowType,
    Function<T, @Nullable String> currency,
    Function<T, @Nullable BigDecimal> amount,
    Function<T, @Nullable String> invoice) {

  static final ExportKind<ReconciliationRecord> BILLED =
      new ExportKind<>(
          ReconciliationRecord.class,
          ReconciliationRecord::currency,
          ReconciliationRecord::total,
          ReconciliationRecord::invoiceNumber);

  /** The total of what is not billed yet is 0. */
  static final ExportKind<ReconciliationRecord> UNBILLED =
      new ExportKind<>(
          ReconciliationRecord.class,
          ReconciliationRecord::currency,
          ReconciliationRecord::subtotal,
          ReconciliationRecord::invoiceNumber);

  static final ExportKind<DailyUsageRecord> USAGE =
      new ExportKind<>(
          DailyUsageRecord.class,
          DailyUsageRecord::billingCurrency,
          DailyUsageRecord::billingPreTaxTotal,
          DailyUsageRecord::invoiceNumber);

  /** Where more than the first letter is a capital that the record spells small. */
  private static final Map<String, String> ODD_NAMES =
      Map.of(
          "pcToBCExchangeRate", "PCToBCExchangeRate",
          "pcToBCExchangeRateDate", "PCToBCExchangeRateDate",
          "resourceUri", "ResourceURI",
          "benefitOrderId", "BenefitOrderID",
          "benefitId", "BenefitID");

  Collector<T, ?, Totals> totals() {
    return Totals.byCurrency(currency, amount);
  }

  /** The service's own name for a field of the record. */
  static String wireName(String field) {
    String odd = ODD_NAMES.get(field);
    return odd != null ? odd : field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
  }
}
