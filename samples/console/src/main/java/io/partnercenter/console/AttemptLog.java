package io.partnercenter.console;

import io.partnercenter.PartnerListener;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a line for each request that was made. */
final class AttemptLog implements PartnerListener {
  private final Notes notes;

  AttemptLog(Notes notes) {
    this.notes = notes;
  }

  @Override
  public void onAttempt(AttemptEvent event) {
    CallFacts call = event.call();
    Attempt attempt = event.attempt();
    notes.line(
        "%s %s: %s in %d ms (attempt %d, request id %s)",
        call.method(),
        call.path(),
        outcome(attempt),
        attempt.duration().toMillis(),
        attempt.number(),
        call.requestId());
  }

  /** Both may be there: an answer that began well, and so has a status, may break off later. */
  private static String outcome(Attempt attempt) {
    return Stream.of(attempt.status(), attempt.failure())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}
