package io.partnercenter.internal;

import io.partnercenter.PartnerListener.AttemptEvent;
import io.partnercenter.PartnerListener.CallEvent;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.errors.ServiceError;
import io.partnercenter.transport.AttemptTimeout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call on its way. The loop goes around the whole attempt, reading and decoding of the body
 * included: an answer that breaks in the middle is a failed attempt like any other, and nothing of
 * it has been handed out.
 */
final class Exchange<T> {
  private static final Logger log = LoggerFactory.getLogger("io.partnercenter");
  private static final Set<Integer> WORTH_REPEATING = Set.of(204, 408, 429, 500, 502, 503, 504);

  private final ServiceClient service;
  private final ServiceCall<T> call;
  private final Timing timing;
  private final CallHistory history;
  private final Patience patience;
  private final CallConnections connections;
  private @Nullable AccessToken refused;
  private int notCounted;
  private Pacing.Retry next = Pacing.Retry.NO;
  private boolean repeatsAtOnce;

  Exchange(ServiceClient service, ServiceCall<T> call) {
    this(service, call, new CallHistory(call, service.options().scope()));
  }

  /** One that is to begin at once, under ids that have been given to it before. */
  Exchange(ServiceClient service, ServiceCall<T> call, CallHistory history) {
    this.service = service;
    this.call = call;
    this.timing = service.timing();
    this.history = history;
    this.patience = new Patience(service, history);
    this.connections = new CallConnections(service.resources().connections());
  }

  T run() {
    if (service.resources().isClosed()) throw new IllegalStateException("the partner is closed");
    try {
      T answer = untilAnswered();
      service.tell(listener -> listener.onCall(new CallEvent(facts(), patience.passed(), null)));
      return answer;
    } catch (PartnerException e) {
      service.tell(listener -> listener.onCall(new CallEvent(e.call(), patience.passed(), e)));
      throw e;
    }
  }

  private T untilAnswered() {
    patience.checkDeadline();
    while (true) {
      patience.awaitTurn();
      AccessToken token = patience.token(refused);
      patience.checkDeadline();
      try {
        T answer = attempt(token);
        pacing().succeeded(history.attempts() - notCounted > 1);
        return answer;
      } catch (PartnerServiceException e) {
        if (e.statusCode() == 401 && token != null && refused == null) {
          refused = token; // The next attempt follows at once, with a new token.
          notCounted++;
        } else {
          pauseAfter(e);
        }
      } catch (PartnerTransportException e) {
        pauseAfter(e);
      }
    }
  }

  private T attempt(@Nullable AccessToken token) {
    long began = timing.nanoTime().getAsLong();
    String vector = service.options().scope().vector();
    Request request = request(token, vector);
    Redactor redactor = service.redactor(request);
    Integer status = null;
    next = Pacing.Retry.NO;
    repeatsAtOnce = false;
    try (Response response = Undeclared.send(service.transport(), request)) {
      status = response.code();
      vector = redactor.header(response.header(service.endpoint().dialect().traceHeader(), vector));
      history.answered(response, timing.clock().instant());
      if (!response.isSuccessful() || isNotReady(response)) {
        throw refusal(response, began, vector, token, redactor);
      }
      T answer = call.reader().read(response, service.responseLimit());
      attempted(status, null, began, vector);
      return answer;
    } catch (UnreadableAnswer e) {
      attempted(status, "unreadable", began, vector);
      throw redactor.failure(e, facts());
    } catch (UncheckedIOException e) { // Our own disk, not the connection: it would fail again.
      attempted(status, "not stored", began, vector);
      throw e;
    } catch (IOException e) {
      throw broken(e, status, began, vector, redactor);
    }
  }

