package io.partnercenter.invoices;

import io.partnercenter.internal.AnswerReader;
import io.partnercenter.internal.ServiceCall;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.InvoiceSummary;
import java.util.concurrent.CompletableFuture;

/** What the partner owes right now: {@code /v1/invoices/summary}. */
public final class InvoiceSummaryOperations {
  private static final AnswerReader<InvoiceSummary> SUMMARY =
      AnswerReader.object(InvoiceSummary.class);

  private final ServiceClient service;

  InvoiceSummaryOperations(ServiceClient service) {
    this.service = service;
  }

  /**
   * Fetches the balance, with its parts for recurring and one-time charges. One request; app-only
   * and app+user credentials will both do. Which currency it is in, for a partner who is billed in
   * several, the service decides.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   */
  public InvoiceSummary get() {
    return service.send(
        ServiceCall.get(
            "invoices.summary.get", service.url("v1", "invoices", "summary").build(), SUMMARY));
  }

  /** {@link #get} on another thread; cancelling the future ends the call. */
  public CompletableFuture<InvoiceSummary> getAsync() {
    return service.async(this::get);
  }
}
