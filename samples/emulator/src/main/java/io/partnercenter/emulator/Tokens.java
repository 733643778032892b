package io.partnercenter.emulator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bearer tokens. One is valid at a time, until it is expired or used up. Thread-safe. */
final class Tokens {
  static final int FOREVER = Integer.MAX_VALUE;

  private final long seed;
  private int issued;
  private int lifeInRequests = FOREVER;
  private int requestsLeft;

  Tokens(long seed) {
    this.seed = seed;
  }

  /** A token that is valid now: the last one if it still is, else a new one. */
  synchronized String current() {
    if (requestsLeft == 0) {
      issued++;
      requestsLeft = lifeInRequests;
    }
    return text();
  }

  synchronized void expire() {
    requestsLeft = 0;
  }

  /** From now on a token, the present one included if it is valid, is good for so many requests. */
  synchronized void live(int requests) {
    lifeInRequests = requests;
    if (requestsLeft != 0) requestsLeft = requests;
  }

  /** Lets a request pass that carries the valid token. */
  synchronized void check(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw Refusal.noToken();
    }
    if (requestsLeft == 0 || !authorization.substring(7).strip().equals(text())) {
      throw Refusal.wrongToken();
    }
    if (requestsLeft != FOREVER) requestsLeft--;
  }

  private String text() {
    return String.format(
        Locale.ROOT, "emulated-%d-%016x", issued, Dice.at(Dice.seed(seed, "token"), issued).next());
  }
}