  private PartnerTransportException broken(
      IOException e, @Nullable Integer status, long began, String vector, Redactor redactor) {
    IOException breakage = Breakage.unwrap(e);
    if (Breakage.isInterrupt(breakage)) Thread.currentThread().interrupt(); // Some forget the flag.
    if (e instanceof BrokenOff) notCounted = history.attempts();
    boolean repeated = connections.isRepeatedAfter(e);
    if (!Thread.currentThread().isInterrupted() && !service.resources().isClosed()) {
      RetryOptions retry = service.options().retry();
      if (repeated) repeatAtOnce();
      else if (e instanceof BrokenOff) next = pacing().afterProgress(retry, patience.remaining());
      else if (Breakage.isMistrust(e)) next = Pacing.Retry.no("the certificate is not trusted");
      else next = pacing().afterFailure(breakage, failed(), retry, patience.remaining());
    }
    Attempt attempt = attempted(status, Breakage.brief(e), began, vector);
    Phase phase = Breakage.phase(breakage, status != null);
    String problem = redactor.redact(Breakage.words(breakage, phase, attempt.duration()));
    if (Breakage.isTimeout(breakage) && patience.isOver()) {
      problem += "; " + patience.remaining().usedUp();
    }
    return new PartnerTransportException(problem, phase, facts(), redactor.clean(breakage));
  }

  private Request request(@Nullable AccessToken token, String vector) {
    Duration timeout = service.options().timeout();
    Duration remaining = patience.remaining().value();
    Duration limit = timeout.compareTo(remaining) < 0 ? timeout : remaining;
    Request.Builder request = RequestHeaders.request(service, call, history.requestId(), vector);
    if (token != null) request.header("Authorization", "Bearer " + token.value());
    request.tag(AttemptTimeout.class, new AttemptTimeout(limit));
    return connections.choose(request).build();
  }

  /** No content, and when to come back: the service is still gathering what it was asked for. */
  private static boolean isNotReady(Response response) {
    return response.code() == 204 && response.header("Retry-After") != null;
  }

  private PartnerServiceException refusal(
      Response response,
      long began,
      String vector,
      @Nullable AccessToken token,
      Redactor redactor) {
    int status = response.code();
    // Before any part of it is cut off: half a token is too much, too.
    String body = redactor.exact(Answer.text(response));
    ServiceError error = redactor.redact(ErrorBody.read(body, response.headers()));
    RetryOptions retry = service.options().retry();
    Duration words = RetryAfter.ofWords(status, error);
    RetryAfter asked = RetryAfter.in(response.headers(), words, timing.clock().instant(), retry);
    Duration retryAfter = asked == null ? null : asked.pause();
    if (status == 429 && retryAfter != null) pacing().restFor(retryAfter, retry);
    if (WORTH_REPEATING.contains(status)) again(retryAfter);
    attempted(status, null, began, vector);
    String remedy =
        Remedies.of(response, error, service.endpoint().dialect(), history, token, asked);
    if (remedy != null) remedy = redactor.exact(remedy);
    return new PartnerServiceException(status, error, retryAfter, remedy, facts());
  }

  /** Decides whether and when there is another attempt. */
  private void again(@Nullable Duration retryAfter) {
    next = pacing().after(failed(), retryAfter, service.options().retry(), patience.remaining());
  }

  /** How many attempts have failed that count, the one under way included. */
  private int failed() {
    return history.attempts() + 1 - notCounted;
  }

  /** Once more, over a new connection: neither the retries nor their budget are drawn on. */
  private void repeatAtOnce() {
    notCounted++;
    repeatsAtOnce = !patience.isOver();
    if (!repeatsAtOnce) next = Pacing.Retry.no(patience.remaining().usedUp());
  }

  private void pauseAfter(PartnerException e) {
    if (repeatsAtOnce) return;
    Duration pause = next.pause();
    if (pause == null) throw e;
    patience.pause(pause, e);
  }

  private Attempt attempted(
      @Nullable Integer status, @Nullable String failure, long began, String vector) {
    int number = history.attempts() + 1;
    Duration duration = timing.since(began);
    Attempt attempt = new Attempt(number, status, failure, duration, next.pause(), vector);
    history.add(attempt, next.gaveUp());
    log.debug(
        "{} {} attempt {}: {} (request id {})",
        call.method(),
        history.path(),
        number,
        attempt,
        history.requestId());
    service.tell(listener -> listener.onAttempt(new AttemptEvent(facts(), attempt)));
    return attempt;
  }

  private Pacing pacing() {
    return service.endpoint().pacing();
  }

  /** What is known of the call so far. */
  CallFacts facts() {
    return history.facts();
  }
}
