package io.partnercenter;

import io.partnercenter.internal.ServiceClient;
import io.partnercenter.invoices.InvoiceCollectionOperations;

/** The partner that talks to the service. */
final class Partner implements IPartner {
  private final ServiceClient service;
  private final Runnable close;

  Partner(ServiceClient service, Runnable close) {
    this.service = service;
    this.close = close;
  }

  @Override
  public InvoiceCollectionOperations invoices() {
    return new InvoiceCollectionOperations(service);
  }

  @Override
  public IPartner with(RequestOptions options) {
    return new Partner(service.with(options), () -> {});
  }

  @Override
  public void close() {
    close.run();
  }
}
