package io.partnercenter.emulator.signin;

import static io.partnercenter.emulator.signin.TokenEndpointTest.refused;
import static io.partnercenter.emulator.testing.SignInClient.PARTNER_CENTER;
import static io.partnercenter.emulator.testing.SignInClient.V1_TOKEN;
import static io.partnercenter.emulator.testing.SignInClient.claims;
import static io.partnercenter.emulator.testing.SignInClient.decoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.SignInClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshTokenStoreTest {
  private final Emulator emulator = Emulator.builder().rows(5).start();
  private final SignInClient client = new SignInClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void theV2EndpointReturnsTheUser() throws IOException {
    JsonNode json = client.user(emulator.refreshToken()).json();

    JsonNode user = claims(json.path("id_token").asText());
    assertThat(user.path("aud").asText()).isEqualTo(emulator.clientId());
    assertThat(user.path("tid").asText()).isEqualTo(emulator.tenantId());
    assertThat(user.path("preferred_username").asText()).contains("@");
    JsonNode info = decoded(json.path("client_info").asText());
    assertThat(info.path("uid")).isEqualTo(user.path("oid"));
    assertThat(info.path("utid").asText()).isEqualTo(emulator.tenantId());
    assertThat(json.path("scope").asText())
        .isEqualTo("https://api.partnercenter.microsoft.com/user_impersonation");
  }

  @Test
  void theV1EndpointGrantsImpersonation() throws IOException {
    JsonNode json = older(emulator.refreshToken(), emulator.clientSecret()).json();

    assertThat(json.path("scope").asText()).isEqualTo("user_impersonation");
    assertThat(json.path("refresh_token").asText()).isNotBlank();
    assertThat(json.path("expires_in").isTextual()).isTrue();
  }

  @Test
  void eachUseReturnsANewTokenAndTheOldOneStaysValid() throws IOException {
    String old = emulator.refreshToken();
    String next = client.user(old).json().path("refresh_token").asText();

    assertThat(next).isNotEqualTo(old);
    assertThat(client.user(old).status()).isEqualTo(200);
    assertThat(client.user(next).status()).isEqualTo(200);
    assertThat(emulator.refreshToken()).isEqualTo(old);
  }

  @Test
  void withStrictRotationAUsedTokenIsRefused() throws IOException {
    try (Emulator strict = Emulator.builder().rows(5).strictRotation(true).start()) {
      SignInClient strictClient = new SignInClient(strict);
      String old = strict.refreshToken();
      String next = strictClient.user(old).json().path("refresh_token").asText();

      refused(strictClient.user(old), 400, "invalid_grant", 70000);
      assertThat(strictClient.user(next).status()).isEqualTo(200);
      assertThat(strict.refreshToken()).isNotEqualTo(old).isNotEqualTo(next);
      assertThat(strictClient.user(strict.refreshToken()).status()).isEqualTo(200);
    }
  }

  @Test
  void aRefusedRequestDoesNotUseUpTheToken() throws IOException {
    try (Emulator strict = Emulator.builder().rows(5).strictRotation(true).start()) {
      String token = strict.refreshToken();
      SignInClient strictClient = new SignInClient(strict);

      refused(
          strictClient.post(
              V1_TOKEN,
              "grant_type",
              "refresh_token",
              "refresh_token",
              token,
              "client_id",
              strict.clientId(),
              "client_secret",
              strict.clientSecret()),
          400,
          "invalid_request",
          900144);
      assertThat(strictClient.user(token).status()).isEqualTo(200);
    }
  }

  @Test
  void unknownAndExpiredTokensHaveDifferentErrors() throws IOException {
    String token = emulator.refreshToken();
    emulator.expireRefreshTokens();

    refused(client.user("unknown"), 400, "invalid_grant", 70000);
    refused(client.user(token), 400, "invalid_grant", 700082);
    assertThat(client.user(emulator.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void aConfidentialClientMustAuthenticate() throws IOException {
    String token = emulator.refreshToken();

    refused(older(token, ""), 401, "invalid_client", 7000218);
    refused(older(token, "wrong"), 401, "invalid_client", 7000215);
  }

  @Test
  void aTokenWithoutSecondFactorIsRefused() throws IOException {
    emulator.mfa(false);
    String token = SignInClient.accessToken(client.user(emulator.refreshToken()));

    assertThat(claims(token).path("amr")).extracting(JsonNode::asText).containsExactly("pwd");
    assertThat(client.status("/v1/invoices/summary", token)).isEqualTo(401);
  }

  private Client.Reply older(String token, String secret) throws IOException {
    return client.post(
        V1_TOKEN,
        "grant_type",
        "refresh_token",
        "refresh_token",
        token,
        "client_id",
        emulator.clientId(),
        "client_secret",
        secret,
        "resource",
        PARTNER_CENTER);
  }
}
