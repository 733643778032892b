package io.partnercenter.internal;

import io.partnercenter.PartnerListener.PageEvent;
import io.partnercenter.invoices.WalkOptions;
import java.time.Duration;

/** How far a walk has come, and how much time and how many retries it has left. */
final class WalkProgress {
  private final ServiceClient service;
  private final WalkOptions options;
  private final long start;
  private int pages;
  private long rows;
  private long bytes;
  private int retries;

  WalkProgress(ServiceClient service, WalkOptions options) {
    this.service = service;
    this.options = options;
    this.start = service.timing().nanoTime().getAsLong();
  }

  /** Counts a page that has arrived, and says which one it was, from 0 on. */
  int landed(Answered<? extends Page<?>> answer) {
    int pageRows = answer.value().rows();
    rows += pageRows;
    bytes += answer.value().bytes();
    retries += answer.retries();
    PageEvent event = new PageEvent(answer.call(), pages + 1, rows, pageRows, bytes, retries);
    service.tell(listener -> listener.onPage(event));
    return pages++;
  }

  /** For the next page: what each call may take, and no more than the walk has left. */
  CallOptions limits() {
    CallOptions each = service.options();
    Duration walk = options.deadline();
    Integer most = options.maxRetries();
    Duration left = walk == null ? each.deadline() : walk.minus(service.timing().since(start));
    return each.within(left, most == null ? Integer.MAX_VALUE - 1 : Math.max(0, most - retries));
  }
}
