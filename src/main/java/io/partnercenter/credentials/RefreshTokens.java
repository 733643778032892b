package io.partnercenter.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import io.partnercenter.internal.Json;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A user's refresh token: redeemed, and replaced when Entra replaces it. */
final class RefreshTokens {
  private final RefreshTokenStore store;

  RefreshTokens(RefreshTokenStore store) {
    this.store = store;
  }

  /** A store that lasts as long as this object. */
  static RefreshTokens inMemory() {
    AtomicReference<@Nullable String> memory = new AtomicReference<>();
    return new RefreshTokens(
        new RefreshTokenStore() {
          @Override
          public @Nullable String read() {
            return memory.get();
          }

          @Override
          public void write(String refreshToken) {
            memory.set(refreshToken);
          }
        });
  }

  /** The stored one; null if there is none. */
  @Nullable String read() throws Exception {
    String stored = store.read();
    return stored == null || stored.isBlank() ? null : stored.strip();
  }

  /** Makes {@code refreshToken} into an access token, once its successor is stored. */
  AccessToken redeem(
      String refreshToken,
      TokenRequest request,
      AbstractClientApplicationBase client,
      MsalThread thread)
      throws Exception {
    var parameters = RefreshTokenParameters.builder(Set.of(request.scope()), refreshToken).build();
    AccessToken token = thread.run(() -> client.acquireToken(parameters));
    String next = next(client);
    if (next != null && !next.equals(refreshToken)) store.write(next);
    return token;
  }

  /** Stores what {@code client}, which has just signed somebody in, has been given. */
  void keep(AbstractClientApplicationBase client) throws Exception {
    String next = next(client);
    if (next != null) store.write(next);
  }

  /**
   * MSAL hands refresh tokens to nobody, but writes them into its cache, which is of a documented
   * format that all libraries of its family share; and this client's cache was empty before.
   */
  private static @Nullable String next(AbstractClientApplicationBase client) throws IOException {
    JsonNode cache = Json.MAPPER.readTree(client.tokenCache().serialize());
    String next = null;
    for (JsonNode entry : cache.path("RefreshToken")) next = entry.path("secret").textValue();
    return next;
  }
}
