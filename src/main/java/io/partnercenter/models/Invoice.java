package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, or a document that amends one. The list of invoices and the invoice by its number
 * deliver it.
 *
 * <p>The total need not be the sum of the line items: legacy invoices hold adjustments and credits
 * that no line item shows.
 *
 * @param id the invoice number: {@code G…} in new commerce, {@code D…} in legacy commerce
 * @param invoiceDate when the invoice was made
 * @param billingPeriodStartDate first moment of the billing period; sent for an invoice by its
 *     number, not in lists
 * @param billingPeriodEndDate end of the billing period; sent for an invoice by its number, not in
 *     lists
 * @param totalCharges what is charged, adjustments included, in whole units of {@code currencyCode}
 * @param paidAmount what has been paid, in whole units of {@code currencyCode}; the documentation
 *     says that a payment makes it negative, its examples are positive: do not rely on the sign
 * @param currencyCode ISO 4217 code of both amounts, such as {@code "CHF"}
 * @param currencySymbol for display; the code itself where a currency has no symbol
 * @param pdfDownloadLink relative address of the PDF; valid for 30 minutes; lists may leave it out.
 *     {@code byId(id).statement()} needs none
 * @param taxReceipts tax receipts, in Taiwan; never null
 * @param invoiceDetails which sets of line items there are; never null
 * @param amendments documents that void or adjust this one, without links and PDFs; never null
 * @param documentType whether this is an invoice or a note that amends one
 * @param amendsOf number of the document that this one amends; absent in invoices proper
 * @param invoiceType the commerce system that made the invoice
 * @param status such as {@code "active"} or {@code "void"}; the documentation writes the field
 *     {@code Status}, its examples leave it out
 * @param state another word for the status; listed in the reference, not seen in an answer
 * @param programName the partner programme; listed in the reference, not seen in an answer
 * @param links the invoice's own address; absent in amendments
 * @param attributes says {@code Invoice}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record Invoice(
    @Nullable String id,
    @Nullable OffsetDateTime invoiceDate,
    @Nullable OffsetDateTime billingPeriodStartDate,
    @Nullable OffsetDateTime billingPeriodEndDate,
    @Nullable BigDecimal totalCharges,
    @Nullable BigDecimal paidAmount,
    @Nullable String currencyCode,
    @Nullable String currencySymbol,
    @Nullable String pdfDownloadLink,
    List<TaxReceipt> taxReceipts,
    List<InvoiceDetail> invoiceDetails,
    List<Invoice> amendments,
    @Nullable DocumentType documentType,
    @Nullable String amendsOf,
    @Nullable InvoiceType invoiceType,
    @JsonAlias("Status") @Nullable String status,
    @Nullable String state,
    @Nullable String programName,
    @Nullable ResourceLinks links,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public Invoice {
    taxReceipts = Copies.list(taxReceipts);
    invoiceDetails = Copies.list(invoiceDetails);
    amendments = Copies.list(amendments);
    additionalProperties = Copies.map(additionalProperties);
  }
}
