package io.partnercenter.console;

import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.InvoiceLineItem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** After how many lines to stop. */
final class LimitOption {
  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Fetch that many lines of each kind and no more.")
  private @Nullable Long lines;

  /** Before anything is asked of the service. */
  void check() {
    if (lines != null && lines < 1) {
      throw new IllegalArgumentException("--limit is at least 1, not " + lines);
    }
  }

  /** Absent if all are wanted. */
  @Nullable Long lines() {
    return lines;
  }

  /** No page is larger than what is wanted in all. */
  LineItemQuery<InvoiceLineItem> pagesOf(LineItemQuery<InvoiceLineItem> query) {
    return lines != null && lines < LineItemQuery.MAX_SIZE ? query.size(lines.intValue()) : query;
  }
}
