package io.partnercenter.console;

import io.partnercenter.credentials.RefreshTokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A user's refresh token in a file that nobody else can read. A vault is the better place. */
record TokenFile(Path file) implements RefreshTokenStore {
  @Override
  public @Nullable String read() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void write(String refreshToken) throws IOException {
    PrivateFile.replace(file, refreshToken + "\n");
  }
}
