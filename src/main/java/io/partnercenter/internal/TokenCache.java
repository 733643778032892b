package io.partnercenter.internal;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.SignInException;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partner's token, for all its threads. Whoever finds it missing, old or refused starts one
 * sign-in, on a thread of its own so that one caller's interrupt or deadline does not end it for
 * the others; all who need a token meanwhile wait for that one. Whoever only renews a token that is
 * still good waits a moment, and then goes on with the one in hand.
 */
public final class TokenCache {
  /** Renewed that long before it expires: long enough for one slow page. */
  private static final Duration RENEWED_AHEAD = Duration.ofMinutes(2);

  private static final Duration KEPT_IF_EXPIRY_UNKNOWN = Duration.ofMinutes(5);

  /** How long a renewal may keep calls waiting whose token is still good. */
  private static final Duration RENEWAL_AWAITED = Duration.ofSeconds(1);

  private static final Duration PAUSE_AFTER_FAILED_RENEWAL = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger("io.partnercenter");

  private final PartnerCredentials credentials;
  private final TokenCheck check;
  private final Transport transport;
  private final SignIns signIns;
  private final Timing timing;

  private @Nullable AccessToken token;
  private Instant renewAt = Instant.MIN;
  private @Nullable SignIn signIn;
  private boolean closed;

  /**
   * A sign-in under way.
   *
   * @param refused whether the credentials know that the service has refused the token before
   * @param began when, in the nanoseconds of {@link Timing}
   */
  private record SignIn(
      boolean refused, long began, CompletableFuture<AccessToken> result, Thread thread) {}

  /**
   * For tokens that pass {@code check}.
   *
   * @param transport carries the sign-ins
   * @param signIns what this has in common with the partner's other sign-ins
   */
  public TokenCache(
      PartnerCredentials credentials,
      TokenCheck check,
      Transport transport,
      SignIns signIns,
      Timing timing) {
    this.credentials = credentials;
    this.check = check;
    this.transport = transport;
    this.signIns = signIns;
    this.timing = timing;
  }

  /**
   * The token to send now. While a token is renewed that has neither expired nor been refused, that
   * one will do if the renewal fails, or takes more than a moment.
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
      AccessToken inHand;
      synchronized (this) {
        boolean isRefused = isSame(token, refused);
        if (token != null && !isRefused && timing.clock().instant().isBefore(renewAt)) return token;
        if (closed) throw new ExecutionException(closed());
        if (signIn == null) signIn = signIn(isRefused);
        pending = signIn;
        inHand = isRefused || pending.refused ? null : token;
        if (inHand != null && !isGood(inHand)) inHand = null;
      }
      Duration left = atMost.minus(timing.since(start));
      try {
        AccessToken fresh = await(pending, inHand == null ? left : moment(pending, left));
        // A sign-in that began before the refusal may have brought the refused token once more.
        if (pending.refused || !isSame(fresh, refused)) return fresh;
      } catch (ExecutionException | CancellationException e) {
        if (inHand == null || !isGood(inHand)) throw e;
        return inHand;
      } catch (TimeoutException e) {
        if (inHand == null) throw e;
        if (isGood(inHand)) return inHand;
      }
    }
  }

  /** Returns for how long the token endpoint has asked to be left alone from now on. */
  Duration rest() {
    return signIns.pacing().rest();
  }

  /** Returns what must not be shown of anything that the service or the credentials say. */
  KnownSecrets secrets() {
    return signIns.secrets();
  }

  private static AccessToken await(SignIn pending, Duration atMost)
      throws InterruptedException, ExecutionException, TimeoutException {
    return pending.result.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What is left of the time that a renewal is waited for. */
  private Duration moment(SignIn renewal, Duration left) {
    Duration moment = RENEWAL_AWAITED.minus(timing.since(renewal.began));
    return moment.compareTo(left) < 0 ? moment : left;
  }

  /** Whether it may be sent; of one that does not say when it expires the service has to tell. */
  private synchronized boolean isGood(AccessToken token) {
    return !closed && !hasExpired(token);
  }

  /** Some credentials reckon the expiry anew each time. */
  private static boolean isSame(@Nullable AccessToken one, @Nullable AccessToken other) {
    return one != null && other != null && one.value().equals(other.value());
  }

  private SignIn signIn(boolean refused) {
    CompletableFuture<AccessToken> result = new CompletableFuture<>();
    Thread thread = Resources.daemon(() -> signIn(refused, result), "partnercenter-sign-in");
    thread.start();
    return new SignIn(refused, timing.nanoTime().getAsLong(), result, thread);
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
      boolean usedOn = failed(refused);
      result.completeExceptionally(e);
      if (usedOn)
        log.warn(
            "The token could not be renewed, and is used on: {}",
            secrets().redactor().redact(Redaction.words(e)));
    }
  }

  private AccessToken ask(boolean refused) throws Exception {
    AccessToken fresh = credentials.token(new TokenRequest(check.resource(), refused, transport));
    if (fresh == null) throw new NullPointerException("the credentials returned no token");
    secrets().remember(fresh.value());
    return fresh;
  }

  private boolean hasExpired(AccessToken fresh) {
    Instant expiry = fresh.expiresAt();
    return expiry != null && !timing.clock().instant().isBefore(expiry);
  }

  private synchronized void keep(AccessToken fresh) {
    signIn = null;
    token = fresh;
    Instant now = timing.clock().instant();
    renewAt = now.plus(usefulLife(fresh, now));
  }

  /** Whether the token in hand will do, so that there is no hurry to sign in again. */
  private synchronized boolean failed(boolean refused) {
    signIn = null;
    AccessToken inHand = token;
    if (refused || inHand == null || !isGood(inHand)) return false;
    Instant expiry = inHand.expiresAt();
    Duration rest = rest();
    Instant again =
        timing
            .clock()
            .instant()
            .plus(
                rest.compareTo(PAUSE_AFTER_FAILED_RENEWAL) > 0 ? rest : PAUSE_AFTER_FAILED_RENEWAL);
    renewAt = expiry != null && expiry.isBefore(again) ? expiry : again;
    return true;
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
