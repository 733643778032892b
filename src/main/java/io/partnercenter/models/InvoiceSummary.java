package io.partnercenter.models;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the partner owes in one currency: the current account balance. The summary delivers one, the
 * summaries one for each currency.
 *
 * @param balanceAmount what is still to pay, in whole units of {@code currencyCode}: 120.50 is a
 *     hundred and twenty pounds fifty and not pence
 * @param currencyCode ISO 4217 code of the amounts, such as {@code "GBP"}
 * @param currencySymbol for display; the code itself where a currency has no symbol
 * @param accountingDate when the balance was last brought up to date
 * @param firstInvoiceCreationDate when the first invoice was made
 * @param lastPaymentDate absent until the first payment; the service writes that as the year 1
 * @param lastPaymentAmount the last payment, in whole units of {@code currencyCode}; 0 before the
 *     first
 * @param latestInvoiceDate when the newest invoice was made; absent if there is none, which the
 *     service writes as the year 1
 * @param details the same for each type of invoice; empty in the summaries that are inside of it;
 *     never null
 * @param links the summary's own address; says {@code /invoices/summary} even in the summaries
 * @param attributes says {@code InvoiceSummary}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record InvoiceSummary(
    @Nullable BigDecimal balanceAmount,
    @Nullable String currencyCode,
    @Nullable String currencySymbol,
    @Nullable OffsetDateTime accountingDate,
    @Nullable OffsetDateTime firstInvoiceCreationDate,
    @Nullable OffsetDateTime lastPaymentDate,
    @Nullable BigDecimal lastPaymentAmount,
    @Nullable OffsetDateTime latestInvoiceDate,
    List<InvoiceSummaryDetail> details,
    @Nullable ResourceLinks links,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public InvoiceSummary {
    details = Copies.list(details);
    additionalProperties = Copies.map(additionalProperties);
  }
}
