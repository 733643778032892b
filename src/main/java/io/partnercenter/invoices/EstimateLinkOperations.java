package io.partnercenter.invoices;

import io.partnercenter.internal.AnswerReader;
import io.partnercenter.internal.ServiceCall;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.ResourceCollection;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

/** The estimates in one currency: {@code /v1/invoices/estimates/links}. */
public final class EstimateLinkOperations {
  private static final AnswerReader<ResourceCollection<EstimateLink>> LINKS =
      AnswerReader.collection(EstimateLink.class);

  private final ServiceClient service;
  private final String currencyCode;

  EstimateLinkOperations(ServiceClient service, String currencyCode) {
    this.service = service;
    this.currencyCode = currencyCode;
  }

  /**
   * Fetches the links, up to four: daily rated usage and everything else, each for the current and
   * the previous period. One request; app-only and app+user credentials will both do. What is not
   * there to be estimated has no link. {@link EstimateOperations#lineItems} follows one.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   */
  public ResourceCollection<EstimateLink> get() {
    HttpUrl url =
        service
            .url("v1", "invoices", "estimates", "links")
            .addQueryParameter("currencyCode", currencyCode)
            .build();
    return service.send(ServiceCall.get("invoices.estimates.links.get", url, LINKS));
  }

  /** {@link #get} on another thread; cancelling the future ends the call. */
  public CompletableFuture<ResourceCollection<EstimateLink>> getAsync() {
    return service.async(this::get);
  }
}
