package io.partnercenter.emulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.emulator.Emulator;
import java.io.IOException;
import java.util.Base64;
import okhttp3.FormBody;
import okhttp3.Request;

/** A client that sends forms to the token endpoints and decodes tokens. */
public final class SignInClient {
  public static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";
  public static final String V1_TOKEN = "/oauth2/token";
  public static final String V2_TOKEN = "/oauth2/v2.0/token";

  private final Emulator emulator;
  private final Client client;

  public SignInClient(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator);
  }

  /** Sends a form of alternating names and values. */
  public Client.Reply post(String endpoint, String... fields) throws IOException {
    return postTo(emulator.tenantId(), endpoint, fields);
  }

  public Client.Reply postTo(String tenant, String endpoint, String... fields) throws IOException {
    FormBody.Builder form = new FormBody.Builder();
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i], fields[i + 1]);
    }
    return client.send(
        new Request.Builder()
            .url(emulator.baseUrl() + "/" + tenant + endpoint)
            .header("client-request-id", "c-1")
            .post(form.build())
            .build());
  }

  /** Signs in the app at the v1.0 endpoint. */
  public Client.Reply app() throws IOException {
    return post(
        V1_TOKEN,
        "grant_type",
        "client_credentials",
        "client_id",
        emulator.clientId(),
        "client_secret",
        emulator.clientSecret(),
        "resource",
        PARTNER_CENTER);
  }

  /** Signs in app and user at the v2.0 endpoint. */
  public Client.Reply user(String refreshToken) throws IOException {
    return post(
        V2_TOKEN,
        "grant_type",
        "refresh_token",
        "refresh_token",
        refreshToken,
        "client_id",
        emulator.clientId(),
        "client_secret",
        emulator.clientSecret(),
        "scope",
        PARTNER_CENTER + "/user_impersonation openid offline_access");
  }

  /** Returns the status of a request with the token. */
  public int status(String target, String token) throws IOException {
    return call(target, token).status();
  }

  public Client.Reply call(String target, String token, String... headers) throws IOException {
    return client.send(
        client.request(target, headers).header("Authorization", "Bearer " + token).build());
  }

  public static String accessToken(Client.Reply reply) {
    return reply.json().path("access_token").asText();
  }

  public static JsonNode claims(String jwt) throws IOException {
    return decoded(jwt.split("\\.", -1)[1]);
  }

  public static JsonNode decoded(String base64) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(base64));
  }
}
