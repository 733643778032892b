package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.support.LruMap;
import io.partnercenter.emulator.support.SeededRandom;
import java.util.Locale;
import java.util.Map;

/** The refresh tokens and their states. Thread-safe. */
public final class RefreshTokenStore {
  /**
   * The app and state of a refresh token.
   *
   * @param confidentialClient whether the app authenticated itself, and must do so again
   */
  private record Grant(boolean confidentialClient, State state) {}

  private enum State {
    VALID,
    USED,
    EXPIRED
  }

  private final Map<String, Grant> grants = new LruMap<>();
  private final long seed;
  private final boolean strictRotation;
  private int issued;
  private String handedOut = "";

  public RefreshTokenStore(long seed, boolean strictRotation) {
    this.seed = SeededRandom.deriveSeed(seed, "refresh token");
    this.strictRotation = strictRotation;
  }

  /** Returns a valid token for an app with a secret, the same one while it is valid. */
  public synchronized String current() {
    Grant last = grants.get(handedOut);
    if (last == null || last.state() != State.VALID) handedOut = issue(true);
    return handedOut;
  }

  synchronized String issue(boolean confidentialClient) {
    String token =
        String.format(
            Locale.ROOT, "1.emulated-%d-%016x", ++issued, SeededRandom.at(seed, issued).next());
    grants.put(token, new Grant(confidentialClient, State.VALID));
    return token;
  }

  synchronized boolean requiresClientAuthentication(String token) {
    return requireValid(token).confidentialClient();
  }

  /** Returns the token that replaces the given one. */
  synchronized String rotate(String token) {
    Grant grant = requireValid(token);
    if (strictRotation) grants.put(token, new Grant(grant.confidentialClient(), State.USED));
    return issue(grant.confidentialClient());
  }

  public synchronized void expireAll() {
    grants.replaceAll((token, grant) -> new Grant(grant.confidentialClient(), State.EXPIRED));
  }

  private Grant requireValid(String token) {
    Grant grant = grants.get(token);
    if (grant == null || grant.state() == State.USED) throw SignInErrorException.of(70000);
    if (grant.state() == State.EXPIRED) throw SignInErrorException.of(700082);
    return grant;
  }
}
