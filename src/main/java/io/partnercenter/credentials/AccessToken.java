package io.partnercenter.credentials;

import io.partnercenter.internal.TokenClaims;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token. It prints as dots.
 *
 * @param value what goes behind {@code Bearer}
 * @param expiresAt when it stops being good; absent if that is not known
 */
public record AccessToken(String value, @Nullable Instant expiresAt) {
  /**
   * Checks that {@code value} can be sent in a header.
   *
   * @throws IllegalArgumentException if it is blank or holds anything but visible ASCII
   */
  public AccessToken {
    Objects.requireNonNull(value, "the token is null");
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "a token is visible ASCII without blanks; this one is empty, padded, or something else");
    }
  }

  /** A token that says itself, as JWTs do, when it expires; for others that stays unknown. */
  public static AccessToken of(String value) {
    Objects.requireNonNull(value, "the token is null");
    return new AccessToken(value, TokenClaims.of(value).expiry());
  }

  @Override
  public String toString() {
    return "AccessToken[value=…, expiresAt=" + expiresAt + "]";
  }
}
