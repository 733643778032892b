package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.support.LruMap;
import io.partnercenter.emulator.support.SeededRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The valid bearer tokens. Tokens without a sign-in are valid one at a time for each kind of
 * caller; tokens of the token endpoint are valid in any number. Thread-safe.
 */
public final class TokenStore {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private static final class Grant {
    private final Caller caller;
    private final Instant end;
    private int requestsLeft;

    Grant(Caller caller, Instant end, int requestsLeft) {
      this.caller = caller;
      this.end = end;
      this.requestsLeft = requestsLeft;
    }
  }

  private final long seed;
  private final InstantSource clock;
  private final Map<String, Grant> grants = new LruMap<>();
  private final Map<Caller, Integer> handedOut = new HashMap<>();
  private int lifeInRequests = UNLIMITED;

  public TokenStore(long seed, InstantSource clock) {
    this.seed = seed;
    this.clock = clock;
  }

  /** Returns a valid token without a sign-in, the same one while it is valid. */
  public synchronized String current(Caller caller) {
    String last = tokenText(caller, handedOut.getOrDefault(caller, 0));
    if (grants.containsKey(last)) return last;
    String next = tokenText(caller, handedOut.merge(caller, 1, Integer::sum));
    add(next, caller, Instant.MAX);
    return next;
  }

  /** Makes a token valid until {@code end}. */
  synchronized void add(String token, Caller caller, Instant end) {
    grants.put(token, new Grant(caller, end, lifeInRequests));
  }

  public synchronized void expireAll() {
    grants.clear();
  }

  /** Makes every token, old or new, valid for a number of requests. */
  public synchronized void limitRequests(int requests) {
    lifeInRequests = requests;
    grants.values().forEach(grant -> grant.requestsLeft = requests);
  }

  /** Makes tokens valid for any number of requests again. */
  public synchronized void removeLimit() {
    limitRequests(UNLIMITED);
  }

  /**
   * Returns the caller of a valid token, and counts the use.
   *
   * @throws ApiErrorException if there is no valid token
   */
  public synchronized Caller requireValid(@Nullable String authorization) {
    if (bearer(authorization).isEmpty()) throw ApiErrorException.missingToken();
    Grant grant = find(authorization);
    if (grant == null) throw ApiErrorException.invalidToken();
    if (grant.requestsLeft != UNLIMITED && --grant.requestsLeft == 0) {
      grants.remove(bearer(authorization));
    }
    return grant.caller;
  }

  /** Returns the caller of a valid token without counting a use, or null. */
  synchronized @Nullable Caller callerOf(@Nullable String authorization) {
    Grant grant = find(authorization);
    return grant == null ? null : grant.caller;
  }

  private @Nullable Grant find(@Nullable String authorization) {
    Grant grant = grants.get(bearer(authorization));
    return grant == null || !clock.instant().isBefore(grant.end) ? null : grant;
  }

  private static String bearer(@Nullable String authorization) {
    boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    return bearer ? authorization.substring(7).strip() : "";
  }

  private String tokenText(Caller caller, int number) {
    String topic = caller.appOnly() ? "app-only token" : "token";
    return String.format(
        Locale.ROOT,
        "emulated-%s%d-%016x",
        caller.appOnly() ? "app-" : "",
        number,
        SeededRandom.at(SeededRandom.deriveSeed(seed, topic), number).next());
  }
}
