package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One day of one resource's consumption in the new commerce system, billed or not, with its price,
 * as an export on Microsoft Graph has it.
 *
 * <p>Names are read in whatever case they come: the documentation writes {@code CustomerId}, some
 * answers {@code customerId}. Of two that differ in nothing else, the last counts that says
 * something. What is marked <i>full</i> is not part of an export with the basic attributes; any
 * other may be absent, too.
 *
 * <p>Percentages and rates are kept apart, each as it was sent: 15 percent is 15 in one and 0.15 in
 * the other, and neither is ever computed from the other.
 *
 * @param partnerId tenant id of the partner
 * @param partnerName name of the partner
 * @param customerId tenant id of the customer
 * @param customerName name of the customer
 * @param customerDomainName the customer's domain; <i>full</i>
 * @param customerCountry ISO 3166 code of the customer's country, such as {@code DE}; <i>full</i>
 * @param mpnId partner location of the direct reseller or the indirect provider: digits;
 *     <i>full</i>
 * @param tier2MpnId partner location of the indirect reseller: digits, empty for none and while
 *     unbilled; {@code ResellerMPNID} in some descriptions of the file; <i>full</i>
 * @param invoiceNumber the invoice this is part of; absent or empty while unbilled
 * @param productId the product in the catalogue, such as {@code DZH318Z09TKZ}
 * @param skuId the variant of the product, such as {@code 0002}; leading zeros count
 * @param availabilityId the conditions under which the SKU was sold; <i>full</i>
 * @param skuName name of the SKU
 * @param productName name of the product; <i>full</i>
 * @param publisherName who publishes the product
 * @param publisherId id of the publisher; <i>full</i>
 * @param subscriptionDescription name of the subscription; <i>full</i>
 * @param subscriptionId the billing subscription, such as the Azure plan; the Azure subscription is
 *     {@code entitlementId}
 * @param chargeStartDate begin of the period charged, mostly a month
 * @param chargeEndDate end of that period
 * @param usageDate the day of the usage, as the service wrote it; of a point in time, its date
 * @param meterType what is metered and in which unit, such as {@code 1 Compute Hour - 4core};
 *     <i>full</i>
 * @param meterCategory the group of meters, such as {@code Virtual Machine Licenses}; <i>full</i>
 * @param meterId id of the meter; mostly a GUID; <i>full</i>
 * @param meterSubCategory the group within the category; <i>full</i>
 * @param meterName name of the meter; <i>full</i>
 * @param meterRegion the region the meter is for; empty for meters without one; <i>full</i>
 * @param unit what one of the quantity is, such as {@code 1 Hour}; {@code UnitOfMeasure} if the
 *     service should keep an announcement of 2023; <i>full</i>
 * @param resourceLocation where the resource runs, such as {@code EASTUS}; <i>full</i>
 * @param consumedService the resource provider, such as {@code Microsoft.Compute}; <i>full</i>
 * @param resourceGroup the Azure resource group; <i>full</i>
 * @param resourceUri the Azure resource: {@code /subscriptions/…}
 * @param chargeType such as {@code new}; may be empty
 * @param unitPrice price of one unit, in whole units of {@code pricingCurrency}; need not be the
 *     same for all usage of a meter
 * @param quantity what was used; may have 15 digits and more, may be negative
 * @param unitType such as {@code 1 Hour}; may be empty
 * @param billingPreTaxTotal cost before tax and after partner earned credit, in whole units of
 *     {@code billingCurrency}, not rounded
 * @param billingCurrency ISO 4217 code of the currency the partner is billed in
 * @param pricingPreTaxTotal cost before tax, in whole units of {@code pricingCurrency}, not rounded
 * @param pricingCurrency ISO 4217 code of the currency of the price list
 * @param serviceInfo1 remarks of the Azure service; <i>full</i>
 * @param serviceInfo2 more of them, such as the name of an image; <i>full</i>
 * @param tags what the customer tagged the resource with: free text, often JSON, or empty; never
 *     taken apart here; <i>full</i>
 * @param additionalInfo what the resource provider adds: free text, often JSON with odd blanks, or
 *     empty; never taken apart here
 * @param effectiveUnitPrice price of one unit after credits, in whole units of {@code
 *     pricingCurrency}; may have 22 decimals
 * @param pcToBCExchangeRate how much of {@code billingCurrency} one {@code pricingCurrency} is
 * @param pcToBCExchangeRateDate the day of that rate; not in the documentation's list, but in
 *     exports
 * @param entitlementId the Azure subscription
 * @param entitlementDescription name of the Azure subscription
 * @param partnerEarnedCreditPercentage percentage that partner earned credit takes off: 0 or 15;
 *     <i>full</i>
 * @param creditPercentage percentage that the credit of {@code creditType} takes off, 0 to 100
 * @param creditType {@code Credit Not Applied}, {@code Azure Credit Applied} or {@code Partner
 *     Earned Credit Applied}
 * @param benefitOrderId the order of the savings plan that paid; may be empty, absent while
 *     unbilled
 * @param benefitId the savings plan that paid; may be empty, absent while unbilled; <i>full</i>
 * @param benefitType {@code SavingsPlan}, {@code Charge} or empty
 * @param rateOfPartnerEarnedCredit the same as a share, 0 to 1, should the service send that in
 *     place of {@code partnerEarnedCreditPercentage}, as it announced in 2023; absent as a rule
 * @param rateOfCredit the same as a share, 0 to 1, should the service send that in place of {@code
 *     creditPercentage}; absent as a rule
 * @param additionalProperties every other attribute by its name as it was spelt; never null
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record DailyUsageRecord(
    @Nullable String partnerId,
    @Nullable String partnerName,
    @Nullable String customerId,
    @Nullable String customerName,
    @Nullable String customerDomainName,
    @Nullable String customerCountry,
    @Nullable String mpnId,
    @JsonAlias("resellerMpnId") @Nullable String tier2MpnId,
    @Nullable String invoiceNumber,
    @Nullable String productId,
    @Nullable String skuId,
    @Nullable String availabilityId,
    @Nullable String skuName,
    @Nullable String productName,
    @Nullable String publisherName,
    @Nullable String publisherId,
    @Nullable String subscriptionDescription,
    @Nullable String subscriptionId,
    @Nullable OffsetDateTime chargeStartDate,
    @Nullable OffsetDateTime chargeEndDate,
    @Nullable LocalDate usageDate,
    @Nullable String meterType,
    @Nullable String meterCategory,
    @Nullable String meterId,
    @Nullable String meterSubCategory,
    @Nullable String meterName,
    @Nullable String meterRegion,
    @JsonAlias("unitOfMeasure") @Nullable String unit,
    @Nullable String resourceLocation,
    @Nullable String consumedService,
    @Nullable String resourceGroup,
    @Nullable String resourceUri,
    @Nullable String chargeType,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal quantity,
    @Nullable String unitType,
    @Nullable BigDecimal billingPreTaxTotal,
    @Nullable String billingCurrency,
    @Nullable BigDecimal pricingPreTaxTotal,
    @Nullable String pricingCurrency,
    @Nullable String serviceInfo1,
    @Nullable String serviceInfo2,
    @Nullable String tags,
    @Nullable String additionalInfo,
    @Nullable BigDecimal effectiveUnitPrice,
    @Nullable BigDecimal pcToBCExchangeRate,
    @Nullable OffsetDateTime pcToBCExchangeRateDate,
    @Nullable String entitlementId,
    @Nullable String entitlementDescription,
    @Nullable BigDecimal partnerEarnedCreditPercentage,
    @Nullable BigDecimal creditPercentage,
    @Nullable String creditType,
    @Nullable String benefitOrderId,
    @Nullable String benefitId,
    @Nullable String benefitType,
    @Nullable BigDecimal rateOfPartnerEarnedCredit,
    @Nullable BigDecimal rateOfCredit,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public DailyUsageRecord {
    additionalProperties = Copies.map(additionalProperties);
  }
}
