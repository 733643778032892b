package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A charge for Azure usage of the legacy commerce system: the line items of a {@code D…} invoice
 * with provider {@link BillingProvider#AZURE} and type {@link
 * InvoiceLineItemType#BILLING_LINE_ITEMS}.
 *
 * <p>All amounts are in whole units of {@code currency}.
 *
 * @param detailLineItemId an id: digits or a GUID. Tells lines apart that differ only in their
 *     rate, when part of a quantity is charged at one rate and the rest at another
 * @param sku part number of the service
 * @param includedQuantity what the order includes, in {@code unit}
 * @param overageQuantity what was consumed beyond that, in {@code unit}
 * @param listPrice price of one unit
 * @param consumptionPrice price of the quantity consumed; in the documentation's table, not seen in
 *     an answer
 * @param consumptionDiscount discount on consumption; in the documentation's table, not seen in an
 *     answer
 * @param currency ISO 4217 code of all amounts
 * @param pretaxCharges before tax; the documentation's table writes the field with a capital T, and
 *     so it is read as well
 * @param taxAmount tax
 * @param postTaxTotal charges and tax together
 * @param pretaxEffectiveRate price of one unit as charged, before tax, with more decimals than an
 *     amount; the documentation's table writes the field with a capital T, and so it is read as
 *     well
 * @param postTaxEffectiveRate price of one unit as charged, after tax
 * @param chargeType what the charge is for, in words such as {@code Assess usage fee for current
 *     cycle}; upper and lower case vary
 * @param invoiceLineItemType {@code billing_line_items}
 * @param partnerId tenant id of the partner
 * @param partnerName name of the partner
 * @param partnerBillableAccountId the partner's billing account: digits
 * @param customerId tenant id of the customer
 * @param domainName the customer's domain
 * @param customerCompanyName name of the customer; the documentation's table calls it {@code
 *     customerName}, the wire {@code customerCompanyName}
 * @param mpnId partner location of the direct reseller or the indirect provider: digits, {@code
 *     "-1"} for none; a number on the wire
 * @param tier2MpnId partner location of the indirect reseller: digits, {@code "-1"} for none; a
 *     number on the wire
 * @param invoiceNumber the invoice this is part of
 * @param subscriptionId id of the Azure subscription
 * @param subscriptionName name of the subscription
 * @param subscriptionDescription name of the offer behind the subscription
 * @param billingCycleType such as {@code Monthly}, also {@code MONTHLY}
 * @param orderId the order behind the subscription: digits
 * @param serviceName the Azure service, such as {@code Storage}
 * @param serviceType the kind of that service, such as {@code Standard Page Blob}
 * @param resourceGuid identifies what is metered
 * @param resourceName what is metered, such as {@code LRS Data Stored}
 * @param region Azure region; often empty
 * @param consumedQuantity what was consumed, in {@code unit}
 * @param chargeStartDate begin of the period charged; sent without offset, read as UTC
 * @param chargeEndDate end of the period charged; sent without offset, read as UTC
 * @param unit what one of the quantity is, such as {@code 1 Hour} or {@code 10K}
 * @param billingProvider {@code azure}
 * @param attributes says {@code UsageBasedLineItem}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record UsageBasedLineItem(
    @Nullable String detailLineItemId,
    @Nullable String sku,
    @Nullable BigDecimal includedQuantity,
    @Nullable BigDecimal overageQuantity,
    @Nullable BigDecimal listPrice,
    @Nullable BigDecimal consumptionPrice,
    @Nullable BigDecimal consumptionDiscount,
    @Nullable String currency,
    @JsonAlias("preTaxCharges") @Nullable BigDecimal pretaxCharges,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal postTaxTotal,
    @JsonAlias("preTaxEffectiveRate") @Nullable BigDecimal pretaxEffectiveRate,
    @Nullable BigDecimal postTaxEffectiveRate,
    @Nullable String chargeType,
    @Nullable InvoiceLineItemType invoiceLineItemType,
    @Nullable String partnerId,
    @Nullable String partnerName,
    @Nullable String partnerBillableAccountId,
    @Nullable String customerId,
    @Nullable String domainName,
    @JsonAlias("customerName") @Nullable String customerCompanyName,
    @Nullable String mpnId,
    @Nullable String tier2MpnId,
    @Nullable String invoiceNumber,
    @Nullable String subscriptionId,
    @Nullable String subscriptionName,
    @Nullable String subscriptionDescription,
    @Nullable String billingCycleType,
    @Nullable String orderId,
    @Nullable String serviceName,
    @Nullable String serviceType,
    @Nullable String resourceGuid,
    @Nullable String resourceName,
    @Nullable String region,
    @Nullable BigDecimal consumedQuantity,
    @Nullable OffsetDateTime chargeStartDate,
    @Nullable OffsetDateTime chargeEndDate,
    @Nullable String unit,
    @Nullable BillingProvider billingProvider,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements InvoiceLineItem {

  /** Keeps copies of lists and maps. */
  public UsageBasedLineItem {
    additionalProperties = Copies.map(additionalProperties);
  }
}
