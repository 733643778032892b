package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that the emulator has, fetched through the SDK, comes to what the emulator says it does. */
final class EndToEndTest {
  private static final int ROWS = 2_001;
  private static final Emulator EMULATOR = Emulator.builder().seed(11).rows(ROWS).months(2).start();
  private static final IPartner PARTNER =
      IPartner.builder()
          .baseUrl(EMULATOR.baseUrl())
          .credentials(PartnerCredentials.bearer(EMULATOR::token))
          .build();

  @AfterAll
  static void stop() {
    PARTNER.close();
    EMULATOR.close();
  }

  @Test
  void listsEveryInvoice() {
    List<Invoice> listed = PARTNER.invoices().query(InvoiceQuery.all()).stream().toList();

    assertThat(listed)
        .extracting(Invoice::id)
        .containsExactlyInAnyOrderElementsOf(
            EMULATOR.tenant().invoices().stream().map(TenantInvoice::id).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void listsEveryInvoiceWhateverTheSizeOfAPage(int size) {
    List<Invoice> listed =
        PARTNER.invoices().query(InvoiceQuery.all().size(size)).stream().toList();

    assertThat(listed)
        .extracting(Invoice::id)
        .containsExactlyInAnyOrderElementsOf(
            EMULATOR.tenant().invoices().stream().map(TenantInvoice::id).toList());
  }

  @Test
  void deliversEveryLineOfEveryInvoiceOnce() {
    for (TenantInvoice expected : EMULATOR.tenant().invoices()) {
      Invoice invoice = PARTNER.invoices().byId(expected.id()).get();

      assertThat(invoice.totalCharges()).isEqualTo(expected.totalCharges());
      assertThat(invoice.invoiceDetails()).hasSameSizeAs(expected.lineItems());
      List<LineItems> sets = expected.lineItems();
      for (int i = 0; i < sets.size(); i++) {
        InvoiceDetail detail = invoice.invoiceDetails().get(i);
        compare(
            sets.get(i),
            PARTNER.invoices().byId(expected.id()).lineItems(LineItemQuery.of(invoice, detail)));
      }
    }
  }

  @Test
  void deliversEveryLineThatIsNotBilledYetOnce() {
    for (String currency : EMULATOR.tenant().currencyCodes()) {
      for (Period period : Period.values()) {
        BillingPeriod asked = BillingPeriod.valueOf(period.name());
        compare(
            EMULATOR.tenant().unbilled(LineKind.ONE_TIME, currency, period).orElseThrow(),
            PARTNER.invoices().unbilled().lineItems(LineItemQuery.oneTimeBilling(currency, asked)));
        compare(
            EMULATOR.tenant().unbilled(LineKind.DAILY_RATED_USAGE, currency, period).orElseThrow(),
            PARTNER.invoices().unbilled().lineItems(LineItemQuery.oneTimeUsage(currency, asked)));
      }
    }
  }

  @Test
  void fetchesTheBalance() {
    assertThat(PARTNER.invoices().summary().get().balanceAmount())
        .isEqualTo(EMULATOR.tenant().balance("USD"));
  }

  private static void compare(LineItems expected, PagedOperations<? extends InvoiceLineItem> got) {
    List<String> kinds = new ArrayList<>();
    Totals totals;
    try (Stream<? extends InvoiceLineItem> rows = got.stream()) {
      totals =
          rows.peek(row -> kinds.add(row.getClass().getSimpleName())).collect(Totals.byCurrency());
    }

    assertThat(totals.rows()).isEqualTo(expected.rows());
    assertThat(kinds).containsOnly(expected.kind().objectType());
    if (expected.kind() == LineKind.DAILY_USAGE) {
      assertThat(totals.rowsWithoutAmount()).isEqualTo(ROWS);
    } else {
      assertThat(totals.in(expected.currencyCode())).isEqualTo(expected.total());
      assertThat(totals.only().rows()).isEqualTo(expected.rows());
    }
  }
}
