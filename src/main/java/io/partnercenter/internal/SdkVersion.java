package io.partnercenter.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which version of the SDK this is. */
public final class SdkVersion {
  /** As in the pom. */
  public static final String VERSION = read();

  private SdkVersion() {}

  private static String read() {
    try (InputStream file = SdkVersion.class.getResourceAsStream("sdk.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(file, "sdk.properties is missing from the jar"));
      return Objects.requireNonNull(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
