package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.RetryOptions;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.Gzip;
import io.partnercenter.transport.AttemptTimeout;
import io.partnercenter.transport.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTransportTest {
  private static final Request REQUEST =
      new Request.Builder().url("https://login.microsoftonline.com/x/oauth2/v2.0/token").build();

  private final Resources resources = new Resources();
  private final FakeTime time = new FakeTime();
  private final List<Request> sent = new ArrayList<>();
  private final Queue<Transport> script = new ArrayDeque<>();

  @Test
  void aBusyEndpointIsAskedAgainAfterThePartnersPauses() throws Exception {
    answers(503).answers(500).answers(200);

    assertThat(send(RetryOptions.defaults()).code()).isEqualTo(200);
    assertThat(time.naps()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void anEndpointThatCannotBeReachedIsTriedAgain() throws Exception {
    breaks(new ConnectException("refused")).answers(200);

    assertThat(send(RetryOptions.defaults()).code()).isEqualTo(200);
    assertThat(time.naps()).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void anAnswerThatBreaksOffIsTriedAgain() throws Exception {
    script.add(request -> Answers.of(request, 200, broken()));
    answers(200);

    assertThat(send(RetryOptions.defaults()).body().string()).isEqualTo("{}");
    assertThat(sent).hasSize(2);
  }

  @Test
  @DisplayName("C58: an answer that is shorter than its length is tried again")
  void anAnswerThatIsShorterThanItsLengthIsTriedAgain() throws Exception {
    script.add(
        request ->
            Answers.of(
                request,
                200,
                ResponseBody.create(
                    new Buffer().writeUtf8("{"), MediaType.get("application/json"), 2)));
    answers(200);

    assertThat(send(RetryOptions.defaults()).body().string()).isEqualTo("{}");
    assertThat(sent).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "gzip, gzip"})
  @DisplayName("C64: the answer to a sign-in may come in gzip")
  void anAnswerMayComeInGzip(String coding) throws Exception {
    byte[] body = Gzip.of("{}");
    script.add(request -> coded(request, coding, body));

    Response response = send(RetryOptions.defaults());

    assertThat(response.body().string()).isEqualTo("{}");
    assertThat(response.header("Content-Encoding")).isNull();
    assertThat(sent.get(0).header("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  @DisplayName("C64: another coding of a sign-in is named after one attempt")
  void anotherCodingIsNamedAfterOneAttempt() {
    script.add(request -> coded(request, "br", new byte[] {1, 2, 3}));

    assertThatThrownBy(() -> send(RetryOptions.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the token endpoint answered with Content-Encoding: br");
    assertThat(sent).hasSize(1);
  }

  private static Response coded(Request request, String coding, byte[] body) {
    return Answers.of(request, 200, ResponseBody.create(body, MediaType.get("application/json")))
        .newBuilder()
        .header("Content-Encoding", coding)
        .build();
  }

  @Test
  void noStormIsMade() throws Exception {
    answers(503).answers(503).answers(503).answers(503);

    assertThat(send(RetryOptions.defaults()).code()).isEqualTo(503);
    assertThat(sent).hasSize(4);
  }

  @Test
  void theLastFailureIsThrown() {
    ConnectException last = new ConnectException("second");
    breaks(new ConnectException("first")).breaks(last);

    assertThatThrownBy(() -> send(RetryOptions.defaults().maxAttempts(2))).isSameAs(last);
  }

  @Test
  void whoeverTriesOnceSignsInOnce() throws Exception {
    answers(503);

    assertThat(send(RetryOptions.none()).code()).isEqualTo(503);
    assertThat(time.naps()).isEmpty();
  }

  @Test
  void refusalsAreNotRepeated() throws Exception {
    answers(401);

    assertThat(send(RetryOptions.defaults()).code()).isEqualTo(401);
    assertThat(sent).hasSize(1);
  }

  @Test
  void retryAfterIsObeyedUpToThePartnersLimit() throws Exception {
    script.add(request -> after(request, "7"));
    script.add(request -> after(request, "301"));

    assertThat(send(RetryOptions.defaults()).code()).isEqualTo(429);
    assertThat(time.naps()).containsExactly(Duration.ofMillis(7250));
  }

  @Test
  void eachAttemptHasThePartnersTimeout() throws Exception {
    answers(503).answers(200);

    send(RetryOptions.defaults());

    assertThat(sent)
        .extracting(request -> request.tag(AttemptTimeout.class))
        .containsOnly(new AttemptTimeout(Duration.ofSeconds(9)));
  }

  @Test
  void anInterruptEndsThePauseAndTheFlagIsKept() {
    answers(503);
    script.add(
        request -> {
          throw new AssertionError("asked again");
        });
    Transport interrupting =
        request -> {
          Thread.currentThread().interrupt();
          return next(request);
        };

    assertThatThrownBy(() -> transport(interrupting, RetryOptions.defaults()).send(REQUEST))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptThatHasLostItsFlagEndsTheRepetitionToo() {
    breaks((IOException) new InterruptedIOException("sloppy").initCause(new InterruptedException()))
        .answers(200);

    assertThatThrownBy(() -> send(RetryOptions.defaults())).hasMessage("sloppy");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sent).hasSize(1);
  }

  @Test
  void nothingIsRepeatedForAPartnerThatIsClosed() {
    breaks(new InterruptedIOException("sloppy")).answers(200);
    Transport closing =
        request -> {
          resources.close();
          return next(request);
        };

    assertThatThrownBy(() -> transport(closing, RetryOptions.defaults()).send(REQUEST))
        .hasMessage("sloppy");
    assertThat(sent).hasSize(1);
  }

  @Test
  void aPauseThatClosingEndsIsFollowedByNothing() {
    answers(503).answers(200);
    Transport closing =
        request -> {
          resources.close();
          return next(request);
        };

    assertThatThrownBy(() -> transport(closing, RetryOptions.defaults()).send(REQUEST))
        .hasMessage("the partner is closed");
    assertThat(sent).hasSize(1);
  }

  private SignInTransportTest answers(int status) {
    script.add(request -> Answers.of(request, status, "{}"));
    return this;
  }

  private SignInTransportTest breaks(IOException failure) {
    script.add(
        request -> {
          throw failure;
        });
    return this;
  }

  private Response send(RetryOptions retry) throws IOException {
    return transport(this::next, retry).send(REQUEST);
  }

  private SignInTransport transport(Transport next, RetryOptions retry) {
    return new SignInTransport(
        next,
        retry,
        Duration.ofSeconds(9),
        new Pacing(100, time.timing()),
        time.timing(),
        resources,
        new KnownSecrets());
  }

  private Response next(Request request) throws IOException {
    sent.add(request);
    return script.remove().send(request);
  }

  private static Response after(Request request, String seconds) {
    return Answers.of(request, 429, "{}").newBuilder().header("Retry-After", seconds).build();
  }

  /** Two bytes, and then no more connection. */
  private static ResponseBody broken() {
    BufferedSource source =
        Okio.buffer(
            new ForwardingSource(new Buffer().writeUtf8("{}")) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                long read = super.read(sink, byteCount);
                if (read == -1) throw new EOFException();
                return read;
              }
            });
    return new ResponseBody() {
      @Override
      public @Nullable MediaType contentType() {
        return null;
      }

      @Override
      public long contentLength() {
        return -1;
      }

      @Override
      public BufferedSource source() {
        return source;
      }
    };
  }
}
