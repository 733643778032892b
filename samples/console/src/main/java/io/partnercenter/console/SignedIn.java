package io.partnercenter.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnercenter.credentials.AccessToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself, and never the token.
 *
 * @param user who has signed in
 * @param app the app registration's id
 * @param tenant whose directory it is
 * @param goodFor the service that takes the token
 * @param permissions what it allows there
 * @param secondFactor whether the user has shown one; absent if the token does not say
 * @param until when it expires
 */
record SignedIn(
    @Nullable String user,
    @Nullable String app,
    @Nullable String tenant,
    @Nullable String goodFor,
    @Nullable String permissions,
    @Nullable Boolean secondFactor,
    @Nullable Instant until) {

  static SignedIn of(AccessToken token) {
    JsonNode claims = claims(token.value());
    return new SignedIn(
        first(claims, "upn", "unique_name", "preferred_username", "oid"),
        first(claims, "appid", "azp"),
        first(claims, "tid"),
        first(claims, "aud"),
        first(claims, "scp"),
        secondFactor(claims.path("amr")),
        token.expiresAt());
  }

  /** Nothing, if the token is none that can be looked into. */
  private static JsonNode claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) return MissingNode.getInstance();
    try {
      return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
    } catch (IOException | IllegalArgumentException e) {
      return MissingNode.getInstance();
    }
  }

  private static @Nullable String first(JsonNode claims, String... names) {
    return Stream.of(names)
        .map(name -> claims.path(name).asText())
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Boolean secondFactor(JsonNode methods) {
    if (!methods.isArray()) return null;
    for (JsonNode method : methods) {
      if (method.asText().equals("mfa")) return true;
    }
    return false;
  }
}
