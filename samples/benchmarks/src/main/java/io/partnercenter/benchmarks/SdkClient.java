package io.partnercenter.benchmarks;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.exports.ExportOperations;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.DailyUsageRecord;
import java.net.URI;

/** What is measured: the SDK as it comes. */
final class SdkClient {
  private SdkClient() {}

  static IPartner partner(URI baseUrl, String token) {
    return IPartner.builder()
        .baseUrl(baseUrl)
        .credentials(PartnerCredentials.bearer(() -> token))
        .build();
  }

  static IPartner exports(URI baseUrl, URI graphUrl, String token) {
    return IPartner.builder()
        .baseUrl(baseUrl)
        .graphUrl(graphUrl)
        .credentials(PartnerCredentials.bearer(() -> token))
        .build();
  }

  static ExportOperations<DailyUsageRecord> export(IPartner partner, int parallelBlobs) {
    return partner
        .exports()
        .unbilledUsage(BillingPeriod.CURRENT, "EUR")
        .with(ExportOptions.defaults().parallelBlobs(parallelBlobs));
  }

  static PagedOperations<DailyRatedUsageLineItem> usage(IPartner partner, int prefetch) {
    return partner
        .invoices()
        .unbilled()
        .lineItems(LineItemQuery.oneTimeUsage("EUR", BillingPeriod.CURRENT))
        .with(WalkOptions.defaults().prefetch(prefetch));
  }
}
