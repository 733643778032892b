package io.partnercenter.emulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private static final String SUMMARY = "/v1/invoices/summary";

  private final Emulator emulator = Emulator.builder().rows(50).months(1).start();
  private final Client client = new Client(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void statusesAffectTheNextRequestsInOrder() throws IOException {
    emulator.inject(Fault.statuses(500, 200, 503));

    assertThat(statuses(5)).containsExactly(500, 200, 503, 200, 200);
  }

  @Test
  void aThrottledResponseHasARetryAfter() throws IOException {
    emulator.inject(Fault.throttled(Duration.ofSeconds(57)));

    Client.Reply reply = client.get(SUMMARY);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers().get("Retry-After")).isEqualTo("57");
    assertThat(reply.body())
        .isEqualTo(
            "{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}");
  }

  @Test
  void anyStatusMayHaveARetryAfter() throws IOException {
    emulator.inject(Fault.status(503, Duration.ofSeconds(5)));

    assertThat(client.get(SUMMARY).headers().get("Retry-After")).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500, 501})
  void errorsOfTheServiceHaveACode(int status) throws IOException {
    emulator.inject(Fault.status(status));

    Client.Reply reply = client.get(SUMMARY);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("code").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void errorsOfAGatewayAreHtml(int status) throws IOException {
    emulator.inject(Fault.status(status));

    Client.Reply reply = client.get(SUMMARY);

    assertThat(reply.headers().get("Content-Type")).isEqualTo("text/html");
    assertThat(reply.body()).contains("<html>");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 700})
  void aCutBodyFailsOnce(long bytes) throws IOException {
    emulator.inject(Fault.cutBody(bytes));

    assertThatThrownBy(() -> client.get(SUMMARY)).isInstanceOf(IOException.class);
    assertThat(client.get(SUMMARY).json().has("balanceAmount")).isTrue();
  }

  @Test
  void aBodyIsCutAtTheGivenByte() throws IOException {
    emulator.inject(Fault.cutBody(700));

    try (Socket socket = new Socket(emulator.baseUrl().getHost(), emulator.baseUrl().getPort())) {
      String request =
          "GET " + SUMMARY + " HTTP/1.1\r\nAuthorization: " + client.bearer() + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(700);
      assertThat(answer).doesNotContain("Content-Length: 700");
    }
  }

  @Test
  void aSlowBodyIsSentInPortions() throws IOException {
    emulator.inject(Fault.slowBody(300, Duration.ofMillis(20)));

    Instant start = Instant.now();
    Client.Reply reply = client.get(SUMMARY);

    int pauses = (reply.body().length() - 1) / 300;
    assertThat(Duration.between(start, Instant.now()))
        .isGreaterThan(Duration.ofMillis(20L * pauses));
  }

  @Test
  void aPauseAndTheThinkingTimeDelayTheResponse() throws IOException {
    emulator.inject(Fault.pause(Duration.ofMillis(120)));

    Instant start = Instant.now();
    client.get(SUMMARY);

    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(120));
    try (Emulator slow = Emulator.builder().thinkingTime(Duration.ofMillis(120)).start()) {
      Instant restart = Instant.now();
      new Client(slow).get(SUMMARY);
      assertThat(Duration.between(restart, Instant.now())).isGreaterThan(Duration.ofMillis(120));
    }
  }

  @Test
  void aConnectionIsClosedWithoutAResponse() throws IOException {
    emulator.inject(Fault.disconnect());

    assertThatThrownBy(() -> client.get(SUMMARY)).isInstanceOf(IOException.class);
    assertThat(client.get(SUMMARY).status()).isEqualTo(200);
  }

  @Test
  void aStalledRequestGetsNoResponseAndDoesNotDelayClose() {
    emulator.inject(Fault.stall());
    OkHttpClient hasty = new OkHttpClient.Builder().callTimeout(100, TimeUnit.MILLISECONDS).build();

    assertThatThrownBy(() -> hasty.newCall(client.request(SUMMARY).build()).execute())
        .isInstanceOf(IOException.class);
  }

  @Test
  void aResponseCanHaveAnotherMediaType() throws IOException {
    emulator.inject(Fault.html(), Fault.xml(), Fault.reply(200, "application/json", ""));

    assertThat(client.get(SUMMARY).headers().get("Content-Type")).startsWith("text/html");
    assertThat(client.get(SUMMARY).headers().get("Content-Type")).startsWith("application/xml");
    assertThat(client.get(SUMMARY).body()).isEmpty();
  }

  @Test
  void aRedirectHasALocation() throws IOException {
    emulator.inject(Fault.redirect(URI.create("http://127.0.0.1:1/elsewhere")));

    Client.Reply reply = client.get(SUMMARY);

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.headers().get("Location")).isEqualTo("http://127.0.0.1:1/elsewhere");
  }

  @Test
  void anEmptyPageInTheMiddleLosesNoRow() throws IOException {
    emulator.inject(Fault.emptyPage().after(1).times(2));

    List<JsonNode> pages = client.seek(lines());

    assertThat(pages)
        .extracting(page -> page.path("items").size())
        .containsExactly(10, 10, 0, 0, 10, 10, 10);
    assertThat(Client.rows(pages).map(row -> row.path("orderId").asText())).doesNotHaveDuplicates();
    assertThat(pages).extracting(Client::token).doesNotHaveDuplicates();
  }

  @Test
  void aRepeatedCursorLeadsToTheSamePage() throws IOException {
    emulator.inject(Fault.repeatedCursor());
    String first = Client.token(client.get(lines()).json());

    String second =
        Client.token(
            client.get(lines() + "&seekOperation=Next", "MS-ContinuationToken", first).json());

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aTokenExpiresAfterTheGivenRequests() throws IOException {
    emulator.inject(Fault.tokenLife(2));
    String bearer = client.bearer();

    assertThat(statuses(2)).containsOnly(200);
    assertThat(
            client.send(client.request(SUMMARY).header("Authorization", bearer).build()).status())
        .isEqualTo(401);
    assertThat(client.bearer()).isNotEqualTo(bearer);
    assertThat(statuses(5)).containsOnly(200);
  }

  @Test
  void aFaultWaitsForItsPathAndSkipsRequests() throws IOException {
    emulator.inject(Fault.status(500).on("/summaries").after(1), Fault.status(503).on("/summary"));

    assertThat(client.get("/v1/invoices/summaries").status()).isEqualTo(200);
    assertThat(client.get(SUMMARY).status()).isEqualTo(503);
    assertThat(client.get("/v1/invoices/summaries").status()).isEqualTo(500);
    assertThat(client.get("/v1/invoices/summaries").status()).isEqualTo(200);
  }

  @Test
  void faultsThatAreDueTogetherTakeEffectInOrder() throws IOException {
    emulator.inject(Fault.status(500).after(1).times(2), Fault.status(503).after(1));

    assertThat(statuses(5)).containsExactly(200, 500, 500, 503, 200);
  }

  @Test
  void clearedFaultsHaveNoEffect() throws IOException {
    emulator.inject(Fault.status(500).times(9), Fault.tokenLife(1));

    emulator.clearFaults();

    assertThat(statuses(3)).containsOnly(200);
    Set<String> tokens = new HashSet<>(List.of(emulator.token(), emulator.token()));
    assertThat(tokens).hasSize(1);
  }

  private List<Integer> statuses(int requests) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      statuses.add(client.get(SUMMARY).status());
    }
    return statuses;
  }

  private String lines() {
    return "/v1/invoices/unbilled/lineitems?provider=onetime&invoicelineitemtype=billinglineitems"
        + "&currencycode=usd&period=current&size=10";
  }
}
