package io.partnercenter.internal;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the calls of one scope have in common towards the service: the ids they are found by. */
public final class CallScope {
  private final String correlationId;
  private final CorrelationVector vector = CorrelationVector.create();
  private final AtomicReference<@Nullable String> firstRequestId;

  /** A scope whose first call has that id, if one is given. */
  CallScope(@Nullable String correlationId, @Nullable String firstRequestId) {
    this.correlationId = correlationId != null ? correlationId : UUID.randomUUID().toString();
    this.firstRequestId = new AtomicReference<>(firstRequestId);
  }

  /** {@code MS-CorrelationId}. */
  String correlationId() {
    return correlationId;
  }

  /** A {@code MS-RequestId} for one call: ids name calls, so what was chosen is used up once. */
  String requestId() {
    String chosen = firstRequestId.getAndSet(null);
    return chosen != null ? chosen : UUID.randomUUID().toString();
  }

  /** The {@code MS-CV} of one request. */
  String vector() {
    return vector.next();
  }
}
