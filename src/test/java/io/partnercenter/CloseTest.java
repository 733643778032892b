package io.partnercenter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.internal.Timing;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.PartnerServer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CloseTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C26: close ends what the builder made, and leaves what was handed in")
  void leavesWhatWasHandedIn() {
    OkHttpClient client = new OkHttpClient();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner = server.builder().okHttp(client).executor(executor).build();
    partner.invoices().summary().getAsync().join();

    partner.close();

    assertThat(executor.isShutdown()).isFalse();
    assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
    executor.shutdown();
    client.connectionPool().evictAll();
  }

  @Test
  void aCallOnAClosedPartnerIsAMistake() {
    IPartner partner = server.partner();
    IPartner view = partner.with(RequestOptions.defaults());

    partner.close();
    partner.close();

    assertThatThrownBy(() -> partner.invoices().summary().get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the partner is closed");
    assertThatThrownBy(() -> view.invoices().summary().get())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> partner.invoices().summary().getAsync().get(20, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void closingAViewClosesNothing() {
    IPartner partner = server.partner();
    server.answersJson(200, Answers.SUMMARY);

    partner.with(RequestOptions.defaults()).close();

    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @Test
  @DisplayName("C26: a call under way when the partner is closed fails at once")
  void aCallUnderWayFails() throws Exception {
    IPartner partner = server.partner();
    server.answers(stalled());
    Background<InvoiceSummary> call = Background.start(() -> partner.invoices().summary().get());
    assertThat(server.mock().takeRequest()).isNotNull();

    partner.close();

    assertThat(call.failure(PartnerTransportException.class).attempts()).hasSize(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anAsynchronousCallUnderWayFailsToo() throws Exception {
    IPartner partner = server.partner();
    server.answers(stalled());
    CompletableFuture<InvoiceSummary> future = partner.invoices().summary().getAsync();
    assertThat(server.mock().takeRequest()).isNotNull();

    partner.close();

    assertThatThrownBy(() -> future.get(20, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(PartnerException.class);
  }

  @Test
  @DisplayName(
      "C26: a call that pauses when the partner is closed ends there, and does not ask again")
  void aCallThatPausesDoesNotAskAgain() throws Exception {
    Background<InvoiceSummary> call = closedInAPause(Background::await);

    assertSaysThatItWasClosed(call.failure(PartnerTransportException.class));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aPauseThatClosingInterruptsIsToldAsClosing() throws Exception {
    Background<InvoiceSummary> call =
        closedInAPause(
            closed -> {
              Background.await(closed);
              throw new InterruptedException();
            });

    assertSaysThatItWasClosed(call.failure(PartnerTransportException.class));
    assertThat(call.keptInterrupt()).isTrue();
  }

  /** A pause, which ends as it likes when the partner is closed. */
  private interface Pause {
    void untilClosed(CountDownLatch closed) throws InterruptedException;
  }

  private Background<InvoiceSummary> closedInAPause(Pause pause) throws Exception {
    CountDownLatch pausing = new CountDownLatch(1);
    Timing.Sleeper sleeper =
        (time, closed) -> {
          pausing.countDown();
          pause.untilClosed(closed);
        };
    IPartner partner =
        server.partner(
            TimedPartners.builder(
                    new Timing(InstantSource.system(), System::nanoTime, sleeper, () -> 0.5))
                .baseUrl(server.baseUrl())
                .credentials(PartnerCredentials.bearer(() -> "hunter2")));
    server.answers(500);
    Background<InvoiceSummary> call = Background.start(() -> partner.invoices().summary().get());
    Background.await(pausing);
    partner.close();
    return call;
  }

  private static void assertSaysThatItWasClosed(PartnerTransportException e) {
    assertThat(e).hasMessageContaining("the partner has been closed meanwhile");
    assertThat(e.phase()).isEqualTo(Phase.PAUSE);
    assertThat(e.getSuppressed()).hasOnlyElementsOfType(PartnerServiceException.class);
  }

  @Test
  @DisplayName(
      "C26: a call that signs in when the partner is closed ends there, as does the sign-in")
  void aCallThatSignsInIsNotSent() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    PartnerCredentials endless =
        request -> {
          try {
            new CountDownLatch(1).await();
          } finally {
            interrupted.countDown();
          }
          return new AccessToken("token", null);
        };
    IPartner partner = server.partner(server.builder().credentials(endless));
    Background<InvoiceSummary> first = Background.start(() -> partner.invoices().summary().get());
    Background<InvoiceSummary> second = Background.start(() -> partner.invoices().summary().get());
    first.awaitWaiting();
    second.awaitWaiting();

    partner.close();

    for (Background<InvoiceSummary> call : List.of(first, second)) {
      PartnerTransportException e = call.failure(PartnerTransportException.class);
      assertThat(e).hasMessageContaining("the partner has been closed meanwhile");
      assertThat(e.phase()).isEqualTo(Phase.SIGN_IN);
      assertThat(e.attempts()).isEmpty();
    }
    Background.await(interrupted);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("C26: a call that is about to be sent when the partner is closed is not sent")
  void aCallThatIsAboutToBeSentIsNotSent() throws Exception {
    List<IPartner> closing = new CopyOnWriteArrayList<>();
    Timing timing = server.time().timing();
    Timing closes =
        new Timing(
            timing.clock(),
            () -> {
              if (calledBy("io.partnercenter.internal.Exchange", "attempt")) {
                closing.forEach(IPartner::close);
              }
              return timing.nanoTime().getAsLong();
            },
            timing.sleeper(),
            timing.dice());
    IPartner partner =
        TimedPartners.builder(closes)
            .baseUrl(server.baseUrl())
            .credentials(PartnerCredentials.bearer(() -> "token"))
            .build();
    closing.add(partner);
    server.answers(stalled());

    Background<InvoiceSummary> call = Background.start(() -> partner.invoices().summary().get());

    assertThat(call.failure(PartnerTransportException.class).attempts()).hasSize(1);
    assertThat(server.requests()).isEmpty();
  }

  private static boolean calledBy(String type, String method) {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame.getClassName().equals(type) && frame.getMethodName().equals(method)));
  }

  private static MockResponse stalled() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }
}
