package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.TrackedTransport;
import io.partnercenter.transport.OkHttpTransport;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes several calls comes to a place where nothing goes on; then somebody ends it. */
class StandstillOfWalksTest {
  private final PartnerServer server = new PartnerServer();
  private final ExportServer exports = new ExportServer();
  private final OkHttpClient client = new OkHttpClient();
  private final TrackedTransport transport = new TrackedTransport(new OkHttpTransport(client));
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final CountDownLatch arrived = new CountDownLatch(1);

  enum Place {
    PAGE_AHEAD,
    POLLING,
    MANIFEST,
    PORTION_HEAD,
    PORTION_BODY
  }

  @AfterEach
  void close() {
    server.close();
    exports.close();
    executor.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C51: an interrupt ends a walk wherever it is; the flag is kept, and nothing left")
  void anInterruptEndsIt(Place place) throws Exception {
    PartnerBuilder builder = builder(place).transport(transport).executor(executor);
    Background<Long> walk = stuck(builder.build(), place);

    walk.interrupt();

    PartnerTransportException e = walk.failure(PartnerTransportException.class);
    assertThat(e).hasMessageContaining("was interrupted");
    assertThat(walk.keptInterrupt()).isTrue();
    executor.shutdown(); // Interrupts nobody: what is under way has to end by itself.
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(transport.open()).isZero();
    assertThat(client.dispatcher().runningCallsCount()).isZero();
    assertThat(client.connectionPool().connectionCount())
        .isEqualTo(client.connectionPool().idleConnectionCount());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C26: closing the partner ends a walk wherever it is")
  void closingEndsIt(Place place) throws Exception {
    IPartner partner = builder(place).build();
    Background<Long> walk = stuck(partner, place);

    partner.close();

    assertThat(walk.failure(PartnerTransportException.class)).isNotNull();
    assertThat(walk.keptInterrupt()).isFalse();
  }

  private Background<Long> stuck(IPartner partner, Place place) throws Exception {
    Background<Long> walk =
        Background.start(
            () -> {
              try (var rows =
                  place == Place.PAGE_AHEAD
                      ? partner.invoices().byId("G1").lineItems(Answers.ROWS).stream()
                      : partner.exports().billedReconciliation("G1").stream()) {
                return rows.count();
              }
            });
    if (place == Place.PAGE_AHEAD) {
      Background.awaitInside(Flight.class, "land", 1);
      assertThat(server.mock().takeRequest()).isNotNull();
      assertThat(server.mock().takeRequest()).isNotNull();
    } else {
      Background.await(arrived);
    }
    return walk;
  }

  private PartnerBuilder builder(Place place) {
    if (place == Place.PAGE_AHEAD) {
      server.answersJson(200, Answers.page(1, 3, "more"));
      server.answers(
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      return timed(place).baseUrl(server.baseUrl());
    }
    exports.rows(1, 100).polls.set(place == Place.POLLING ? Integer.MAX_VALUE : 0);
    if (place == Place.MANIFEST)
      exports.location = manifest -> "\"resourceLocation\":{\"id\":\"m\"}";
    exports.instead = request -> stalled(place, request);
    return timed(place).baseUrl(exports.graphUrl()).graphUrl(exports.graphUrl());
  }

  private PartnerBuilder timed(Place place) {
    Timing.Sleeper endless =
        (pause, closed) -> {
          if (place == Place.POLLING) arrived.countDown();
          Background.await(closed);
        };
    return TimedPartners.builder(
            new Timing(InstantSource.system(), System::nanoTime, endless, () -> 0.5))
        .credentials(PartnerCredentials.bearer(() -> "hunter2-graph"));
  }

  private @Nullable MockResponse stalled(Place place, RecordedRequest request) {
    boolean here =
        switch (place) {
          case MANIFEST -> request.getTarget().contains("/manifests/");
          case PORTION_HEAD, PORTION_BODY -> request.getTarget().contains("/storage/");
          default -> false;
        };
    if (!here) return null;
    arrived.countDown();
    MockResponse.Builder response = new MockResponse.Builder();
    if (place != Place.PORTION_BODY) {
      return response.onResponseStart(SocketEffect.Stall.INSTANCE).build();
    }
    byte[] content = exports.content(0);
    return response
        .code(206)
        .addHeader("Content-Range", "bytes 0-" + (content.length - 1) + "/" + content.length)
        .body(new Buffer().write(content))
        .onResponseBody(SocketEffect.Stall.INSTANCE)
        .build();
  }
}
