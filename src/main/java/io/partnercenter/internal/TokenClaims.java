package io.partnercenter.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT says of itself, as far as that explains why it is refused. The signature is not
 * checked: that is for the service, which nobody here stands in for.
 *
 * @param audience who it is for: {@code aud}
 * @param issuer who made it: {@code iss}
 * @param tenantId in whose directory: {@code tid}
 * @param expiry {@code exp}
 * @param kind on whose behalf; absent if it does not say
 * @param permissions what it allows: {@code roles} of an app, {@code scp} of a user
 */
public record TokenClaims(
    @Nullable String audience,
    @Nullable String issuer,
    @Nullable String tenantId,
    @Nullable Instant expiry,
    @Nullable Kind kind,
    Set<String> permissions) {
  /** On whose behalf a token speaks. */
  enum Kind {
    APP_ONLY("app-only"),
    APP_AND_USER("app+user");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private static final TokenClaims NONE = new TokenClaims(null, null, null, null, null, Set.of());

  /** The claims of {@code token}; none if it is no JWT. */
  public static TokenClaims of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) return NONE;
    try {
      return of(Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return NONE; // Not a JWT after all. What it is, the service decides.
    }
  }

  private static TokenClaims of(JsonNode claims) {
    JsonNode expiry = claims.path("exp");
    return new TokenClaims(
        text(claims, "aud"),
        text(claims, "iss"),
        text(claims, "tid"),
        expiry.canConvertToLong() ? Instant.ofEpochSecond(expiry.longValue()) : null,
        kind(claims),
        permissions(claims));
  }

  /**
   * {@code idtyp} says it, but is optional. Else only a user can have delegated scopes; and an app
   * that has proved itself (with a secret, 1, or a certificate, 2) and has none is there alone.
   */
  private static @Nullable Kind kind(JsonNode claims) {
    String type = text(claims, "idtyp");
    if ("app".equals(type)) return Kind.APP_ONLY;
    if ("user".equals(type) || text(claims, "scp") != null) return Kind.APP_AND_USER;
    String proof = claims.path("appidacr").asText(claims.path("azpacr").asText());
    return proof.equals("1") || proof.equals("2") ? Kind.APP_ONLY : null;
  }

  private static Set<String> permissions(JsonNode claims) {
    Set<String> permissions = new HashSet<>();
    for (JsonNode role : claims.path("roles")) permissions.add(role.asText());
    permissions.addAll(Arrays.asList(claims.path("scp").asText().split(" ", -1)));
    return Set.copyOf(permissions);
  }

  private static @Nullable String text(JsonNode claims, String name) {
    JsonNode value = claims.path(name);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }
}
