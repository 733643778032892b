package io.partnercenter.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line item of a kind that this version does not know. Nothing of it is lost: what it says is in
 * {@code additionalProperties}.
 *
 * @param invoiceLineItemType whether it says what is charged or what was used
 * @param billingProvider who the charge comes from
 * @param attributes names the kind
 * @param additionalProperties every other field of the object by its name; never null
 */
public record UnrecognizedLineItem(
    @Nullable InvoiceLineItemType invoiceLineItemType,
    @Nullable BillingProvider billingProvider,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements InvoiceLineItem {

  /** Keeps copies of lists and maps. */
  public UnrecognizedLineItem {
    additionalProperties = Copies.map(additionalProperties);
  }
}
