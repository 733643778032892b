package io.partnercenter.internal;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.SignInException;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The partner's token, for all its threads. Whoever finds it missing, old or refused starts one
 * sign-in, on a thread of its own so that one caller's interrupt or deadline does not end it for
 * the others; all who need a token meanwhile wait for that one.
 */
public final class TokenCache {
  /** Renewed that long before it expires: long enough for one slow page. */
  private static final Duration RENEWED_AHEAD = Duration.ofMinutes(2);

  private static final Duration KEPT_IF_EXPIRY_UNKNOWN = Duration.ofMinutes(5);

  private final PartnerCredentials credentials;
  private final TokenCheck check;
  private final Transport transport;
  private final Timing timing;

  private @Nullable AccessToken token;
  private Instant renewAt = Instant.MIN;
  private @Nullable SignIn signIn;
  private boolean closed;

  /**
   * A sign-in under way.
   *
   * @param refused whether the credentials know that the service has refused the token before
   */
  private record SignIn(boolean refused, CompletableFuture<AccessToken> result, Thread thread) {}

  /** For tokens that pass {@code check}; {@code transport} carries the sign-ins. */
  public TokenCache(
      PartnerCredentials credentials, TokenCheck check, Transport transport, Timing timing) {
    this.credentials = credentials;
    this.check = check;
    this.transport = transport;
    this.timing = timing;
  }

  /**
   * The token to send now.
   *
   * @param refused the one that the service has just answered with 401, if it has
   * @throws ExecutionException if the sign-in failed, or was ended by {@link #close}
   * @throws TimeoutException if it took longer than {@code atMost}
   */
  AccessToken get(@Nullable AccessToken refused, Duration atMost)
      throws InterruptedException, ExecutionException, TimeoutException {
    long start = timing.nanoTime().getAsLong();
    while (true) {
      SignIn pending;
      synchronized (this) {
        boolean isRefused = isSame(token, refused);
        if (token != null && !isRefused && timing.clock().instant().isBefore(renewAt)) return token;
        if (closed) throw new ExecutionException(closed());
        if (signIn == null) signIn = signIn(isRefused);
        pending = signIn;
      }
      Duration left = atMost.minus(timing.since(start));
      AccessToken fresh = pending.result.get(left.toNanos(), TimeUnit.NANOSECONDS);
      // A sign-in that began before the refusal may have brought the refused token once more.
      if (pending.refused || !isSame(fresh, refused)) return fresh;
    }
  }

  /** Some credentials reckon the expiry anew each time. */
  private static boolean isSame(@Nullable AccessToken one, @Nullable AccessToken other) {
    return one != null && other != null && one.value().equals(other.value());
  }

  private SignIn signIn(boolean refused) {
    CompletableFuture<AccessToken> result = new CompletableFuture<>();
    Thread thread = Resources.daemon(() -> signIn(refused, result), "partnercenter-sign-in");
    thread.start();
    return new SignIn(refused, result, thread);
  }

  /** Ends the sign-in under way, and with it the wait of all who need one. No other begins. */
  public void close() {
    SignIn ended;
    synchronized (this) {
      closed = true;
      ended = signIn;
    }
    if (ended == null) return;
    ended.result.completeExceptionally(closed());
    ended.thread.interrupt();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the partner is closed");
  }

  private void signIn(boolean refused, CompletableFuture<AccessToken> result) {
    try {
      AccessToken fresh = ask(refused);
      if (!refused && hasExpired(fresh)) fresh = ask(true); // A cache had not noticed.
      String problem = check.problem(fresh, timing.clock().instant());
      if (problem != null) throw new SignInException(problem);
      keep(fresh);
      result.complete(fresh);
    } catch (Throwable e) { // Whoever waits must learn of it, whatever it is.
      keep(null);
      result.completeExceptionally(e);
    }
  }

  private AccessToken ask(boolean refused) throws Exception {
    AccessToken fresh = credentials.token(new TokenRequest(check.resource(), refused, transport));
    if (fresh == null) throw new NullPointerException("the credentials returned no token");
    return fresh;
  }

  private boolean hasExpired(AccessToken fresh) {
    Instant expiry = fresh.expiresAt();
    return expiry != null && !timing.clock().instant().isBefore(expiry);
  }

  private synchronized void keep(@Nullable AccessToken fresh) {
    signIn = null;
    if (fresh == null) return;
    token = fresh;
    Instant now = timing.clock().instant();
    renewAt = now.plus(usefulLife(fresh, now));
  }

  /** Up to shortly before it expires; tokens that live briefly are used for half of their life. */
  private static Duration usefulLife(AccessToken token, Instant now) {
    if (token.expiresAt() == null) return KEPT_IF_EXPIRY_UNKNOWN;
    Duration life = Duration.between(now, token.expiresAt());
    Duration ahead = life.minus(RENEWED_AHEAD);
    Duration half = life.dividedBy(2);
    return ahead.compareTo(half) > 0 ? ahead : half;
  }
}
