package io.partnercenter.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A walk with a deadline of ten minutes, which passes at each step there is. Everything but the
 * sign-in happens on one thread, so that the order of events is the test's own.
 */
class WalkDeadlineTest {
  private static final String USED_UP = "the time of the whole walk is used up";
  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final Duration TOO_LONG = Duration.ofMinutes(11);
  private static final Duration NEARLY = DEADLINE.minusMillis(100);

  /** Fetches pages ahead before the caller gets the page in hand. */
  private static final Executor AT_ONCE = Runnable::run;

  /** Leaves pages to be fetched when they are needed. */
  private static final Executor NEVER =
      task -> {
        throw new RejectedExecutionException("no thread to spare");
      };

  private final FakeTime time = new FakeTime();
  private final List<Integer> seen = new ArrayList<>();
  private final List<Request> sent = new ArrayList<>();
  private final Thread walking = Thread.currentThread();
  private Duration signInTakes = Duration.ZERO;

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  @DisplayName("C71: a page that came in time and is read too late is not handed out")
  void aPageThatWasFetchedAheadDoesNotOutliveTheDeadline(int prefetch) {
    PartnerException e = failure(walk(partner(this::page, AT_ONCE), prefetch), minutes(4));

    assertThat(e).isInstanceOf(PartnerTransportException.class).hasMessageContaining(USED_UP);
    assertThat(seen).containsExactly(2, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  @DisplayName("C71: no page is asked for when the time of the walk is used up")
  void noPageIsAskedForWhenTheTimeIsUsedUp(int prefetch) {
    PartnerException e = failure(walk(partner(this::page, NEVER), prefetch), minutes(4));

    assertThat(e).hasMessageContaining("was not sent: " + USED_UP);
    assertThat(e.attempts()).isEmpty();
    assertThat(sent).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout while connecting", "timeout"})
  @DisplayName("C71: an attempt that the walk's deadline ends says whose deadline it was")
  void anAttemptThatRunsOutOfTimeNamesTheWalk(String where) {
    PartnerException e = failureOfSecond(request -> timeout(where));

    assertThat(e).hasMessageContaining("ran out of time").hasMessageContaining(USED_UP);
  }

  @Test
  @DisplayName("C71: a body that the walk's deadline ends says whose deadline it was")
  void aBodyThatRunsOutOfTimeNamesTheWalk() {
    PartnerException e =
        failureOfSecond(
            request -> Answers.of(request, 200, ResponseBody.create(stalledBody(), null, -1)));

    assertThat(e).hasMessageContaining("while its answer was read").hasMessageContaining(USED_UP);
  }

  @Test
  @DisplayName("C71: a retry that the walk has no time for is not made, and says why")
  void aRetryThatComesTooLateNamesTheWalk() {
    PartnerException e =
        failureOfSecond(
            request -> {
              time.pass(NEARLY);
              return Answers.of(request, 503, "");
            });

    assertThat(e).isInstanceOf(PartnerServiceException.class).hasMessageContaining(USED_UP);
    assertThat(time.naps()).isEmpty();
  }

  @Test
  @DisplayName("C71: a sign-in that takes all the time of the walk says so, and nothing is sent")
  void aSignInThatTakesAllTheTimeNamesTheWalk() {
    PartnerException e =
        failureOfSecond(
            request -> {
              signInTakes = TOO_LONG;
              return Answers.of(request, 401, "");
            });

    assertThat(e).hasMessageContaining("was not sent: " + USED_UP);
    assertThat(e.attempts()).hasSize(1);
  }

  @Test
  @DisplayName("C71: a rest that the service asked another call for may use up a walk's time")
  void aThrottledPartnerNamesTheWalk() {
    IPartner partner = partner(this::page, NEVER);
    RequestOptions once = RequestOptions.defaults().retry(RetryOptions.none());

    PartnerException e =
        failure(
            walk(partner, 1),
            () -> {
              time.pass(Duration.ofMinutes(8));
              assertThatCode(() -> partner.with(once).invoices().summary().get())
                  .isInstanceOf(PartnerServiceException.class);
            });

    assertThat(e).hasMessageContaining("left alone for 180 s").hasMessageContaining(USED_UP);
  }

  @Test
  @DisplayName("C71: the deadline of a single call is not called that of a walk")
  void theDeadlineOfACallNamesTheCall() {
    PartnerException e = failure(calls(partner(request -> timeout("timeout"), AT_ONCE)), () -> {});

    assertThat(e)
        .hasMessageContaining("the time of the call is used up")
        .hasMessageNotContaining("walk");
  }

  /** The failure of a walk whose second page is answered by {@code answer}. */
  private PartnerException failureOfSecond(Transport answer) {
    Transport transport = request -> sent.size() == 1 ? page(request) : once(answer, request);
    return failure(walk(partner(transport, AT_ONCE), 1), () -> {});
  }

  private Response once(Transport answer, Request request) throws IOException {
    sent.add(request);
    return answer.send(request);
  }

  private Response timeout(String message) throws IOException {
    time.pass(Duration.ofMinutes(16));
    throw new InterruptedIOException(message);
  }

  private BufferedSource stalledBody() {
    return Okio.buffer(
        new ForwardingSource(new Buffer()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            time.pass(TOO_LONG);
            throw new InterruptedIOException("timeout");
          }
        });
  }

  private PartnerException failure(
      PagedOperations<LicenseBasedLineItem> rows, Runnable workOnEachPage) {
    return catchThrowableOfType(
        PartnerException.class,
        () ->
            rows.pages()
                .forEach(
                    page -> {
                      seen.add(page.items().size());
                      workOnEachPage.run();
                    }));
  }

  private Runnable minutes(int minutes) {
    return () -> time.pass(Duration.ofMinutes(minutes));
  }

  private static PagedOperations<LicenseBasedLineItem> walk(IPartner partner, int prefetch) {
    return calls(partner).with(WalkOptions.defaults().prefetch(prefetch).deadline(DEADLINE));
  }

  /** A walk without a deadline besides that of each call. */
  private static PagedOperations<LicenseBasedLineItem> calls(IPartner partner) {
    return Walks.byOffset(partner, 2);
  }

  private IPartner partner(Transport transport, Executor executor) {
    return TimedPartners.builder(time.timing())
        .transport(transport)
        .executor(executor)
        .credentials(request -> token())
        .build();
  }

  /** Time passes when the call waits for its token, and not while it begins to. */
  private AccessToken token() {
    Background.awaitWaiting(walking);
    time.pass(signInTakes);
    return AccessToken.of("hunter2");
  }

  /** The balance is throttled for three minutes; of the line items there is always another page. */
  private Response page(Request request) {
    if (request.url().encodedPath().endsWith("/summary")) {
      Response throttled = Answers.of(request, 429, "");
      return throttled.newBuilder().header("Retry-After", "180").build();
    }
    sent.add(request);
    return Answers.of(request, 200, new PageServer(100, 2).json(sent.size() - 1));
  }
}
