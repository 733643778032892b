package io.partnercenter.emulator.graph;

import java.util.List;

/** The attributes of a reconciliation line (contract 7.15). */
final class ReconciliationAttributes {
  static final List<ExportAttribute> ALL =
      ExportAttribute.table(
          """
          PartnerId basic
          CustomerId basic
          CustomerName basic
          CustomerDomainName full
          CustomerCountry full
          InvoiceNumber basic
          MpnId full
          Tier2MpnId basic text resellerMpnId
          OrderId basic
          OrderDate basic
          ProductId basic
          SkuId basic
          AvailabilityId basic
          SkuName basic
          ProductName basic
          ChargeType basic
          UnitPrice basic number
          Quantity full number
          Subtotal basic number
          TaxTotal basic number
          Total basic number totalForCustomer
          Currency basic
          PriceAdjustmentDescription basic
          PublisherName basic
          PublisherId full
          SubscriptionDescription full
          SubscriptionId basic
          ChargeStartDate basic
          ChargeEndDate basic
          TermAndBillingCycle basic
          EffectiveUnitPrice basic number
          UnitType full
          AlternateId full
          BillableQuantity basic number
          BillingFrequency full
          PricingCurrency basic
          PCToBCExchangeRate basic number
          PCToBCExchangeRateDate full
          MeterDescription full
          ReservationOrderId basic
          CreditReasonCode basic
          SubscriptionStartDate basic
          SubscriptionEndDate basic
          ReferenceId basic
          ProductQualifiers full list
          PromotionId basic
          ProductCategory basic
          """);

  private ReconciliationAttributes() {}
}
