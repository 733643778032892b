package io.partnercenter.testing;

import io.partnercenter.credentials.RefreshTokenStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vault that remembers all it was ever given. */
public final class MemoryStore implements RefreshTokenStore {
  private final List<String> written = new ArrayList<>();
  private @Nullable String token;

  public MemoryStore(@Nullable String token) {
    this.token = token;
  }

  @Override
  public synchronized @Nullable String read() {
    return token;
  }

  @Override
  public synchronized void write(String refreshToken) {
    token = refreshToken;
    written.add(refreshToken);
  }

  public synchronized List<String> written() {
    return List.copyOf(written);
  }
}
