package io.partnercenter.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the sets of line items that an invoice consists of. Provider and type together say which
 * line items to ask for; part of {@link Invoice}.
 *
 * @param invoiceLineItemType whether the set holds charges or usage
 * @param billingProvider the provider to ask for these line items
 * @param links the line items' address in an older form, which is known to answer with empty lists;
 *     absent in amendments
 * @param attributes says {@code InvoiceDetail}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record InvoiceDetail(
    @Nullable InvoiceLineItemType invoiceLineItemType,
    @Nullable BillingProvider billingProvider,
    @Nullable ResourceLinks links,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public InvoiceDetail {
    additionalProperties = Copies.map(additionalProperties);
  }
}
