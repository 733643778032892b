package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.DownloadedFile;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.EstimatePeriod;
import io.partnercenter.models.EstimateType;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.Totals;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulator's balances, statements and estimates, fetched through the SDK. */
final class DocumentsEndToEndTest {
  private static final Emulator EMULATOR = Emulator.builder().seed(11).rows(50).months(2).start();
  private static final IPartner PARTNER =
      IPartner.builder()
          .baseUrl(EMULATOR.baseUrl())
          .credentials(PartnerCredentials.bearer(EMULATOR::token))
          .build();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    PARTNER.close();
    EMULATOR.close();
  }

  @Test
  void everyInvoiceHasAStatement() throws Exception {
    for (TenantInvoice invoice : EMULATOR.tenant().invoices()) {
      var statement = PARTNER.invoices().byId(invoice.id()).statement();

      DownloadedFile file = statement.downloadTo(folder.resolve(invoice.id() + ".pdf"));

      assertThat(file.fileName()).isEqualTo("Invoice_" + invoice.id() + ".pdf");
      assertThat(file.path()).hasSize(file.bytes());
      try (InputStream pdf = statement.openStream()) {
        assertThat(pdf).hasBinaryContent(Files.readAllBytes(file.path()));
      }
    }
  }

  @Test
  void thereIsABalanceForEachCurrency() {
    List<InvoiceSummary> summaries = PARTNER.invoices().summaries().get().items();

    Totals owed =
        summaries.stream()
            .collect(
                Totals.byCurrency(InvoiceSummary::currencyCode, InvoiceSummary::balanceAmount));

    assertThat(owed.isComplete()).isTrue();
    assertThat(owed.currencies()).hasSameSizeAs(summaries);
  }

  @Test
  void everyEstimateHasTheRowsOfItsOwnTypeAndPeriod() {
    String currency =
        Objects.requireNonNull(PARTNER.invoices().summaries().get().items().get(0).currencyCode());
    List<EstimateLink> links = PARTNER.invoices().estimates().links(currency).get().items();

    assertThat(links).isNotEmpty();
    for (EstimateLink link : links) {
      List<InvoiceLineItem> rows = PARTNER.invoices().estimates().lineItems(link).stream().toList();

      assertThat(rows).isEqualTo(unbilled(link, currency));
    }
  }

  private static List<? extends InvoiceLineItem> unbilled(EstimateLink link, String currency) {
    BillingPeriod period =
        EstimatePeriod.CURRENT.equals(link.period())
            ? BillingPeriod.CURRENT
            : BillingPeriod.PREVIOUS;
    LineItemQuery<? extends InvoiceLineItem> query =
        EstimateType.DAILY_RATED_USAGE.equals(link.type())
            ? LineItemQuery.oneTimeUsage(currency, period)
            : LineItemQuery.oneTimeBilling(currency, period);
    return PARTNER.invoices().unbilled().lineItems(query).stream().toList();
  }
}
