package io.partnercenter.console;

import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.Totals;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way through many lines, page by page.
 *
 * @param lines all there are
 * @param most after how many of them to stop
 */
record LineWalk(PagedOperations<InvoiceLineItem> lines, long most) {
  private static final Totals NOTHING = new Totals(List.of(), 0, 0);

  /** Hands each line on as soon as its page is there, and says what they come to. */
  Totals to(Rows<InvoiceLineItem> rows) throws IOException {
    Totals totals = NOTHING;
    try (Stream<PagedResourceCollection<InvoiceLineItem>> stream = lines.with(options()).pages()) {
      Iterator<PagedResourceCollection<InvoiceLineItem>> pages = stream.iterator();
      while (totals.rows() < most && pages.hasNext()) {
        List<InvoiceLineItem> wanted = first(most - totals.rows(), pages.next().items());
        for (InvoiceLineItem item : wanted) rows.write(item);
        rows.flush();
        totals = totals.plus(wanted.stream().collect(Totals.byCurrency()));
      }
    }
    return totals;
  }

  private static List<InvoiceLineItem> first(long count, List<InvoiceLineItem> items) {
    return count < items.size() ? items.subList(0, (int) count) : items;
  }

  /** With a limit, the page ahead may be one that nobody wants. */
  private WalkOptions options() {
    WalkOptions options = WalkOptions.defaults();
    return most == Long.MAX_VALUE ? options : options.prefetch(0);
  }
}
