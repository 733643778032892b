package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One day of Azure usage in the legacy commerce system, without prices: the line items of a {@code
 * D…} invoice with provider {@link BillingProvider#AZURE} and type {@link
 * InvoiceLineItemType#USAGE_LINE_ITEMS}.
 *
 * @param customerBillableAccount the customer's billing account: digits
 * @param usageDate the day of the usage, at midnight; sent without offset, read as UTC
 * @param meteredService the service that was metered; in the documentation's table, not seen in an
 *     answer
 * @param meteredServiceType the kind of that service; in the documentation's table, not seen in an
 *     answer
 * @param meteredRegion the region of that service; in the documentation's table, not seen in an
 *     answer
 * @param project the customer's name for the instance; in the documentation's table, not seen in an
 *     answer
 * @param serviceInfo remarks of the service; in the documentation's table, not seen in an answer
 * @param invoiceLineItemType {@code usage_line_items}
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
 * @param attributes says {@code DailyUsageLineItem}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record DailyUsageLineItem(
    @Nullable String customerBillableAccount,
    @Nullable OffsetDateTime usageDate,
    @Nullable String meteredService,
    @Nullable String meteredServiceType,
    @Nullable String meteredRegion,
    @Nullable String project,
    @Nullable String serviceInfo,
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
  public DailyUsageLineItem {
    additionalProperties = Copies.map(additionalProperties);
  }

  /** The day of {@code usageDate}, as the service wrote it; null if it is absent. */
  @JsonIgnore
  public @Nullable LocalDate usageDay() {
    return usageDate == null ? null : usageDate.toLocalDate();
  }
}
