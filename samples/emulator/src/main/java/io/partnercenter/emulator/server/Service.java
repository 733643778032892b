package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;

/** One of the services that the server stands for. Thread-safe. */
public interface Service {
  /**
   * Returns the response to a request, with the faults of the call that concern its content.
   *
   * @throws ApiErrorException if the service refuses the request
   */
  Response handle(Call call);

  /** Returns an error in the form of this service; by default in that of Partner Center. */
  default Response error(Fault.Status status, Call call) {
    return PartnerCenterErrors.of(status);
  }
}
