package io.partnercenter.emulator.signin;

import static io.partnercenter.emulator.signin.TokenEndpointTest.refused;
import static io.partnercenter.emulator.testing.SignInClient.PARTNER_CENTER;
import static io.partnercenter.emulator.testing.SignInClient.V2_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.SignInClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCodesTest {
  private static final String SCOPE = PARTNER_CENTER + "/.default offline_access openid profile";

  private final Emulator emulator = Emulator.builder().rows(5).devicePolls(2).start();
  private final SignInClient client = new SignInClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"device_code", "urn:ietf:params:oauth:grant-type:device_code"})
  void aCodeIsPendingForTheGivenNumberOfRequests(String grant) throws IOException {
    String code = begin().path("device_code").asText();

    refused(redeem(grant, code), 400, "authorization_pending", 70016);
    refused(redeem(grant, code), 400, "authorization_pending", 70016);
    JsonNode json = redeem(grant, code).json();
    assertThat(client.status("/v1/invoices/summaries", json.path("access_token").asText()))
        .isEqualTo(200);
    assertThat(json.path("scope").asText().split(" "))
        .contains(PARTNER_CENTER + "/.default", PARTNER_CENTER + "/user_impersonation");
    refused(redeem(grant, code), 400, "invalid_grant", 70000);
  }

  @Test
  void theResponseTellsTheUserWhereToSignIn() throws IOException {
    JsonNode json = begin();

    assertThat(json.path("message").asText()).contains(json.path("user_code").asText());
    assertThat(json.path("verification_uri").asText()).startsWith("https://");
    assertThat(json.path("expires_in").isInt()).isTrue();
    assertThat(json.path("interval").isInt()).isTrue();
  }

  @Test
  void aPublicClientRefreshesWithoutASecret() throws IOException {
    try (Emulator prompt = Emulator.builder().rows(5).devicePolls(0).start()) {
      SignInClient app = new SignInClient(prompt);
      String id = prompt.clientId();
      String code =
          app.post("/oauth2/v2.0/devicecode", "client_id", id, "scope", SCOPE)
              .json()
              .path("device_code")
              .asText();
      String grant = "device_code";
      Client.Reply signedIn =
          app.post(V2_TOKEN, "grant_type", grant, grant, code, "client_id", id, "scope", SCOPE);

      String token = signedIn.json().path("refresh_token").asText();
      Client.Reply refreshed =
          app.post(
              V2_TOKEN,
              "grant_type",
              "refresh_token",
              "refresh_token",
              token,
              "client_id",
              id,
              "scope",
              SCOPE);

      assertThat(refreshed.status()).isEqualTo(200);
    }
  }

  @Test
  void anUnknownAppGetsNoCode() throws IOException {
    refused(
        client.post("/oauth2/v2.0/devicecode", "client_id", "other", "scope", SCOPE),
        400,
        "unauthorized_client",
        700016);
  }

  private JsonNode begin() throws IOException {
    return client
        .post("/oauth2/v2.0/devicecode", "client_id", emulator.clientId(), "scope", SCOPE)
        .json();
  }

  private Client.Reply redeem(String grant, String code) throws IOException {
    return client.post(
        V2_TOKEN,
        "grant_type",
        grant,
        "device_code",
        code,
        "client_id",
        emulator.clientId(),
        "scope",
        SCOPE);
  }
}
