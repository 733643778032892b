package io.partnercenter.emulator.signin;

import static io.partnercenter.emulator.testing.SignInClient.PARTNER_CENTER;
import static io.partnercenter.emulator.testing.SignInClient.V1_TOKEN;
import static io.partnercenter.emulator.testing.SignInClient.V2_TOKEN;
import static io.partnercenter.emulator.testing.SignInClient.accessToken;
import static io.partnercenter.emulator.testing.SignInClient.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.SignInClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {
  private static final String SUMMARY = "/v1/invoices/summary";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T09:00:00Z"));
  private final Emulator emulator =
      Emulator.builder().rows(5).clock(now::get).tokenLife(Duration.ofMinutes(10)).start();
  private final SignInClient client = new SignInClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void theV1EndpointWritesNumbersAsStrings() throws IOException {
    Client.Reply reply = client.app();

    assertThat(reply.status()).isEqualTo(200);
    JsonNode json = reply.json();
    assertThat(json.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(json.path("expires_in").textValue()).isEqualTo("600");
    assertThat(json.path("ext_expires_in").textValue()).isEqualTo("600");
    assertThat(json.path("expires_on").textValue())
        .isEqualTo(Long.toString(now.get().getEpochSecond() + 600));
    assertThat(json.path("not_before").isTextual()).isTrue();
    assertThat(json.path("resource").asText()).isEqualTo(PARTNER_CENTER);
    assertThat(json.has("refresh_token")).isFalse();
    assertThat(reply.headers().get("Cache-Control")).contains("no-store");
    assertThat(reply.headers().get("client-request-id")).isEqualTo("c-1");
  }

  @Test
  void theV2EndpointWritesNumbersAsNumbers() throws IOException {
    JsonNode json = newer(PARTNER_CENTER + "/.default").json();

    assertThat(json.path("expires_in").isInt()).isTrue();
    assertThat(json.path("expires_in").asInt()).isEqualTo(600);
    assertThat(json.path("ext_expires_in").asInt()).isEqualTo(600);
    assertThat(claims(json.path("access_token").asText()).path("aud").asText())
        .isEqualTo(PARTNER_CENTER);
  }

  @Test
  void aTokenHasTheClaimsOfItsCaller() throws IOException {
    JsonNode app = claims(accessToken(client.app()));
    JsonNode user = claims(accessToken(client.user(emulator.refreshToken())));

    for (JsonNode claims : new JsonNode[] {app, user}) {
      assertThat(claims.path("aud").asText()).isEqualTo(PARTNER_CENTER);
      assertThat(claims.path("tid").asText()).isEqualTo(emulator.tenantId());
      assertThat(claims.path("iss").asText()).contains(emulator.tenantId());
      assertThat(claims.path("appid").asText()).isEqualTo(emulator.clientId());
      assertThat(claims.path("exp").asLong()).isEqualTo(now.get().getEpochSecond() + 600);
    }
    assertThat(app.path("idtyp").asText()).isEqualTo("app");
    assertThat(user.path("idtyp").asText()).isEqualTo("user");
    assertThat(user.path("scp").asText()).isEqualTo("user_impersonation");
    assertThat(user.path("amr")).extracting(JsonNode::asText).contains("mfa");
  }

  @Test
  void severalTokensAreValidAtOnce() throws IOException {
    String one = accessToken(client.app());
    String other = accessToken(client.app());

    assertThat(one).isNotEqualTo(other);
    assertThat(client.status(SUMMARY, one)).isEqualTo(200);
    assertThat(client.status(SUMMARY, other)).isEqualTo(200);
    assertThat(client.status(SUMMARY, emulator.token())).isEqualTo(200);
    assertThat(client.status(SUMMARY, one + "x")).isEqualTo(401);
  }

  @Test
  void aTokenIsValidForItsLifetime() throws IOException {
    String token = accessToken(client.app());

    now.set(now.get().plusSeconds(599));
    assertThat(client.status(SUMMARY, token)).isEqualTo(200);
    now.set(now.get().plusSeconds(1));
    assertThat(client.status(SUMMARY, token)).isEqualTo(401);
    assertThat(client.status(SUMMARY, emulator.token())).isEqualTo(200);
  }

  @Test
  void tokensCanBeExpiredOrUsedUp() throws IOException {
    String token = accessToken(client.app());
    emulator.inject(Fault.tokenLife(1));

    assertThat(client.status(SUMMARY, token)).isEqualTo(200);
    assertThat(client.status(SUMMARY, token)).isEqualTo(401);
    emulator.clearFaults();
    String next = accessToken(client.app());
    emulator.expireTokens();
    assertThat(client.status(SUMMARY, next)).isEqualTo(401);
  }

  @Test
  void tokensOfAppsAndUsersDiffer() throws IOException {
    String app = accessToken(client.app());
    String user = accessToken(client.user(emulator.refreshToken()));

    assertThat(client.status("/v1/invoices/summaries", app)).isEqualTo(403);
    assertThat(client.status("/v1/invoices/summaries", user)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "https://graph.windows.net, 900420",
    "https://graph.microsoft.com, 400",
  })
  void aTokenForAnotherServiceIsRefused(String resource, String code) throws IOException {
    Client.Reply reply = client.call(SUMMARY, accessToken(newer(resource + "/.default")));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("code").asText()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, 00000000-0000-0000-0000-000000000000, 400, unauthorized_client, 700016",
    "client_id, '', 400, invalid_request, 900144",
    "client_secret, wrong, 401, invalid_client, 7000215",
    "client_secret, '', 401, invalid_client, 7000216",
    "grant_type, password, 400, unsupported_grant_type, 70003",
    "grant_type, '', 400, invalid_request, 900144",
    "scope, https://api.partnercenter.microsoft.com/user_impersonation, 400, invalid_scope, 1002012",
    "scope, '', 400, invalid_request, 900144",
    "scope, openid, 400, invalid_request, 900144"
  })
  void errorsHaveTheirAadstsNumber(String field, String value, int status, String error, int code)
      throws IOException {
    String[] fields = fields(PARTNER_CENTER + "/.default");
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equals(field)) fields[i + 1] = value;
    }

    refused(client.post(V2_TOKEN, fields), status, error, code);
  }

  @Test
  void theV1EndpointRequiresAResource() throws IOException {
    refused(
        client.post(V1_TOKEN, fields(PARTNER_CENTER + "/.default")),
        400,
        "invalid_request",
        900144);
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "partner.example"})
  void theTenantCanBeNamedByADomain(String name) throws IOException {
    assertThat(client.postTo(name, V2_TOKEN, fields(PARTNER_CENTER + "/.default")).status())
        .isEqualTo(200);
  }

  @Test
  void anotherTenantIsNotFound() throws IOException {
    String other = "00000000-0000-0000-0000-000000000000";

    refused(
        client.postTo(other, V2_TOKEN, fields(PARTNER_CENTER + "/.default")),
        400,
        "invalid_request",
        90002);
  }

  @ParameterizedTest
  @CsvSource({"application/json, 400", "'', 200"})
  void aBodyOfAnotherMediaTypeIsNotRead(String mediaType, int status) throws IOException {
    String form =
        "grant_type=client_credentials&client_id="
            + emulator.clientId()
            + "&client_secret="
            + URLEncoder.encode(emulator.clientSecret(), StandardCharsets.UTF_8)
            + "&resource="
            + PARTNER_CENTER;
    RequestBody body =
        RequestBody.create(form.getBytes(StandardCharsets.UTF_8), MediaType.parse(mediaType));
    Request request =
        new Request.Builder()
            .url(emulator.baseUrl() + "/" + emulator.tenantId() + V1_TOKEN)
            .post(body)
            .build();

    assertThat(new Client(emulator).send(request).status()).isEqualTo(status);
  }

  @Test
  void aFaultRefusesASignIn() throws IOException {
    emulator.inject(Fault.signInRefused(50076).times(2), Fault.status(503).on(V2_TOKEN));

    assertThat(client.status(SUMMARY, emulator.token())).isEqualTo(200);
    Client.Reply reply = client.app();
    refused(reply, 400, "interaction_required", 50076);
    assertThat(reply.json().path("suberror").asText()).isEqualTo("basic_action");
    refused(client.user(emulator.refreshToken()), 400, "invalid_grant", 50076);
    assertThat(client.user(emulator.refreshToken()).status()).isEqualTo(503);
    assertThat(client.user(emulator.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void requestsForTokensAreCounted() throws IOException {
    client.app();
    client.user("unknown");
    client.status(SUMMARY, emulator.token());

    assertThat(emulator.tokenRequests()).isEqualTo(2);
    assertThat(emulator.requestCount()).isEqualTo(3);
  }

  @Test
  void getIsNotAllowed() throws IOException {
    Client.Reply reply = new Client(emulator).get("/" + emulator.tenantId() + V1_TOKEN);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error_codes").path(0).asInt()).isEqualTo(900561);
    assertThat(client.post("/oauth2/other").status()).isEqualTo(404);
  }

  @Test
  void instanceDiscoveryConfirmsTheHost() throws IOException {
    JsonNode json =
        new Client(emulator)
            .get(
                "/common/discovery/instance?api-version=1.1&authorization_endpoint="
                    + "https://login.example/tenant/oauth2/v2.0/authorize")
            .json();

    assertThat(json.path("metadata").path(0).path("aliases").path(0).asText())
        .isEqualTo("login.example");
    assertThat(json.path("tenant_discovery_endpoint").asText())
        .startsWith("https://login.example/");
  }

  static void refused(Client.Reply reply, int status, String error, int code) {
    JsonNode json = reply.json();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(json.path("error").asText()).isEqualTo(error);
    assertThat(json.path("error_description").asText()).startsWith("AADSTS" + code + ": ");
    assertThat(json.path("error_codes")).extracting(JsonNode::asInt).containsExactly(code);
    assertThat(json.path("timestamp").asText()).matches("[-\\d]{10} [:\\d]{8}Z");
    assertThat(json.path("trace_id").asText()).isNotBlank();
    assertThat(json.path("correlation_id").asText()).isEqualTo("c-1");
    assertThat(reply.headers().get("WWW-Authenticate")).isNull();
  }

  private Client.Reply newer(String scope) throws IOException {
    return client.post(V2_TOKEN, fields(scope));
  }

  private String[] fields(String scope) {
    return new String[] {
      "grant_type",
      "client_credentials",
      "client_id",
      emulator.clientId(),
      "client_secret",
      emulator.clientSecret(),
      "scope",
      scope
    };
  }
}
