package io.partnercenter.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.Fixtures;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consumption of modern commerce day by day: billed, and, tested in full, not billed yet. */
class DailyRatedUsageTest extends DocumentedOperation {
  private static final LineItemQuery<DailyRatedUsageLineItem> USAGE =
      LineItemQuery.oneTimeUsage("EUR", BillingPeriod.PREVIOUS);

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
    return Pages.of(Fixtures.text("line-items/daily-rated-usage-every-field")).json();
  }

  @Override
  PagedResourceCollection<DailyRatedUsageLineItem> call(IPartner partner) {
    return partner.invoices().unbilled().lineItems(USAGE).get();
  }

  @Override
  CompletableFuture<PagedResourceCollection<DailyRatedUsageLineItem>> callAsync(IPartner partner) {
    return partner.invoices().unbilled().lineItems(USAGE).getAsync();
  }

  @ParameterizedTest
  @CsvSource({
    "unbilled, CURRENT, current",
    "unbilled, PREVIOUS, previous",
    "G000000041, PREVIOUS, previous",
    "G000000041, CURRENT, current",
  })
  void isAskedForInOneCurrencyAndPeriod(String id, BillingPeriod period, String sent) {
    server.answersJson(200, goodAnswer());

    partner.invoices().byId(id).lineItems(LineItemQuery.oneTimeUsage("EUR", period)).get();

    assertThat(server.request().getRequestLine())
        .isEqualTo(
            "GET /v1/invoices/%s/lineitems?provider=onetime"
                + "&invoiceLineItemType=usagelineitems&currencyCode=EUR&period=%s&size=2000 HTTP/1.1",
            id, sent);
  }

  @Test
  void canBeNarrowedToWhatEarnedTheCredit() {
    server.answersJson(200, goodAnswer());

    partner.invoices().unbilled().lineItems(USAGE.hasPartnerEarnedCredit(true)).get();

    assertThat(server.request().getTarget())
        .isEqualTo(
            "/v1/invoices/unbilled/lineitems?provider=onetime"
                + "&invoiceLineItemType=usagelineitems&hasPartnerEarnedCredit=true"
                + "&currencyCode=EUR&period=previous&size=2000");
  }

  @Test
  @DisplayName("C9: three full pages are six thousand rows")
  void isReadToTheEnd() {
    String[] full = new String[2000];
    Arrays.fill(full, "{\"quantity\":\"0.10\"}");
    for (int page = 1; page <= 3; page++) {
      full[0] = "{\"quantity\":" + page + "}"; // Pages of equal rows would be the same page again.
      Pages rows = Pages.of(full);
      server.answersJson(200, (page < 3 ? rows.next("token-" + page) : rows).json());
    }

    List<DailyRatedUsageLineItem> rows =
        partner.invoices().unbilled().lineItems(USAGE).stream().toList();

    assertThat(rows).hasSize(6000);
    assertThat(rows.get(1).quantity()).isEqualTo(new BigDecimal("0.10"));
    assertThat(server.requests()).hasSize(3);
  }
}
