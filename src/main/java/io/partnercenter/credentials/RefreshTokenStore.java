package io.partnercenter.credentials;

import org.jspecify.annotations.Nullable;

/**
 * Where a user's refresh token lives between two sign-ins: a vault. It is worth what the user's
 * password is worth. Each sign-in reads it, and writes it if Entra has answered with a new one; of
 * one {@link MsalCredentials} never in two threads at once.
 */
public interface RefreshTokenStore {
  /**
   * The refresh token; null if there is none yet.
   *
   * @throws Exception if the store cannot be read; the sign-in then fails with it
   */
  @Nullable String read() throws Exception;

  /**
   * Stores {@code refreshToken} in place of the one before. When this returns it is to be safe, for
   * the one before may soon be worth nothing.
   *
   * @throws Exception if it is not; the sign-in then fails with it, and is not used
   */
  void write(String refreshToken) throws Exception;
}
