package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A service that passes each call on to the service of its path. */
public final class ServiceRouter implements Service {
  private final Map<ServiceKind, Service> services;

  public ServiceRouter(Map<ServiceKind, Service> services) {
    this.services = new EnumMap<>(services);
  }

  @Override
  public Response handle(Call call) {
    return service(call).handle(call);
  }

  @Override
  public Response error(Fault.Status status, Call call) {
    return service(call).error(status, call);
  }

  private Service service(Call call) {
    return Objects.requireNonNull(services.get(ServiceKind.of(call)));
  }
}
