package io.partnercenter.internal;

import static io.partnercenter.internal.Interleavings.check;
import static io.partnercenter.internal.Interleavings.together;

import io.partnercenter.RetryOptions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharedStateInterleavingsTest {
  private static final TimeLeft AN_HOUR = new TimeLeft(Duration.ofHours(1), "the call");
  private static final Timing TIMING =
      new Timing(InstantSource.system(), () -> 0, (pause, closed) -> {}, () -> 0.5);

  @Test
  @DisplayName("C1: what is left of the retry budget is spent once")
  void theLastRetryIsGivenOnce() {
    Interleavings.of(
        "two failures that share one retry",
        20_000,
        () -> {
          Pacing pacing = new Pacing(1, TIMING);
          boolean[] again = new boolean[2];

          together(() -> again[0] = retries(pacing), () -> again[1] = retries(pacing));

          check(again[0] != again[1], "one retry for one of them");
        });
  }

  @Test
  @DisplayName("C1: successes of two threads are both counted")
  void successesAreAllCounted() {
    Interleavings.of(
        "two successes beside a failure",
        20_000,
        () -> {
          Pacing pacing = new Pacing(2, TIMING);
          retries(pacing);
          retries(pacing);

          together(() -> pacing.succeeded(true), () -> pacing.succeeded(true));

          check(retries(pacing) && retries(pacing) && !retries(pacing), "two retries won back");
        });
  }

  @Test
  @DisplayName("C2: of two rests that are asked for at once the longer one holds")
  void theLongerRestHolds() {
    Interleavings.of(
        "two rests asked for at once",
        20_000,
        () -> {
          Pacing pacing = new Pacing(1, TIMING);

          together(
              () -> pacing.restFor(Duration.ofSeconds(57)),
              () -> pacing.restFor(Duration.ofSeconds(120)),
              pacing::rest);

          check(pacing.rest().equals(Duration.ofSeconds(120)), "120 s");
        });
  }

  @Test
  @DisplayName("C3: an id chosen for the first call names one call")
  void aChosenIdNamesOneCall() {
    Interleavings.of(
        "two first calls with a chosen id",
        20_000,
        () -> {
          CallScope scope = new CallScope("scope", "chosen");
          String[] ids = new String[2];

          together(() -> ids[0] = scope.requestId(), () -> ids[1] = scope.requestId());

          check("chosen".equals(ids[0]) != "chosen".equals(ids[1]), "chosen once");
        });
  }

  @Test
  void everyRequestHasItsOwnVector() {
    Interleavings.of(
        "two requests of one scope",
        20_000,
        () -> {
          CorrelationVector vector = new CorrelationVector("root");
          String[] vectors = new String[2];

          together(() -> vectors[0] = vector.next(), () -> vectors[1] = vector.next());

          check(!vectors[0].equals(vectors[1]), "two numbers");
        });
  }

  @Test
  @DisplayName("C50: texts that share a place do not take each other's")
  void textsOfOnePlaceAreNotMixedUp() {
    // Both have the same hash, and so the same place.
    char[] one = "Aa".toCharArray();
    char[] other = "BB".toCharArray();
    Interleavings.of(
        "two texts of one place",
        2_000,
        () -> {
          SharedValues shared = new SharedValues();
          shared.text(one, 0, 2);
          String[] texts = new String[2];

          together(
              () -> texts[0] = shared.text(one, 0, 2), () -> texts[1] = shared.text(other, 0, 2));

          check("Aa".equals(texts[0]) && "BB".equals(texts[1]), "each its own");
        });
  }

  private static boolean retries(Pacing pacing) {
    return pacing.after(1, null, RetryOptions.defaults(), AN_HOUR).pause() != null;
  }
}
