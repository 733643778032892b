package io.partnercenter.models;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A charge for licences of the legacy commerce system: the line items of a {@code D…} invoice with
 * provider {@link BillingProvider#OFFICE} and type {@link InvoiceLineItemType#BILLING_LINE_ITEMS}.
 *
 * <p>All amounts are in whole units of {@code currency}.
 *
 * @param partnerId tenant id of the partner
 * @param customerId tenant id of the customer, often in upper case
 * @param customerName name of the customer
 * @param mpnId partner location of the direct reseller or the indirect provider: digits, {@code
 *     "-1"} for none; a number on the wire. The documentation's table lists it as a second {@code
 *     partnerId}
 * @param tier2MpnId partner location of the indirect reseller: digits, {@code "-1"} for none; a
 *     number on the wire
 * @param orderId the order: digits
 * @param subscriptionId the billing system's id of the subscription; not the one that the portal
 *     shows
 * @param syndicationPartnerSubscriptionNumber the subscription id that the portal shows
 * @param offerId the billing system's id of the offer
 * @param durableOfferId the offer id of the price list
 * @param offerName name of the offer
 * @param domainName the customer's domain
 * @param billingCycleType such as {@code Monthly}, also {@code MONTHLY}
 * @param subscriptionName name of the subscription, which the partner may have chosen
 * @param subscriptionDescription name of the offer behind the subscription
 * @param subscriptionStartDate when the subscription began; sent without offset, read as UTC
 * @param subscriptionEndDate when it ends; sent without offset, read as UTC
 * @param chargeStartDate begin of the period charged; sent without offset, read as UTC
 * @param chargeEndDate end of the period charged; sent without offset, read as UTC
 * @param chargeType what the charge is for, in words such as {@code Cycle fee} or {@code Prorate
 *     fees when cancel}; upper and lower case vary
 * @param unitPrice price of one licence
 * @param quantity number of licences
 * @param amount price times quantity; text in the documentation's table, a number on the wire
 * @param totalOtherDiscount discount on the amount
 * @param subtotal after discount, before tax
 * @param tax tax on the subtotal
 * @param totalForCustomer after discount and tax
 * @param currency ISO 4217 code of all amounts
 * @param invoiceLineItemType {@code billing_line_items}
 * @param billingProvider {@code office}
 * @param attributes says {@code LicenseBasedLineItem}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record LicenseBasedLineItem(
    @Nullable String partnerId,
    @Nullable String customerId,
    @Nullable String customerName,
    @Nullable String mpnId,
    @Nullable String tier2MpnId,
    @Nullable String orderId,
    @Nullable String subscriptionId,
    @Nullable String syndicationPartnerSubscriptionNumber,
    @Nullable String offerId,
    @Nullable String durableOfferId,
    @Nullable String offerName,
    @Nullable String domainName,
    @Nullable String billingCycleType,
    @Nullable String subscriptionName,
    @Nullable String subscriptionDescription,
    @Nullable OffsetDateTime subscriptionStartDate,
    @Nullable OffsetDateTime subscriptionEndDate,
    @Nullable OffsetDateTime chargeStartDate,
    @Nullable OffsetDateTime chargeEndDate,
    @Nullable String chargeType,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal totalOtherDiscount,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal tax,
    @Nullable BigDecimal totalForCustomer,
    @Nullable String currency,
    @Nullable InvoiceLineItemType invoiceLineItemType,
    @Nullable BillingProvider billingProvider,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements InvoiceLineItem {

  /** Keeps copies of lists and maps. */
  public LicenseBasedLineItem {
    additionalProperties = Copies.map(additionalProperties);
  }
}
