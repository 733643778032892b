package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.IPartner;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.TrackedTransport;
import io.partnercenter.transport.OkHttpTransport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer is closed, whatever becomes of it. */
class ResourceTest {
  private final PartnerServer server = new PartnerServer();
  private final OkHttpClient client = new OkHttpClient();
  private final TrackedTransport transport = new TrackedTransport(new OkHttpTransport(client));
  private final List<Integer> openWhilePausing = new ArrayList<>();
  private final IPartner partner =
      server.partner(
          TimedPartners.builder(
                  new Timing(
                      InstantSource.system(),
                      System::nanoTime,
                      (pause, closed) -> openWhilePausing.add(transport.open()),
                      () -> 0.5))
              .baseUrl(server.baseUrl())
              .credentials(PartnerCredentials.bearer(() -> "hunter2"))
              .responseLimit(100_000)
              .transport(transport));

  @AfterEach
  void close() {
    server.close();
    client.connectionPool().evictAll();
  }

  @ParameterizedTest
  @MethodSource("answers")
  @DisplayName("C26: every answer is closed, whatever becomes of it")
  void everyAnswerIsClosed(Consumer<PartnerServer> answers) {
    answers.accept(server);

    Throwable failure = catchThrowable(() -> partner.invoices().summary().get());

    assertThat(failure == null || failure instanceof PartnerException).isTrue();
    assertThat(transport.answers()).isPositive();
    assertThat(transport.open()).isZero();
  }

  static List<Consumer<PartnerServer>> answers() {
    return List.of(
        server -> server.answersJson(200, Answers.SUMMARY),
        server -> server.answers(204),
        server -> server.answersJson(404, "{\"code\":\"1000\"}"),
        server -> server.answers(500).answersJson(200, Answers.SUMMARY),
        server -> server.answers(401).answersJson(200, Answers.SUMMARY),
        server -> server.answers(401).answers(401),
        server -> server.answersJson(200, "{\"balanceAmount\":\"x\"}"),
        server -> server.answersJson(200, "nonsense"),
        server -> server.answers(new MockResponse.Builder().body("<html>").build()),
        server ->
            server.answers(
                PartnerServer.json(200, "").setHeader("Content-Type", "a/b").body("x").build()),
        server -> server.answersJson(200, " ".repeat(200_000)),
        server -> server.answersJson(500, " ".repeat(2_000_000)).answersJson(200, Answers.SUMMARY),
        server -> server.answersCut(Answers.SUMMARY, 9).answersJson(200, Answers.SUMMARY),
        server -> server.answersCut(Answers.SUMMARY, 0).answersJson(200, Answers.SUMMARY));
  }

  @Test
  @DisplayName("C26: an answer is closed before the pause, and does not hold its connection")
  void answersAreClosedBeforeThePause() {
    server.answers(500).answers(503).answersCut(Answers.SUMMARY, 9);
    server.answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(openWhilePausing).containsExactly(0, 0, 0);
  }

  @Test
  @DisplayName("C26: twenty failures leave no connection in use")
  void failuresLeaveNoConnectionInUse() {
    for (int i = 0; i < 20; i++) {
      server.answersJson(404, "{\"code\":\"1000\",\"description\":\"Not found\"}");
      assertThat(catchThrowable(() -> partner.invoices().summary().get())).isNotNull();
    }

    assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(client.connectionPool().idleConnectionCount()).isEqualTo(1);
  }
}
