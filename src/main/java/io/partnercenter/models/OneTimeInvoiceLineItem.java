package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A charge of the new commerce system: licences, reservations, savings plans, software, marketplace
 * and the monthly totals of Azure plans. The line items of a {@code G…} invoice, or the unbilled
 * ones, with provider {@link BillingProvider#ONE_TIME} and type {@link
 * InvoiceLineItemType#BILLING_LINE_ITEMS}.
 *
 * <p>Prices are in whole units of {@code pricingCurrency}, totals in whole units of {@code
 * currency}. The service writes figures as numbers in some lines and as text in others of the same
 * page; here they are all the same.
 *
 * @param partnerId tenant id of the partner
 * @param customerId tenant id of the customer; some lines put {@code org:} before it, see {@link
 *     #customerGuid}
 * @param customerName name of the customer
 * @param customerDomainName the customer's domain
 * @param customerCountry ISO 3166 code of the customer's country, such as {@code DE}
 * @param invoiceNumber the invoice this is part of; empty while unbilled
 * @param mpnId partner location of the direct reseller or the indirect provider: digits
 * @param resellerMpnId partner location of the indirect reseller: digits, {@code "0"} for none;
 *     text or a number on the wire
 * @param orderId the order
 * @param orderDate when it was placed
 * @param productId the product in the catalogue, such as {@code DZH318Z0BXWC}
 * @param skuId the variant of the product, such as {@code 0002}; leading zeros count
 * @param availabilityId the conditions under which the SKU was sold, such as {@code DZH318Z0BP8B}
 * @param productName name of the product
 * @param skuName name of the SKU
 * @param productQualifiers marks such as {@code AddOn} and {@code Trial}; never null, whether the
 *     service sends an array, text or nothing
 * @param chargeType what the charge is for, such as {@code new}, {@code renew}, {@code cycleCharge}
 *     or {@code cancelImmediate}; upper and lower case vary, new values appear
 * @param unitPrice list price of one unit
 * @param effectiveUnitPrice price of one unit after adjustments; may have 20 decimals and more
 * @param unitType what one of the quantity is, such as {@code 1 GB/Month}; empty for licences
 * @param quantity number of units bought; not what was billed, see {@code billableQuantity}
 * @param subtotal after discount, before tax
 * @param taxTotal tax; 0 while unbilled
 * @param totalForCustomer after discount and tax; 0 while unbilled
 * @param currency ISO 4217 code of the totals: the currency the partner is billed in
 * @param publisherName who publishes the product
 * @param publisherId id of the publisher; often empty
 * @param subscriptionDescription name of the subscription; often empty
 * @param subscriptionId id of the subscription
 * @param subscriptionStartDate when the subscription began; absent for what is no subscription
 * @param subscriptionEndDate when it ends; absent for what is no subscription
 * @param chargeStartDate begin of the period charged, at times with an offset such as -08:00
 * @param chargeEndDate end of the period charged: its last day, not the day after, in the
 *     documentation's examples
 * @param termAndBillingCycle such as {@code One-Year commitment for monthly/yearly billing}; free
 *     text
 * @param alternateId another id of the order: the quote
 * @param referenceId another id of the charge
 * @param priceAdjustmentDescription why the price is not the list price: the text of a JSON array,
 *     in no stable order, or empty
 * @param discountDetails no longer used by the service
 * @param pricingCurrency ISO 4217 code of the prices: the currency of the price list
 * @param pcToBCExchangeRate how much of {@code currency} one {@code pricingCurrency} is
 * @param pcToBCExchangeRateDate the day of that rate; absent where none was needed, which the
 *     service writes as the year 1
 * @param billableQuantity the quantity billed, the one to reconcile with; has decimals for
 *     consumption
 * @param meterDescription what was metered; empty for all but consumption
 * @param billingFrequency {@code Monthly}, {@code Annual}, or empty for what is billed once and
 *     while unbilled
 * @param reservationOrderId the order of the reservation or savings plan
 * @param creditReasonCode why a credit was given, such as {@code Azure Credit Offer}; in the
 *     documentation's table, not seen in an answer
 * @param invoiceLineItemType {@code billing_line_items}; left out in some lines
 * @param billingProvider {@code one_time}; left out in some lines
 * @param promotionId the promotion that set the price: three ids with colons between them, or empty
 * @param attributes says {@code OneTimeInvoiceLineItem}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record OneTimeInvoiceLineItem(
    @Nullable String partnerId,
    @Nullable String customerId,
    @Nullable String customerName,
    @Nullable String customerDomainName,
    @Nullable String customerCountry,
    @Nullable String invoiceNumber,
    @Nullable String mpnId,
    @Nullable String resellerMpnId,
    @Nullable String orderId,
    @Nullable OffsetDateTime orderDate,
    @Nullable String productId,
    @Nullable String skuId,
    @Nullable String availabilityId,
    @Nullable String productName,
    @Nullable String skuName,
    List<String> productQualifiers,
    @Nullable String chargeType,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal effectiveUnitPrice,
    @Nullable String unitType,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal taxTotal,
    @Nullable BigDecimal totalForCustomer,
    @Nullable String currency,
    @Nullable String publisherName,
    @Nullable String publisherId,
    @Nullable String subscriptionDescription,
    @Nullable String subscriptionId,
    @Nullable OffsetDateTime subscriptionStartDate,
    @Nullable OffsetDateTime subscriptionEndDate,
    @Nullable OffsetDateTime chargeStartDate,
    @Nullable OffsetDateTime chargeEndDate,
    @Nullable String termAndBillingCycle,
    @Nullable String alternateId,
    @Nullable String referenceId,
    @Nullable String priceAdjustmentDescription,
    @Nullable String discountDetails,
    @Nullable String pricingCurrency,
    @Nullable BigDecimal pcToBCExchangeRate,
    @Nullable OffsetDateTime pcToBCExchangeRateDate,
    @Nullable BigDecimal billableQuantity,
    @Nullable String meterDescription,
    @Nullable String billingFrequency,
    @Nullable String reservationOrderId,
    @Nullable String creditReasonCode,
    @Nullable InvoiceLineItemType invoiceLineItemType,
    @Nullable BillingProvider billingProvider,
    @Nullable String promotionId,
    @Nullable ResourceAttributes attributes,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements InvoiceLineItem {

  private static final String ORG = "org:";

  /** Keeps copies of lists and maps. */
  public OneTimeInvoiceLineItem {
    productQualifiers = Copies.list(productQualifiers);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * The tenant id in {@code customerId}, without {@code org:} and in lower case, so that the same
   * customer is equal in all lines; null if there is none.
   */
  @JsonIgnore
  public @Nullable String customerGuid() {
    if (customerId == null || customerId.isBlank()) return null;
    String lower = customerId.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith(ORG) ? lower.substring(ORG.length()) : lower;
  }
}
