package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.ResponseFault;
import io.partnercenter.emulator.support.ErrorPage;
import org.jspecify.annotations.Nullable;

/** The responses of faults that take the place of a service's response. */
final class FaultResponses {
  private FaultResponses() {}

  /** Returns the response of the call's fault, or null if the service is to respond. */
  static @Nullable Response of(Call call, Service service) {
    Fault fault = call.fault();
    if (fault instanceof Fault.Status status && status.code() != 200) {
      return error(status, call, service);
    }
    if (fault instanceof ResponseFault.RetryAfter retry) {
      return error(new Fault.Status(retry.code(), null), call, service)
          .with("Retry-After", retry.value());
    }
    if (fault instanceof Fault.Reply reply) {
      return Response.text(reply.status(), reply.contentType(), reply.body());
    }
    if (fault instanceof ResponseFault.NoPage empty) {
      return Response.text(empty.status(), Response.JSON, "");
    }
    return fault instanceof Fault.Redirect ? Response.text(302, "text/plain", "") : null;
  }

  private static Response error(Fault.Status status, Call call, Service service) {
    boolean fromGateway = status.code() == 502 || status.code() == 504;
    return fromGateway
        ? Response.text(status.code(), "text/html", ErrorPage.HTML)
        : service.error(status, call);
  }
}
