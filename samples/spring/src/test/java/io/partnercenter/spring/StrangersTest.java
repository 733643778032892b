package io.partnercenter.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the application tells, and whom. */
final class StrangersTest {
  private static final String LINES = "/v1/invoices/unbilled/lineitems";

  private static Emulator emulator;
  private static RunningApplication application;

  @BeforeAll
  static void start() {
    emulator = Emulator.builder().rows(5).start();
    application =
        RunningApplication.against(emulator, "management.endpoints.web.exposure.include=*");
  }

  @AfterAll
  static void stop() {
    application.close();
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unbilled/USD",
        "/unbilled/usd",
        "/actuator/metrics",
        "/actuator/metrics/partnercenter.calls",
        "/actuator/env",
        "/actuator/health/partnerCenter",
        "/actuator",
        "/nothing"
      })
  @DisplayName("C83: a stranger gets no amount and starts no walk")
  void aStrangerGetsNothing(String path) throws IOException {
    int before = emulator.requestCount(LINES);

    assertThat(application.get(path, "").statusCode()).isIn(401, 404);
    assertThat(application.get(path, "").body()).doesNotContain("subtotal", "balance");
    assertThat(application.get(path, "Basic Zm9vOmJhcg==").statusCode()).isEqualTo(401);
    assertThat(withHost("rebound.example", path)).matches("(?s)HTTP/1.1 40[0-4] .*");
    assertThat(emulator.requestCount(LINES)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness"})
  @DisplayName("C83: a stranger is told whether the application is healthy, and no more")
  void healthIsWithoutDetailsForStrangers(String path) throws IOException {
    for (String answer :
        List.of(application.get(path, "").body(), withHost("rebound.example", path))) {
      assertThat(answer).contains("UP");
      assertThat(answer).doesNotContain("balance", "currency", "asOf", "components", "diskSpace");
    }
  }

  @Test
  @DisplayName("C83: who may know the amounts sees them")
  void whoMayKnowSeesThem() {
    assertThat(application.status("/unbilled/USD")).isEqualTo(200);
    JsonNode health = application.json("/actuator/health");
    assertThat(health.at("/components/partnerCenter/details/currency").asString()).isEqualTo("USD");
  }

  @Test
  @DisplayName("C83: ten requests at once make one walk")
  void tenRequestsMakeOneWalk() {
    int before = emulator.requestCount(LINES);

    List<String> answers =
        IntStream.range(0, 10)
            .parallel()
            .mapToObj(i -> application.text(i % 2 == 0 ? "/unbilled/EUR" : "/unbilled/eur"))
            .toList();

    assertThat(answers.stream().distinct()).singleElement().asString().contains("subtotal");
    assertThat(emulator.requestCount(LINES)).isEqualTo(before + 1);
  }

  /** Java's own client does not let anybody choose the header. */
  private static String withHost(String host, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
