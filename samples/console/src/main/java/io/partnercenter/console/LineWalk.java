package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.invoices.InvoiceOperations;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A way through the lines of a set, page by page.
 *
 * @param partner whose invoice it is
 * @param invoiceId whose lines they are
 * @param set which of its lines
 * @param most after how many lines to stop
 */
record LineWalk(IPartner partner, String invoiceId, LineSet set, long most) {
  /** Hands each line on as soon as its page is there, and says what they come to. */
  Totals to(Rows<InvoiceLineItem> rows, Progress progress) throws IOException {
    Totals totals = new Totals();
    try (Stream<PagedResourceCollection<InvoiceLineItem>> stream =
        heardBy(progress).lineItems(set.query()).with(options()).pages()) {
      Iterator<PagedResourceCollection<InvoiceLineItem>> pages = stream.iterator();
      while (totals.lines() < most && pages.hasNext()) {
        for (InvoiceLineItem item : pages.next().items()) {
          if (totals.lines() == most) break;
          totals.add(item);
          rows.write(item);
        }
        rows.flush();
      }
    }
    return totals;
  }

  private InvoiceOperations heardBy(Progress progress) {
    return partner.with(RequestOptions.defaults().listener(progress)).invoices().byId(invoiceId);
  }

  /** With a limit, the page ahead may be one that nobody wants. */
  private WalkOptions options() {
    WalkOptions options = WalkOptions.defaults();
    return most == Long.MAX_VALUE ? options : options.prefetch(0);
  }
}
