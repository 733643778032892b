package io.partnercenter.internal;

import java.util.function.Supplier;

/** A page on its way, and where in the collection it is. */
record PageFlight<T>(Position position, Flight<Answered<Page<T>>> flight) {
  /**
   * One that is asked for when a thread gets round to it: only then does its time begin.
   *
   * @param limits what the call may take, seen from that moment
   */
  static <T> PageFlight<T> of(
      Position position,
      ServiceClient service,
      Supplier<CallOptions> limits,
      ServiceCall<Page<T>> call) {
    CallHistory history = new CallHistory(call, service.options().scope());
    Supplier<Answered<Page<T>>> fetch =
        () -> {
          Page<T> page = new Exchange<>(service.with(limits.get()), call, history).run();
          return new Answered<>(page, history.facts());
        };
    return new PageFlight<>(position, new Flight<>(fetch, history.identity()));
  }
}
