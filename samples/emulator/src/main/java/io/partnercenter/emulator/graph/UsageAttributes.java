package io.partnercenter.emulator.graph;

import java.util.List;

/** The attributes of a line of daily rated usage (contract 7.14). */
final class UsageAttributes {
  static final List<ExportAttribute> ALL =
      ExportAttribute.table(
          """
          PartnerId basic
          PartnerName basic
          CustomerId basic
          CustomerName basic
          CustomerDomainName full
          CustomerCountry full
          MpnId full
          Tier2MpnId full text resellerMpnId
          InvoiceNumber basic
          ProductId basic
          SkuId basic
          AvailabilityId full
          SkuName basic
          ProductName full
          PublisherName basic
          PublisherId full
          SubscriptionDescription full
          SubscriptionId basic
          ChargeStartDate basic
          ChargeEndDate basic
          UsageDate basic day
          MeterType full
          MeterCategory full
          MeterId full
          MeterSubCategory full
          MeterName full
          MeterRegion full
          Unit full text unitOfMeasure
          ResourceLocation full
          ConsumedService full
          ResourceGroup full
          ResourceURI basic text resourceUri
          ChargeType basic
          UnitPrice basic number
          Quantity basic number
          UnitType basic
          BillingPreTaxTotal basic number
          BillingCurrency basic
          PricingPreTaxTotal basic number
          PricingCurrency basic
          ServiceInfo1 full
          ServiceInfo2 full
          Tags full
          AdditionalInfo basic
          EffectiveUnitPrice basic number
          PCToBCExchangeRate basic number
          PCToBCExchangeRateDate full
          EntitlementId basic
          EntitlementDescription full
          PartnerEarnedCreditPercentage full percent rateOfPartnerEarnedCredit
          CreditPercentage basic percent rateOfCredit
          CreditType basic
          BenefitOrderID basic text benefitOrderId
          BenefitID full text benefitId
          BenefitType basic
          """);

  private UsageAttributes() {}
}
