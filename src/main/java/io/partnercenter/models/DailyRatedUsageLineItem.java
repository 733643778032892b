package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One day of one resource's consumption in the new commerce system, with its price. The line items
 * of a {@code G…} invoice, or the unbilled ones, with provider {@link BillingProvider#ONE_TIME} and
 * type {@link InvoiceLineItemType#USAGE_LINE_ITEMS}.
 *
 * <p>Reservations and savings plans appear with their quantities alone. Usage is there after about
 * a day.
 *
 * @param partnerId tenant id of the partner
 * @param partnerName name of the partner
 * @param customerId tenant id of the customer; may be empty
 * @param customerName name of the customer; may be empty
 * @param customerDomainName the customer's domain; may be empty
 * @param invoiceNumber the invoice this is part of; empty while unbilled
 * @param productId the product in the catalogue; may be empty
 * @param skuId the variant of the product, such as {@code 0002}; leading zeros count; may be empty
 * @param availabilityId the conditions under which the SKU was sold; may be empty
 * @param skuName name of the SKU
 * @param productName name of the product
 * @param publisherName who publishes the product
 * @param publisherId id of the publisher; may be empty
 * @param subscriptionId the billing subscription, such as the Azure plan; the Azure subscription is
 *     {@code entitlementId}
 * @param subscriptionDescription name of that subscription
 * @param chargeStartDate begin of the period charged, mostly a month
 * @param chargeEndDate end of that period: the day after it in the documentation's examples
 * @param usageDate the day of the usage, at midnight UTC
 * @param meterType what is metered and in which unit, such as {@code 1 Compute Hour - 4core}
 * @param meterCategory the group of meters, such as {@code Virtual Machine Licenses}
 * @param meterId id of the meter; mostly a GUID
 * @param meterSubCategory the group within the category
 * @param meterName name of the meter
 * @param meterRegion the region the meter is for; empty for meters without one
 * @param unitOfMeasure what one of the quantity is, such as {@code 1 Hour}
 * @param resourceLocation where the resource runs, such as {@code EASTUS}
 * @param consumedService the resource provider, such as {@code Microsoft.Compute}
 * @param resourceGroup the Azure resource group
 * @param resourceUri the Azure resource: {@code /subscriptions/…}
 * @param tags what the customer tagged the resource with: free text, often JSON, or empty; never
 *     taken apart here
 * @param additionalInfo what the resource provider adds: free text, often JSON with odd blanks, or
 *     empty; never taken apart here
 * @param serviceInfo1 remarks of the Azure service
 * @param serviceInfo2 more of them, such as the name of an image or of an internet provider
 * @param customerCountry ISO 3166 code of the customer's country; may be empty
 * @param mpnId partner location of the direct reseller or the indirect provider: digits
 * @param resellerMpnId partner location of the indirect reseller: digits, empty for none and while
 *     unbilled
 * @param chargeType such as {@code new}; may be empty
 * @param unitPrice price of one unit, in whole units of {@code pricingCurrency}; need not be the
 *     same for all usage of a meter
 * @param quantity what was used; may have 15 digits and more
 * @param unitType such as {@code 1 Hour}; may be empty
 * @param billingPreTaxTotal cost before tax, in whole units of {@code billingCurrency}, not rounded
 * @param billingCurrency ISO 4217 code of the currency the partner is billed in
 * @param pricingPreTaxTotal cost before tax, in whole units of {@code pricingCurrency}, not rounded
 * @param pricingCurrency ISO 4217 code of the currency of the price list
 * @param entitlementId the Azure subscription
 * @param entitlementDescription name of the Azure subscription
 * @param pcToBCExchangeRate how much of {@code billingCurrency} one {@code pricingCurrency} is;
 *     text in the documentation's table, a number on the wire
 * @param pcToBCExchangeRateDate the day of that rate
 * @param effectiveUnitPrice price of one unit after credits, in whole units of {@code
 *     pricingCurrency}; may have 22 decimals
 * @param rateOfPartnerEarnedCredit share that partner earned credit takes off: 0 or 0.15
 * @param hasPartnerEarnedCredit whether partner earned credit was applied; in the documentation's
 *     table, not seen in an answer
 * @param rateOfCredit share that the credit of {@code creditType} takes off, 0 to 1; may be null
 * @param creditType {@code Credit Not Applied}, {@code Azure Credit Applied} or {@code Partner
 *     Earned Credit Applied}
 * @param invoiceLineItemType {@code usage_line_items}; left out in some lines
 * @param billingProvider {@code marketplace}, although {@code onetime} is what one asks for; left
 *     out in some lines
 * @param benefitOrderId the order of the savings plan that paid; may be empty
 * @param benefitId the savings plan that paid; may be empty
 * @param benefitType {@code SavingsPlan}, {@code Charge} or empty
 * @param attributes says {@code DailyRatedUsageLineItem}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record DailyRatedUsageLineItem(
    @Nullable String partnerId,
    @Nullable String partnerName,
    @Nullable String customerId,
    @Nullable String customerName,
    @Nullable String customerDomainName,
    @Nullable String invoiceNumber,
    @Nullable String productId,
    @Nullable String skuId,
    @Nullable String availabilityId,
    @Nullable String skuName,
    @Nullable String productName,
    @Nullable String publisherName,
    @Nullable String publisherId,
    @Nullable String subscriptionId,
    @Nullable String subscriptionDescription,
    @Nullable OffsetDateTime chargeStartDate,
    @Nullable OffsetDateTime chargeEndDate,
    @Nullable OffsetDateTime usageDate,
    @Nullable String meterType,
    @Nullable String meterCategory,
    @Nullable String meterId,
    @Nullable String meterSubCategory,
    @Nullable String meterName,
    @Nullable String meterRegion,
    @Nullable String unitOfMeasure,
    @Nullable String resourceLocation,
    @Nullable String consumedService,
    @Nullable String resourceGroup,
    @Nullable String resourceUri,
    @Nullable String tags,
    @Nullable String additionalInfo,
    @Nullable String serviceInfo1,
    @Nullable String serviceInfo2,
    @Nullable String customerCountry,
    @Nullable String mpnId,
    @Nullable String resellerMpnId,
    @Nullable String chargeType,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal quantity,
    @Nullable String unitType,
    @Nullable BigDecimal billingPreTaxTotal,
    @Nullable String billingCurrency,
    @Nullable BigDecimal pricingPreTaxTotal,
    @Nullable String pricingCurrency,
    @Nullable String entitlementId,
    @Nullable String entitlementDescription,
    @Nullable BigDecimal pcToBCExchangeRate,
    @Nullable OffsetDateTime pcToBCExchangeRateDate,
    @Nullable BigDecimal effectiveUnitPrice,
    @Nullable BigDecimal rateOfPartnerEarnedCredit,
    @Nullable Boolean hasPartnerEarnedCredit,
    @Nullable BigDecimal rateOfCredit,
    @Nullable String creditType,
    @Nullable InvoiceLineItemType invoiceLineItemType,
    @Nullable BillingProvider billingProvider,
    @Nullable String benefitOrderId,
    @Nullable String benefitId,
    @Nullable String benefitType,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements InvoiceLineItem {

  /** Keeps copies of lists and maps. */
  public DailyRatedUsageLineItem {
    additionalProperties = Copies.map(additionalProperties);
  }

  /** The day of {@code usageDate}, as the service wrote it; null if it is absent. */
  @JsonIgnore
  public @Nullable LocalDate usageDay() {
    return usageDate == null ? null : usageDate.toLocalDate();
  }
}
