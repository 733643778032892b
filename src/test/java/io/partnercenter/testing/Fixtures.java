package io.partnercenter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The hand-made answers under {@code src/test/resources/fixtures}. */
public final class Fixtures {
  private Fixtures() {}

  /** The text of {@code fixtures/<name>.json}. */
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** The bytes of {@code fixtures/<name>.json}. */
  public static byte[] bytes(String name) {
    String path = "/fixtures/" + name + ".json";
    try (InputStream file = Fixtures.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(file, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
