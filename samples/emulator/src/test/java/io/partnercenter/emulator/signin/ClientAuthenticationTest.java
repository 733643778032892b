package io.partnercenter.emulator.signin;

import static io.partnercenter.emulator.signin.TokenEndpointTest.refused;
import static io.partnercenter.emulator.testing.SignInClient.PARTNER_CENTER;
import static io.partnercenter.emulator.testing.SignInClient.V2_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.SignInClient;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final Emulator emulator = Emulator.builder().rows(5).clock(() -> NOW).start();
  private final SignInClient client = new SignInClient(emulator);
  private final String endpoint = "https://login.example/" + emulator.tenantId() + V2_TOKEN;

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void anAssertionWithRightClaimsIsAccepted() throws IOException {
    Client.Reply reply = signIn(assertion(emulator.clientId(), endpoint, 600));

    assertThat(client.status("/v1/invoices/summary", SignInClient.accessToken(reply)))
        .isEqualTo(200);
  }

  @Test
  void anAssertionOfAnotherAppIsRefused() throws IOException {
    refused(signIn(assertion("other", endpoint, 600)), 401, "invalid_client", 700021);
  }

  @Test
  void anAssertionForAnotherAudienceIsRefused() throws IOException {
    String elsewhere = "https://login.example/" + emulator.tenantId();

    refused(signIn(assertion(emulator.clientId(), elsewhere, 600)), 401, "invalid_client", 700023);
  }

  @Test
  void anExpiredAssertionIsRefused() throws IOException {
    refused(signIn(assertion(emulator.clientId(), endpoint, 0)), 401, "invalid_client", 700024);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b", "e30.e30.x", "!.!.!", "e30.e30."})
  void otherTextIsRefused(String text) throws IOException {
    refused(signIn(text), 400, "invalid_request", 50027);
  }

  private static String assertion(String app, String audience, long lifeInSeconds) {
    return Jwt.of(
        claims ->
            claims
                .text("iss", app)
                .text("sub", app)
                .text("aud", audience)
                .integer("nbf", NOW.getEpochSecond())
                .integer("exp", NOW.getEpochSecond() + lifeInSeconds));
  }

  private Client.Reply signIn(String assertion) throws IOException {
    return client.post(
        V2_TOKEN,
        "grant_type",
        "client_credentials",
        "client_id",
        emulator.clientId(),
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        assertion,
        "scope",
        PARTNER_CENTER + "/.default");
  }
}
