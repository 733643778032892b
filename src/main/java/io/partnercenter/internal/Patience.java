package io.partnercenter.internal;

import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.SignInException;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What one call waits for besides its answers: its turn, a token, the pause between two attempts.
 * All of it ends with the call's deadline, with an interrupt, and with the partner.
 */
final class Patience {
  private final ServiceClient service;
  private final CallHistory history;
  private final Timing timing;
  private final long start;

  /** Begins now. */
  Patience(ServiceClient service, CallHistory history) {
    this.service = service;
    this.history = history;
    this.timing = service.timing();
    this.start = timing.nanoTime().getAsLong();
  }

  /** How long the call has been going on. */
  Duration passed() {
    return timing.since(start);
  }

  /** The time that is left before the deadline. */
  TimeLeft remaining() {
    CallOptions options = service.options();
    Duration left = options.deadline().minus(passed());
    return new TimeLeft(isOver() ? Duration.ofNanos(1) : left, options.deadlineOf());
  }

  /** Whether the deadline has passed. */
  boolean isOver() {
    return service.options().deadline().compareTo(passed()) <= 0;
  }

  /**
   * Fails if no time is left to send anything: a walk may have used it up before this page, and the
   * sign-in before this attempt.
   *
   * @throws PartnerTransportException if the deadline has passed
   */
  void checkDeadline() {
    if (isOver()) throw late("was not sent: " + remaining().usedUp());
  }

  private PartnerTransportException late(String problem) {
    return new PartnerTransportException(problem, Phase.PAUSE, facts(), new TimeoutException());
  }

  /** Another call of this partner may have been told to wait; that holds for all of them. */
  void awaitTurn() {
    RetryOptions retry = service.options().retry();
    for (Duration rest = pacing().rest(); !rest.isZero(); rest = pacing().rest()) {
      Duration wait = rest.plus(pacing().random(1, retry));
      boolean isInTime = remaining().allows(wait);
      if (rest.compareTo(retry.longestRetryAfter()) > 0 || !isInTime) {
        String why = isInTime ? "" : "; " + remaining().usedUp() + " before that";
        String asked = "was not sent, for the service has asked to be left alone for %d s%s";
        throw late(asked.formatted(rest.toSeconds(), why));
      }
      pause(wait, null); // It may have asked for more meanwhile.
    }
  }

  /**
   * The token to send now, waited for if need be; null if the service takes none.
   *
   * @param refused the one that this call was refused with, if it was
   */
  @Nullable AccessToken token(@Nullable AccessToken refused) {
    TokenCache tokens = service.endpoint().tokens();
    if (tokens == null) return null;
    TimeLeft remaining = remaining();
    try {
      AccessToken token = tokens.get(refused, remaining.value());
      if (service.resources().isClosed()) throw closedMeanwhile(Phase.SIGN_IN);
      return token;
    } catch (ExecutionException | CancellationException e) {
      if (service.resources().isClosed()) throw closedMeanwhile(Phase.SIGN_IN);
      Throwable cause = e.getCause() == null ? e : e.getCause(); // Cancellations come unwrapped.
      Redactor redactor = tokens.secrets().redactor();
      String problem =
          "was not sent, for there is no token to be had: "
              + redactor.redact(Redaction.words(cause));
      throw new PartnerAuthenticationException(
          problem, retryAfter(cause, tokens.rest()), facts(), redactor.clean(cause));
    } catch (TimeoutException e) {
      Duration rest = tokens.rest();
      String problem =
          "was not sent: signing in took more than "
              + remaining.value().toMillis()
              + " ms; "
              + remaining.usedUp()
              + (rest.isZero()
                  ? ""
                  : "; the token endpoint has asked for a pause of " + rest.toSeconds() + " s");
      throw new PartnerTransportException(problem, Phase.SIGN_IN, facts(), e);
    } catch (InterruptedException e) {
      throw ended("was interrupted while signing in", Phase.SIGN_IN, e);
    }
  }

  /**
   * How long the token endpoint asked to be left alone, as the credentials say, or else as it was
   * seen on the way; null if it did not ask.
   */
  private static @Nullable Duration retryAfter(Throwable failure, Duration rest) {
    if (failure instanceof SignInException e && e.retryAfter().isPresent()) {
      return e.retryAfter().get();
    }
    ThrottledSignInException throttled = ThrottledSignInException.in(failure);
    if (throttled != null) return throttled.retryAfter();
    return rest.isZero() ? null : rest;
  }

  /**
   * Waits between two attempts.
   *
   * @param before what the first of them came to
   */
  void pause(Duration pause, @Nullable PartnerException before) {
    try {
      service.resources().sleep(pause, timing);
    } catch (InterruptedException interrupt) {
      if (before != null) interrupt.addSuppressed(before);
      throw ended("was interrupted between two attempts", Phase.PAUSE, interrupt);
    }
    if (!service.resources().isClosed()) return;
    PartnerTransportException closed = closedMeanwhile(Phase.PAUSE);
    if (before != null) closed.addSuppressed(before);
    throw closed;
  }

  private PartnerTransportException closedMeanwhile(Phase phase) {
    String problem = "was given up, for the partner has been closed meanwhile";
    return new PartnerTransportException(
        problem, phase, facts(), new IllegalStateException("the partner is closed"));
  }

  /** By an interrupt, which may be how the partner ends its own threads when it is closed. */
  private PartnerTransportException ended(String problem, Phase phase, InterruptedException cause) {
    Thread.currentThread().interrupt();
    if (service.resources().isClosed()) {
      PartnerTransportException closed = closedMeanwhile(phase);
      for (Throwable before : cause.getSuppressed()) closed.addSuppressed(before);
      return closed;
    }
    return new PartnerTransportException(problem, phase, facts(), cause);
  }

  private Pacing pacing() {
    return service.endpoint().pacing();
  }

  private CallFacts facts() {
    return history.facts();
  }
}
