package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A charge of the new commerce system, billed or not, as an export on Microsoft Graph has it:
 * licences, reservations, savings plans, software, marketplace and the monthly totals of Azure
 * plans.
 *
 * <p>Names are read in whatever case they come: the documentation writes {@code CustomerId}, some
 * answers {@code customerId}. Of two that differ in nothing else, the last counts that says
 * something. What is marked <i>full</i> is not part of an export with the basic attributes; any
 * other may be absent, too.
 *
 * <p>To reconcile, all roundings being towards zero: of consumption, {@code subtotal} is {@code
 * effectiveUnitPrice} times {@code billableQuantity}, cut to two decimals, times {@code
 * pcToBCExchangeRate}, cut again; of licences, {@code effectiveUnitPrice} times {@code
 * pcToBCExchangeRate}, cut to two decimals, times {@code billableQuantity}.
 *
 * @param partnerId tenant id of the partner
 * @param customerId tenant id of the customer
 * @param customerName name of the customer
 * @param customerDomainName the customer's domain; <i>full</i>
 * @param customerCountry ISO 3166 code of the customer's country, such as {@code DE}; <i>full</i>
 * @param invoiceNumber the invoice this is part of; absent or empty while unbilled
 * @param mpnId partner location of the direct reseller or the indirect provider: digits;
 *     <i>full</i>
 * @param tier2MpnId partner location of the indirect reseller: digits, empty or {@code "0"} for
 *     none; {@code ResellerMPNID} in some descriptions of the file
 * @param orderId the order; at times two ids with a comma between them
 * @param orderDate when it was placed
 * @param productId the product in the catalogue, such as {@code DZH318Z0BXWC}
 * @param skuId the variant of the product, such as {@code 0002}; leading zeros count
 * @param availabilityId the conditions under which the SKU was sold
 * @param skuName name of the SKU
 * @param productName name of the product
 * @param chargeType what the charge is for, such as {@code new}, {@code renew} or {@code
 *     cycleCharge}; upper and lower case vary, new values appear
 * @param unitPrice list price of one unit, in whole units of {@code pricingCurrency}
 * @param quantity number of units bought; not what was billed, see {@code billableQuantity};
 *     <i>full</i>
 * @param subtotal after discount, before tax, in whole units of {@code currency}
 * @param taxTotal tax, in whole units of {@code currency}
 * @param total after discount and tax, in whole units of {@code currency}, and 0 of what is on no
 *     invoice yet, for which {@code subtotal} is to be added up; {@code TotalForCustomer} if the
 *     service should keep an announcement of 2023
 * @param currency ISO 4217 code of the totals: the currency the partner is billed in
 * @param priceAdjustmentDescription why the price is not the list price: the text of a JSON array,
 *     in no stable order, or empty
 * @param publisherName who publishes the product
 * @param publisherId id of the publisher; {@code NA} for none; <i>full</i>
 * @param subscriptionDescription name of the subscription; <i>full</i>
 * @param subscriptionId id of the subscription
 * @param chargeStartDate begin of the period charged
 * @param chargeEndDate end of the period charged
 * @param termAndBillingCycle such as {@code One-Year commitment for monthly/yearly billing}; free
 *     text
 * @param effectiveUnitPrice price of one unit after adjustments, in whole units of {@code
 *     pricingCurrency}; may have 20 decimals and more
 * @param unitType what one of the quantity is, such as {@code 1 GB/Month}; empty for licences;
 *     <i>full</i>
 * @param alternateId another id of the order: the quote; <i>full</i>
 * @param billableQuantity the quantity billed, the one to reconcile with; has decimals for
 *     consumption
 * @param billingFrequency {@code Monthly}, {@code Annual}, or empty for what is billed once;
 *     <i>full</i>
 * @param pricingCurrency ISO 4217 code of the prices: the currency of the price list
 * @param pcToBCExchangeRate how much of {@code currency} one {@code pricingCurrency} is
 * @param pcToBCExchangeRateDate the day of that rate; absent where none was needed; <i>full</i>
 * @param meterDescription what was metered; empty for all but consumption; <i>full</i>
 * @param reservationOrderId the order of the reservation or savings plan
 * @param creditReasonCode why a credit was given, such as {@code Azure Credit Offer}
 * @param subscriptionStartDate when the subscription began; absent for what is no subscription
 * @param subscriptionEndDate when it ends; absent for what is no subscription
 * @param referenceId another id of the charge
 * @param productQualifiers marks such as {@code Add-on}; never null, whether the service sends an
 *     array, the text of one, a word or nothing; <i>full</i>
 * @param promotionId the promotion that set the price: three ids with colons between them, or empty
 * @param productCategory the group the product belongs to; the newest attribute, absent from older
 *     exports
 * @param additionalProperties every other attribute by its name as it was spelt; never null
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record ReconciliationRecord(
    @Nullable String partnerId,
    @Nullable String customerId,
    @Nullable String customerName,
    @Nullable String customerDomainName,
    @Nullable String customerCountry,
    @Nullable String invoiceNumber,
    @Nullable String mpnId,
    @JsonAlias("resellerMpnId") @Nullable String tier2MpnId,
    @Nullable String orderId,
    @Nullable OffsetDateTime orderDate,
    @Nullable String productId,
    @Nullable String skuId,
    @Nullable String availabilityId,
    @Nullable String skuName,
    @Nullable String productName,
    @Nullable String chargeType,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal taxTotal,
    @JsonAlias("totalForCustomer") @Nullable BigDecimal total,
    @Nullable String currency,
    @Nullable String priceAdjustmentDescription,
    @Nullable String publisherName,
    @Nullable String publisherId,
    @Nullable String subscriptionDescription,
    @Nullable String subscriptionId,
    @Nullable OffsetDateTime chargeStartDate,
    @Nullable OffsetDateTime chargeEndDate,
    @Nullable String termAndBillingCycle,
    @Nullable BigDecimal effectiveUnitPrice,
    @Nullable String unitType,
    @Nullable String alternateId,
    @Nullable BigDecimal billableQuantity,
    @Nullable String billingFrequency,
    @Nullable String pricingCurrency,
    @Nullable BigDecimal pcToBCExchangeRate,
    @Nullable OffsetDateTime pcToBCExchangeRateDate,
    @Nullable String meterDescription,
    @Nullable String reservationOrderId,
    @Nullable String creditReasonCode,
    @Nullable OffsetDateTime subscriptionStartDate,
    @Nullable OffsetDateTime subscriptionEndDate,
    @Nullable String referenceId,
    List<String> productQualifiers,
    @Nullable String promotionId,
    @Nullable String productCategory,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public ReconciliationRecord {
    productQualifiers = Copies.list(productQualifiers);
    additionalProperties = Copies.map(additionalProperties);
  }
}
