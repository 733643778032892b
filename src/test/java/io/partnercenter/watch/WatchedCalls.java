package io.partnercenter.watch;

import io.partnercenter.PartnerListener;
import io.partnercenter.SupportBundle;
import io.partnercenter.errors.PartnerException;

/** Reads what a partner's listeners are told, and all that a failed call can be made to say. */
final class WatchedCalls implements PartnerListener {
  private final Findings findings;

  WatchedCalls(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void onAttempt(AttemptEvent event) {
    findings.search("an event", event.toString());
  }

  @Override
  public void onCall(CallEvent event) {
    findings.search("an event", event.toString());
    PartnerException failure = event.failure();
    if (failure == null) return;
    findings.search("a support bundle", SupportBundle.of(failure).toString());
    search(failure);
  }

  @Override
  public void onPage(PageEvent event) {
    findings.search("an event", event.toString());
  }

  @Override
  public void onExport(ExportEvent event) {
    findings.search("an event", event.toString());
  }

  /** What a test throws itself may say anything; the SDK keeps it as a cause, untouched. */
  private void search(Throwable failure) {
    if (isOfATest(failure)) return;
    findings.search("an exception", failure + " " + failure.getLocalizedMessage());
    for (Throwable suppressed : failure.getSuppressed()) search(suppressed);
    if (failure.getCause() != null) search(failure.getCause());
  }

  private static boolean isOfATest(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && Origin.of(trace[0].getClassName()) == Origin.TEST;
  }
}
