package io.partnercenter.emulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.emulator.Emulator;
import java.io.IOException;
import java.util.Base64;
import okhttp3.FormBody;
import okhttp3.Request;

/** A client that fills in forms, and looks into the tokens that it gets. */
public final class SignInClient {
  public static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";
  public static final String OLDER = "/oauth2/token";
  public static final String NEWER = "/oauth2/v2.0/token";

  private final Emulator emulator;
  private final Client client;

  public SignInClient(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator);
  }

  /** Sends names and values in turn. */
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

  /** The app by itself, at the older endpoint. */
  public Client.Reply app() throws IOException {
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
  public Client.Reply user(String refreshToken) throws IOException {
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
