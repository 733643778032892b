package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.Gzip;
import io.partnercenter.testing.HandshakeServer;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.StuckSockets;
import io.partnercenter.testing.TrackedTransport;
import io.partnercenter.transport.OkHttpTransport;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A call comes to a place where nothing goes on, for each such place; then somebody ends it. */
class StandstillTest {
  private final PartnerServer server = new PartnerServer();
  private final HandshakeServer mute = HandshakeServer.thatStalls();
  private final StuckSockets sockets = StuckSockets.whileSending();
  private final CountDownLatch pausing = new CountDownLatch(1);
  private final CountDownLatch signingIn = new CountDownLatch(1);
  private final ExecutorService executor = Executors.newCachedThreadPool();

  StandstillTest() throws IOException {}

  enum Place {
    HANDSHAKE(Phase.CONNECT),
    SENDING(Phase.ANSWER),
    HEAD(Phase.ANSWER),
    BODY(Phase.BODY),
    GZIPPED_BODY(Phase.BODY),
    REFUSAL(Phase.PAUSE),
    PAUSE(Phase.PAUSE),
    THROTTLED_PAUSE(Phase.PAUSE),
    SIGN_IN(Phase.SIGN_IN),
    SIGN_IN_OF_ANOTHER_CALL(Phase.SIGN_IN);

    final Phase phase;

    Place(Phase phase) {
      this.phase = phase;
    }
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    mute.close();
    executor.shutdown();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C51: an interrupt ends a call wherever it is; the flag is kept, and nothing left")
  void anInterruptEndsIt(Place place) throws Exception {
    OkHttpClient client = client(place);
    TrackedTransport transport = new TrackedTransport(new OkHttpTransport(client));
    IPartner partner = server.partner(builder(place).transport(transport));
    Background<InvoiceSummary> call = stuck(partner, place);

    call.interrupt();

    PartnerTransportException e = call.failure(PartnerTransportException.class);
    assertThat(e.phase()).isEqualTo(place.phase);
    assertThat(e).hasMessageContaining("was interrupted");
    assertThat(call.keptInterrupt()).isTrue();
    assertNothingIsLeft(client, transport);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C51: cancelling the future ends a call wherever it is, and nothing is left")
  void cancellingEndsIt(Place place) throws Exception {
    OkHttpClient client = client(place);
    TrackedTransport transport = new TrackedTransport(new OkHttpTransport(client));
    IPartner partner = server.partner(builder(place).transport(transport).executor(executor));
    begin(partner, place);
    CompletableFuture<InvoiceSummary> future = partner.invoices().summary().getAsync();
    awaitArrival(place);

    future.cancel(true);

    executor.shutdown(); // Interrupts nobody: what is under way has to end by itself.
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertNothingIsLeft(client, transport);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SENDING") // Sockets come with a client, which is open.
  @DisplayName("C26: closing the partner ends a call wherever it is")
  void closingEndsIt(Place place) throws Exception {
    IPartner partner = server.partner(builder(place));
    Background<InvoiceSummary> call = stuck(partner, place);

    partner.close();

    PartnerTransportException e = call.failure(PartnerTransportException.class);
    assertThat(e.phase()).isEqualTo(place.phase);
    assertThat(call.keptInterrupt()).isFalse();
  }

  private Background<InvoiceSummary> stuck(IPartner partner, Place place) throws Exception {
    begin(partner, place);
    Background<InvoiceSummary> call = Background.start(() -> partner.invoices().summary().get());
    awaitArrival(place);
    return call;
  }

  private void begin(IPartner partner, Place place) throws Exception {
    if (place != Place.SIGN_IN_OF_ANOTHER_CALL) return;
    Background.start(() -> partner.invoices().summary().get());
    Background.await(signingIn);
  }

  private void awaitArrival(Place place) throws Exception {
    switch (place) {
      case HANDSHAKE -> Background.await(mute.heard());
      case SENDING -> Background.await(sockets.reached());
      case HEAD -> assertThat(server.mock().takeRequest()).isNotNull();
      case BODY, GZIPPED_BODY -> Background.awaitInside(Answer.class, "json", 1);
      case REFUSAL -> Background.awaitInside(Answer.class, "text", 1);
      case PAUSE, THROTTLED_PAUSE -> Background.await(pausing);
      case SIGN_IN -> Background.await(signingIn);
      case SIGN_IN_OF_ANOTHER_CALL -> Background.awaitInside(Patience.class, "token", 2);
    }
  }

  private PartnerBuilder builder(Place place) {
    switch (place) {
      case HEAD ->
          server.answers(
              new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      case BODY -> server.answers(stalling(200).body(Answers.SUMMARY).build());
      case GZIPPED_BODY -> server.answers(gzipped());
      case REFUSAL -> server.answers(stalling(503).body("{\"code\":\"900150\"}").build());
      case PAUSE -> server.answers(503);
      case THROTTLED_PAUSE ->
          server.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", 57).build());
      default -> {}
    }
    boolean signsIn = place == Place.SIGN_IN || place == Place.SIGN_IN_OF_ANOTHER_CALL;
    URI url = place == Place.HANDSHAKE ? mute.url() : server.baseUrl();
    return TimedPartners.builder(
            new Timing(
                InstantSource.system(),
                System::nanoTime,
                (pause, closed) -> {
                  pausing.countDown();
                  Background.await(closed);
                },
                () -> 0.5))
        .baseUrl(url)
        .credentials(
            request -> {
              signingIn.countDown();
              if (signsIn) new CountDownLatch(1).await();
              return new AccessToken("token", null);
            });
  }

  private OkHttpClient client(Place place) {
    SocketFactory plain = SocketFactory.getDefault();
    return new OkHttpClient.Builder()
        .socketFactory(place == Place.SENDING ? sockets : plain)
        .build();
  }

  private static MockResponse.Builder stalling(int status) {
    return PartnerServer.json(status, "").onResponseBody(SocketEffect.Stall.INSTANCE);
  }

  private static MockResponse gzipped() {
    Buffer body = new Buffer().write(Gzip.of(Answers.SUMMARY));
    return stalling(200).addHeader("Content-Encoding", "gzip").body(body).build();
  }

  private static void assertNothingIsLeft(OkHttpClient client, TrackedTransport transport) {
    assertThat(transport.open()).isZero();
    assertThat(client.dispatcher().runningCallsCount()).isZero();
    assertThat(client.connectionPool().connectionCount())
        .isEqualTo(client.connectionPool().idleConnectionCount());
  }
}
