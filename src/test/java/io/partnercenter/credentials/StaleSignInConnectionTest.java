package io.partnercenter.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.Relay;
import io.partnercenter.testing.Relay.End;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A partner that signs in again after an hour, when the connection to the endpoint has ended. */
class StaleSignInConnectionTest {
  private final PartnerServer server = new PartnerServer();
  private final PartnerServer endpoint = new PartnerServer();
  private final Relay relay = new Relay(endpoint.mock().getPort());

  StaleSignInConnectionTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    relay.close();
    endpoint.close();
    server.close();
  }

  static Stream<Arguments> cases() {
    return Stream.of(ClientKind.values())
        .flatMap(kind -> Stream.of(End.values()).map(end -> Arguments.of(kind, end)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("C56: an idle connection that has ended costs a sign-in none of its attempts")
  void anEndedConnectionCostsASignInNoAttempt(ClientKind kind, End end) throws Exception {
    kind.serve(server.mock());
    kind.serve(endpoint.mock());
    for (int i = 0; i < 2; i++) server.answersJson(200, Answers.SUMMARY);
    for (int i = 0; i < 2; i++) endpoint.answersJson(200, "{}");
    Duration timeout = Duration.ofSeconds(end == End.SILENT ? 2 : 20);
    try (IPartner partner =
        kind.partner(
            server.builder().credentials(this::signIn).retry(RetryOptions.none()).timeout(timeout),
            kind.client(new OkHttpClient.Builder()))) {
      partner.invoices().summary().get();
      server.time().pass(Duration.ofHours(2));
      relay.end(end);

      assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
    }

    assertThat(endpoint.requests()).hasSize(2);
    assertThat(relay.connections()).isEqualTo(2);
    assertThat(server.time().naps()).isEmpty();
  }

  private AccessToken signIn(TokenRequest request) throws IOException {
    Request token =
        new Request.Builder()
            .url(relay.through(endpoint.baseUrl()).resolve("token").toURL())
            .build();
    try (Response response = request.transport().send(token)) {
      assertThat(response.code()).isEqualTo(200);
      return new AccessToken("hunter2", server.time().now().plus(Duration.ofHours(1)));
    }
  }
}
