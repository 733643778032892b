package io.partnercenter.exports;

import io.partnercenter.internal.Arguments;
import io.partnercenter.internal.ExportRequest;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.DailyUsageRecord;
import io.partnercenter.models.ReconciliationRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What can be exported: the charges of modern commerce, billed since 2022 and unbilled. Nothing
 * here makes a request. Needs credentials for Microsoft Graph with the permission {@code
 * PartnerBilling.Read.All}, app-only or app+user.
 *
 * <p>Invoices of legacy commerce, whose numbers begin with D, are never exported; their lines, and
 * older ones, are in {@code invoices().byId(id).lineItems(query)}.
 */
public final class ExportCollectionOperations {
  private final ServiceClient graph;
  private final ServiceClient storage;

  /**
   * For {@code IPartner}, which is the way here: nobody else can name the arguments' type.
   *
   * @hidden
   */
  @SuppressWarnings({"exports", "InvalidBlockTag"}) // Error Prone does not know @hidden here.
  public ExportCollectionOperations(ServiceClient graph, ServiceClient storage) {
    this.graph = graph;
    this.storage = storage;
  }

  /**
   * The charges of an invoice: {@code POST reports/partners/billing/reconciliation/billed/export}.
   *
   * @param invoiceId such as {@code G000024135}
   */
  public ExportOperations<ReconciliationRecord> billedReconciliation(String invoiceId) {
    return export(
        "exports.billedReconciliation",
        "reconciliation/billed",
        ReconciliationRecord.class,
        invoice(invoiceId));
  }

  /**
   * The charges that are not on an invoice yet: {@code POST
   * reports/partners/billing/reconciliation/unbilled/export}. May lag a day behind.
   *
   * @param period the calendar month that is running, or the one before it
   * @param currencyCode one that the partner is billed in, such as {@code EUR}
   */
  public ExportOperations<ReconciliationRecord> unbilledReconciliation(
      BillingPeriod period, String currencyCode) {
    return export(
        "exports.unbilledReconciliation",
        "reconciliation/unbilled",
        ReconciliationRecord.class,
        unbilled(period, currencyCode));
  }

  /**
   * The daily rated usage behind an invoice: {@code POST
   * reports/partners/billing/usage/billed/export}.
   *
   * @param invoiceId such as {@code G000024135}
   */
  public ExportOperations<DailyUsageRecord> billedUsage(String invoiceId) {
    return export(
        "exports.billedUsage", "usage/billed", DailyUsageRecord.class, invoice(invoiceId));
  }

  /**
   * The daily rated usage that is not on an invoice yet: {@code POST
   * reports/partners/billing/usage/unbilled/export}. May lag a day behind, and more at the
   * beginning of a month.
   *
   * @param period the calendar month that is running, or the one before it
   * @param currencyCode one that the partner is billed in, such as {@code EUR}
   */
  public ExportOperations<DailyUsageRecord> unbilledUsage(
      BillingPeriod period, String currencyCode) {
    return export(
        "exports.unbilledUsage",
        "usage/unbilled",
        DailyUsageRecord.class,
        unbilled(period, currencyCode));
  }

  private <T> ExportOperations<T> export(
      String operation, String path, Class<T> rowType, Map<String, String> body) {
    ExportRequest<T> request = new ExportRequest<>(operation, path, rowType, body);
    return new ExportOperations<>(graph, storage, request).attributes(AttributeSet.FULL);
  }

  private static Map<String, String> invoice(String invoiceId) {
    return Map.of("invoiceId", Arguments.segment(invoiceId, "invoiceId"));
  }

  private static Map<String, String> unbilled(BillingPeriod period, String currencyCode) {
    Arguments.currencyCode(currencyCode);
    Objects.requireNonNull(period, "period");
    String wirePeriod = period == BillingPeriod.CURRENT ? "current" : "last";
    return Map.of(
        "billingPeriod", wirePeriod, "currencyCode", currencyCode.toUpperCase(Locale.ROOT));
  }
}
