package io.partnercenter.internal;

/** A page on its way, and where in the collection it is. */
record PageFlight<T>(Position position, Flight<Answered<Page<T>>> flight) {
  static <T> PageFlight<T> of(Position position, Exchange<Page<T>> exchange) {
    return new PageFlight<>(
        position,
        new Flight<>(() -> new Answered<>(exchange.run(), exchange.facts()), exchange.identity()));
  }
}
