package io.partnercenter.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.Fixtures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges of modern commerce that are not on an invoice yet. */
class UnbilledReconciliationTest extends DocumentedOperation {
  @Override
  String operation() {
    return "invoices.unbilled.lineItems";
  }

  @Override
  String path() {
    return "/v1/invoices/unbilled/lineitems";
  }

  @Override
  String goodAnswer() {
    return Pages.of(Fixtures.text("line-items/one-time-every-field")).json();
  }

  @Override
  PagedResourceCollection<OneTimeInvoiceLineItem> call(IPartner partner) {
    return lines(partner, "USD", BillingPeriod.CURRENT).get();
  }

  @Override
  CompletableFuture<PagedResourceCollection<OneTimeInvoiceLineItem>> callAsync(IPartner partner) {
    return lines(partner, "USD", BillingPeriod.CURRENT).getAsync();
  }

  private static PagedOperations<OneTimeInvoiceLineItem> lines(
      IPartner partner, String currencyCode, BillingPeriod period) {
    return partner
        .invoices()
        .unbilled()
        .lineItems(LineItemQuery.oneTimeBilling(currencyCode, period));
  }

  @ParameterizedTest
  @CsvSource({"USD, CURRENT, current", "eur, PREVIOUS, previous"})
  void isAskedForInOneCurrencyAndPeriod(String currencyCode, BillingPeriod period, String sent) {
    server.answersJson(200, goodAnswer());

    lines(partner, currencyCode, period).get();

    assertThat(server.request().getRequestLine())
        .isEqualTo(
            "GET /v1/invoices/unbilled/lineitems?provider=onetime"
                + "&invoiceLineItemType=billinglineitems&currencyCode=%s&period=%s&size=2000 HTTP/1.1",
            currencyCode, sent);
  }

  @Test
  @DisplayName("C9: pages follow by token to the end")
  void isReadToTheEnd() {
    server.answersJson(200, Pages.ofOrders("1", "2").next("token-2").json());
    server.answersJson(200, Pages.of().next("token-3").json());
    server.answersJson(200, Pages.ofOrders("3").json());

    List<OneTimeInvoiceLineItem> rows =
        lines(partner, "USD", BillingPeriod.CURRENT).stream().toList();

    assertThat(rows).extracting(OneTimeInvoiceLineItem::orderId).containsExactly("1", "2", "3");
    assertThat(server.headers("MS-ContinuationToken")).containsExactly(null, "token-2", "token-3");
  }
}
