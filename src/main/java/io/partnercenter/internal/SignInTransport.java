package io.partnercenter.internal;

import io.partnercenter.RetryOptions;
import io.partnercenter.transport.AttemptTimeout;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the requests of a sign-in as the partner's own are carried, and as often. It is here and
 * not around the whole sign-in that attempts are repeated, for nobody should have to type a second
 * device code because the first one was asked about in a bad moment.
 *
 * @param timeout for an attempt that brings none of its own
 * @param pacing the token endpoint's, which is another service: after 429 or 503 with {@code
 *     Retry-After} all sign-ins of the partner leave it alone
 * @param resources the partner's; nothing is repeated when they are closed
 * @param secrets learns what is sent and answered here, so that nobody repeats it
 */
public record SignInTransport(
    Transport transport,
    RetryOptions retry,
    Duration timeout,
    Pacing pacing,
    Timing timing,
    Resources resources,
    KnownSecrets secrets)
    implements Transport {
  private static final Logger log = LoggerFactory.getLogger("io.partnercenter");
  private static final Set<Integer> WORTH_REPEATING = Set.of(408, 429, 500, 502, 503, 504);

  /** Far more than tokens take. */
  private static final long LARGEST_ANSWER = 1 << 20;

  @Override
  public Response send(Request request) throws IOException {
    secrets.rememberSent(request);
    awaitTurn(request);
    CallConnections connections = new CallConnections(resources.connections());
    for (int attempt = 1; ; attempt++) {
      Duration pause;
      try {
        Request timed = connections.choose(timed(request)).build();
        Response response = whole(Undeclared.send(transport, timed));
        if (response.isSuccessful()) secrets.rememberAnswered(response.peekBody(LARGEST_ANSWER));
        log.debug("Sign-in at {} attempt {}: {}", request.url().host(), attempt, response.code());
        pause = pauseAfter(attempt, response);
        if (pause == null) return response;
      } catch (UnreadableAnswer e) { // It would be the same again.
        throw new IOException("the token endpoint " + e.problem);
      } catch (IOException failure) {
        IOException e = Breakage.unwrap(failure);
        boolean repeated = connections.isRepeatedAfter(failure);
        if (Breakage.isInterrupt(e)) Thread.currentThread().interrupt(); // Some forget the flag.
        log.debug(
            "Sign-in at {} attempt {}: {}", request.url().host(), attempt, Breakage.brief(failure));
        if (Thread.currentThread().isInterrupted() || resources.isClosed()) throw e;
        if (repeated) {
          attempt--; // Which does not count.
          continue;
        }
        pause = pacing.afterFailure(e, attempt, retry, TimeLeft.UNLIMITED).pause();
        if (pause == null) throw e;
      }
      sleep(pause);
    }
  }

  /** A sign-in before this one may have been told to wait; that holds for all of the partner. */
  private void awaitTurn(Request request) throws IOException {
    for (Duration rest = pacing.rest(); !rest.isZero(); rest = pacing.rest()) {
      if (rest.compareTo(retry.longestRetryAfter()) > 0) {
        throw ThrottledSignInException.notSent(request.url().host(), rest);
      }
      sleep(rest.plus(pacing.random(1, retry)));
    }
  }

  private Request.Builder timed(Request request) {
    Request.Builder timed = request.newBuilder().header("Accept-Encoding", ContentCoding.GZIP);
    if (request.tag(AttemptTimeout.class) != null) return timed;
    return timed.tag(AttemptTimeout.class, new AttemptTimeout(timeout));
  }

  /** The answer with its body in memory: one that breaks off is a failed attempt, too. */
  private static Response whole(Response response) throws IOException, UnreadableAnswer {
    try (response;
        Response decoded = ContentCoding.decoded(response)) {
      BufferedSource source = decoded.body().source();
      if (source.request(LARGEST_ANSWER + 1)) {
        throw new IOException("answered a sign-in with more than " + LARGEST_ANSWER + " bytes");
      }
      byte[] bytes = source.readByteArray();
      long announced = decoded.body().contentLength();
      if (bytes.length < announced) { // OkHttp does not compare them over HTTP/2.
        throw new CutShortBody(bytes.length + " bytes came where " + announced + " were announced");
      }
      ResponseBody body = ResponseBody.create(bytes, decoded.body().contentType());
      return decoded.newBuilder().body(body).build();
    }
  }

  private @Nullable Duration pauseAfter(int attempt, Response response) throws IOException {
    int status = response.code();
    boolean temporary = TemporaryRefusal.is(response);
    if (!WORTH_REPEATING.contains(status) && !temporary) {
      pacing.succeeded(attempt > 1);
      return null;
    }
    RetryAfter asked = RetryAfter.in(response.headers(), null, timing.clock().instant(), retry);
    Duration retryAfter = asked == null ? null : asked.pause();
    boolean throttled = status == 429 || status == 503 || temporary;
    if (throttled && retryAfter != null) pacing.restFor(retryAfter, retry);
    return pacing.after(attempt, retryAfter, retry, TimeLeft.UNLIMITED).pause();
  }

  private void sleep(Duration pause) throws IOException {
    try {
      resources.sleep(pause, timing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted between two");
      interrupted.initCause(e);
      throw interrupted;
    }
    if (resources.isClosed()) throw new IOException("the partner is closed");
  }
}
