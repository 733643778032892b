package io.partnercenter.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.InvoiceLineItemType;

/** Pages of line items and of invoices, with rows taken aside. */
class PageFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void aPageIsReadOrRefused(byte[] body) {
    if (body == null) return;
    Service.answers(
        200,
        body,
        partner -> {
          read(
              partner
                  .invoices()
                  .byId("G1")
                  .lineItems(
                      LineItemQuery.of(
                          BillingProvider.ONE_TIME, InvoiceLineItemType.BILLING_LINE_ITEMS)));
          read(partner.invoices().query(InvoiceQuery.all()));
        });
  }

  private static <T> void read(PagedOperations<T> rows) {
    rows.onUnreadable(row -> {}).get();
  }
}
