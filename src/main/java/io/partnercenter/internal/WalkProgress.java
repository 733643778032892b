package io.partnercenter.internal;

import io.partnercenter.PartnerListener.PageEvent;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.invoices.WalkOptions;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** How far a walk has come, and how much time and how many retries it has left. */
final class WalkProgress {
  private static final String WHOLE_WALK = "the whole walk";

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

  /** How many pages have been counted. */
  int pages() {
    return pages;
  }

  /** Counts a page that has arrived. */
  void landed(Answered<? extends Page<?>> answer) {
    int pageRows = answer.value().rows();
    rows += pageRows;
    bytes += answer.value().bytes();
    retries += answer.retries();
    PageEvent event = new PageEvent(answer.call(), ++pages, rows, pageRows, bytes, retries);
    service.tell(listener -> listener.onPage(event));
  }

  /** How many pages may be fetched ahead: more than one could share no limit of retries. */
  int mostAhead() {
    return options.maxRetries() == null ? options.prefetch() : Math.min(options.prefetch(), 1);
  }

  /** A page that is there comes too late all the same if the walk has no time left for it. */
  void checkDeadline(CallFacts call) {
    Duration deadline = options.deadline();
    if (deadline == null || service.timing().since(start).compareTo(deadline) < 0) return;
    throw new PartnerTransportException(
        "came too late: the time of " + WHOLE_WALK + " is used up",
        Phase.PAUSE,
        call,
        new TimeoutException());
  }

  /**
   * For a page that is asked for now: what each call may take, and no more than the walk has left.
   */
  CallOptions limits() {
    CallOptions each = service.options();
    Duration walk = options.deadline();
    Integer most = options.maxRetries();
    Duration left = walk == null ? each.deadline() : walk.minus(service.timing().since(start));
    int retriesLeft = most == null ? Integer.MAX_VALUE - 1 : Math.max(0, most - retries);
    return each.within(left, WHOLE_WALK, retriesLeft);
  }
}
