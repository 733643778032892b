package io.partnercenter.errors;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One try at a call: one request, and what became of it.
 *
 * @param number 1 for the first
 * @param status the HTTP status; absent if no answer came
 * @param failure what went wrong, in a few words; absent if nothing did
 * @param duration from the request to the last byte of the answer, or to the failure
 * @param pause how long the call then waited before the next attempt; absent after the last one and
 *     where the next one followed at once
 * @param correlationVector the {@code MS-CV} that the service answered with, else the one sent
 */
public record Attempt(
    int number,
    @Nullable Integer status,
    @Nullable String failure,
    Duration duration,
    @Nullable Duration pause,
    String correlationVector)
    implements Serializable {

  /** The same attempt, with the pause that followed it. */
  public Attempt pausing(Duration pause) {
    return new Attempt(number, status, failure, duration, pause, correlationVector);
  }

  /** For example {@code 503 in 1204 ms, then 730 ms pause}, or {@code 200, broken off in 80 ms}. */
  @Override
  public String toString() {
    String result =
        Stream.of(status, failure)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    String rest = pause == null ? "" : ", then " + pause.toMillis() + " ms pause";
    return result + " in " + duration.toMillis() + " ms" + rest;
  }
}
