package io.partnercenter.console;

import io.partnercenter.credentials.RefreshTokenStore;
import org.jspecify.annotations.Nullable;

/** Begins with no refresh token, whatever the file holds: who signs in wants to be asked. */
final class NewTokens implements RefreshTokenStore {
  private final @Nullable TokenFile file;
  private @Nullable String latest;

  NewTokens(@Nullable TokenFile file) {
    this.file = file;
  }

  @Override
  public @Nullable String read() {
    return latest;
  }

  @Override
  public void write(String refreshToken) throws Exception {
    latest = refreshToken;
    if (file != null) file.write(refreshToken);
  }
}
