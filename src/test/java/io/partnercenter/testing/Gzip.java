package io.partnercenter.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Data in gzip. */
public final class Gzip {
  private Gzip() {}

  /** The file that has each of {@code parts} for a member. */
  public static byte[] of(String... parts) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (String part : parts) {
      try (GZIPOutputStream member = new GZIPOutputStream(file)) {
        member.write(part.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file.toByteArray();
  }
}
