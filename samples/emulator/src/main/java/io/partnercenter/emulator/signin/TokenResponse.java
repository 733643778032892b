package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that went well, and how the two token endpoints tell of it.
 *
 * @param scope what was granted; of no use to an app by itself
 * @param refreshToken null for an app by itself
 */
record TokenResponse(
    Directory directory,
    String accessToken,
    String resource,
    String scope,
    @Nullable String refreshToken,
    Instant now,
    Duration life) {

  /** With numbers as texts, and the resource. */
  Response v1Response() {
    long seconds = life.toSeconds();
    return Response.ok(
        json -> {
          json.begin()
              .text("token_type", "Bearer")
              .text("expires_in", Long.toString(seconds))
              .text("ext_expires_in", Long.toString(seconds))
              .text("expires_on", Long.toString(now.getEpochSecond() + seconds))
              .text("not_before", Long.toString(now.getEpochSecond() - 300))
              .text("resource", resource)
              .text("access_token", accessToken);
          if (refreshToken != null) forUser(json, "user_impersonation", refreshToken);
          json.end();
        });
  }

  Response v2Response() {
    return Response.ok(
        json -> {
          json.begin()
              .text("token_type", "Bearer")
              .integer("expires_in", life.toSeconds())
              .integer("ext_expires_in", life.toSeconds())
              .text("access_token", accessToken);
          if (refreshToken != null) forUser(json, scope, refreshToken);
          json.end();
        });
  }

  private void forUser(JsonWriter json, String granted, String refresh) {
    json.text("scope", granted)
        .text("refresh_token", refresh)
        .text("id_token", idToken())
        .text(
            "client_info",
            Jwt.encode(
                info -> info.text("uid", directory.userId()).text("utid", directory.tenantId())));
  }

  private String idToken() {
    return Jwt.of(
        claims ->
            claims
                .text("ver", "2.0")
                .text("iss", "https://login.microsoftonline.com/" + directory.tenantId() + "/v2.0")
                .text("aud", directory.clientId())
                .text("sub", "sub-" + directory.userId())
                .text("oid", directory.userId())
                .text("tid", directory.tenantId())
                .text("name", "Billing Admin")
                .text("preferred_username", directory.userName())
                .integer("iat", now.getEpochSecond())
                .integer("nbf", now.getEpochSecond())
                .integer("exp", now.plus(life).getEpochSecond()));
  }
}
