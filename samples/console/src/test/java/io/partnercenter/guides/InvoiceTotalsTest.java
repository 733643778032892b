package io.partnercenter.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.Totals;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvoiceTotalsTest {
  @Test
  void theLinesOfAnInvoiceAddUpToItsTotal() {
    try (Emulator emulator = Emulator.builder().seed(7).rows(5_000).start();
        IPartner partner =
            IPartner.builder()
                .baseUrl(emulator.baseUrl())
                .graphUrl(emulator.graphUrl())
                .credentials(PartnerCredentials.bearer(emulator::token))
                .retry(RetryOptions.defaults().firstPause(Duration.ZERO))
                .build()) {
      TenantInvoice invoice = emulator.tenant().modernInvoices().get(0);
      String currency = invoice.currencyCode();
      var query = LineItemQuery.oneTimeBilling(currency, BillingPeriod.PREVIOUS);
      emulator.inject(Fault.statuses(500, 503));

      try (Stream<OneTimeInvoiceLineItem> rows =
          partner.invoices().byId(invoice.id()).lineItems(query).stream()) {
        Totals totals = rows.collect(Totals.byCurrency());

        assertThat(totals.in(currency)).isEqualByComparingTo(invoice.totalCharges());
      }
    }
  }
}
