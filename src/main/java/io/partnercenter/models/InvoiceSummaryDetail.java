package io.partnercenter.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part that one type of invoice has in an {@link InvoiceSummary}.
 *
 * @param invoiceType the type of invoice
 * @param summary balance and dates for that type alone, without details of its own
 * @param additionalProperties every other field of the object by its name; never null
 */
public record InvoiceSummaryDetail(
    @Nullable InvoiceType invoiceType,
    @Nullable InvoiceSummary summary,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public InvoiceSummaryDetail {
    additionalProperties = Copies.map(additionalProperties);
  }
}
