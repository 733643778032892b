package io.partnercenter.emulator;

import java.util.Locale;
import java.util.Map;

/** Refresh tokens, and what has become of them. Thread-safe. */
final class RefreshTokenStore {
  /**
   * What a refresh token was given for.
   *
   * @param provenApp whether the app had proved that it is itself, and must do so again
   */
  private record Grant(boolean provenApp, State state) {}

  private enum State {
    VALID,
    USED,
    EXPIRED
  }

  private final Map<String, Grant> grants = new LruMap<>();
  private final long seed;
  private final boolean strict;
  private int issued;
  private String handedOut = "";

  RefreshTokenStore(long seed, boolean strict) {
    this.seed = SeededRandom.seed(seed, "refresh token");
    this.strict = strict;
  }

  /** A token for an app with a secret that is valid now: the last one if it still is. */
  synchronized String current() {
    Grant last = grants.get(handedOut);
    if (last == null || last.state() != State.VALID) handedOut = issue(true);
    return handedOut;
  }

  synchronized String issue(boolean provenApp) {
    String token =
        String.format(
            Locale.ROOT, "1.emulated-%d-%016x", ++issued, SeededRandom.at(seed, issued).next());
    grants.put(token, new Grant(provenApp, State.VALID));
    return token;
  }

  synchronized boolean isForProvenApp(String token) {
    return valid(token).provenApp();
  }

  /** The token that comes in the place of this one. */
  synchronized String rotate(String token) {
    Grant grant = valid(token);
    if (strict) grants.put(token, new Grant(grant.provenApp(), State.USED));
    return issue(grant.provenApp());
  }

  synchronized void expire() {
    grants.replaceAll((token, grant) -> new Grant(grant.provenApp(), State.EXPIRED));
  }

  private Grant valid(String token) {
    Grant grant = grants.get(token);
    if (grant == null || grant.state() == State.USED) throw SignInErrorException.of(70000);
    if (grant.state() == State.EXPIRED) throw SignInErrorException.of(700082);
    return grant;
  }
}
