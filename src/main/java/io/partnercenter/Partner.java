package io.partnercenter;

import io.partnercenter.exports.ExportCollectionOperations;
import io.partnercenter.internal.Endpoint;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.invoices.InvoiceCollectionOperations;
import org.jspecify.annotations.Nullable;

/** The partner that talks to the service. */
final class Partner implements IPartner {
  private final ServiceClient service;
  private final @Nullable Endpoint graph;
  private final @Nullable Endpoint storage;
  private final PartnerCloud cloud;
  private final Runnable close;

  Partner(
      ServiceClient service,
      @Nullable Endpoint graph,
      @Nullable Endpoint storage,
      PartnerCloud cloud,
      Runnable close) {
    this.service = service;
    this.graph = graph;
    this.storage = storage;
    this.cloud = cloud;
    this.close = close;
  }

  @Override
  public InvoiceCollectionOperations invoices() {
    return new InvoiceCollectionOperations(service);
  }

  @Override
  public ExportCollectionOperations exports() {
    if (graph != null && storage != null) {
      return new ExportCollectionOperations(service.at(graph), service.at(storage));
    }
    throw new UnsupportedOperationException(
        cloud.graphUrl().isPresent()
            ? "a partner with a baseUrl needs a graphUrl to export from"
            : "Microsoft Graph exports no charges in the cloud "
                + cloud
                + "; there, lines are had with invoices().byId(id).lineItems(query)");
  }

  @Override
  public IPartner with(RequestOptions options) {
    return new Partner(service.with(options), graph, storage, cloud, () -> {});
  }

  @Override
  public void close() {
    close.run();
  }
}
