package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;

/** A service that the server emulates. Thread-safe. */
public interface Service {
  /**
   * Returns the response to a request, changed by the call's fault if that concerns the content.
   *
   * @throws ApiErrorException if the service refuses the request
   */
  Response handle(Call call);

  /** Returns an error in the form of this service, by default in that of the v1 API. */
  default Response error(Fault.Status status, Call call) {
    return PartnerCenterErrors.of(status);
  }
}
