package io.partnercenter.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import okhttp3.FormBody;
import okhttp3.Request;

/** A client that fills in forms, and looks into the tokens that it gets. */
final class SignInClient {
  static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";
  static final String OLDER = "/oauth2/token";
  static final String NEWER = "/oauth2/v2.0/token";

  private final Emulator emulator;
  private final Client client;

  SignInClient(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator);
  }

  /** Sends names and values in turn. */
  Client.Reply post(String endpoint, String... fields) throws IOException {
    return postTo(emulator.tenantId(), endpoint, fields);
  }

  Client.Reply postTo(String tenant, String endpoint, String... fields) throws IOException {
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

  /** The app by itself, at the older endpoint. */
  Client.Reply app() throws IOException {
    return post(
        OLDER,
        "grant_type",
        "client_credentials",
        "client_id",
        emulator.clientId(),
        "client_secret",
        emulator.clientSecret(),
        "resource",
        PARTNER_CENTER);
  }

  /** App and user, at the newer endpoint. */
  Client.Reply user(String refreshToken) throws IOException {
    return post(
        NEWER,
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

  /** The status with which the service answers to a token. */
  int status(String target, String token) throws IOException {
    return call(target, token).status();
  }

  Client.Reply call(String target, String token, String... headers) throws IOException {
    return client.send(
        client.request(target, headers).header("Authorization", "Bearer " + token).build());
  }

  static String accessToken(Client.Reply reply) {
    return reply.json().path("access_token").asText();
  }

  static JsonNode claims(String jwt) throws IOException {
    return decoded(jwt.split("\\.", -1)[1]);
  }

  static JsonNode decoded(String base64) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(base64));
  }
}
