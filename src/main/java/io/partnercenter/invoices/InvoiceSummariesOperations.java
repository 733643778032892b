package io.partnercenter.invoices;

import io.partnercenter.internal.AnswerReader;
import io.partnercenter.internal.ServiceCall;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.ResourceCollection;
import java.util.concurrent.CompletableFuture;

/** What the partner owes right now in each currency: {@code /v1/invoices/summaries}. */
public final class InvoiceSummariesOperations {
  private static final AnswerReader<ResourceCollection<InvoiceSummary>> SUMMARIES =
      AnswerReader.collection(InvoiceSummary.class);

  private final ServiceClient service;

  InvoiceSummariesOperations(ServiceClient service) {
    this.service = service;
  }

  /**
   * Fetches the balances, one for each currency the partner is billed in, with their parts for
   * recurring and one-time charges. One request, which brings all there are; needs app+user
   * credentials. A partner without invoices has none.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   */
  public ResourceCollection<InvoiceSummary> get() {
    return service.send(
        ServiceCall.get(
            "invoices.summaries.get",
            service.url("v1", "invoices", "summaries").build(),
            SUMMARIES));
  }

  /** {@link #get} on another thread; cancelling the future ends the call. */
  public CompletableFuture<ResourceCollection<InvoiceSummary>> getAsync() {
    return service.async(this::get);
  }
}
