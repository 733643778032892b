package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a sign-in, in the forms of the two token endpoints.
 *
 * @param scope the granted scopes; unused without a user
 * @param refreshToken null without a user
 */
record TokenResponse(
    Directory directory,
    String accessToken,
    String resource,
    String scope,
    @Nullable String refreshToken,
    Instant now,
    Duration life) {

  /** Returns the form of the v1.0 endpoint: numbers as strings, and the resource. */
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

  /** Returns the form of the v2.0 endpoint: numbers as numbers. */
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
