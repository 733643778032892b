package io.partnercenter.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Data in gzip. */
public final class Gzip {
  private Gzip() {}

  /** The file that has each of {@code parts} for a member. */
  public static byte[] of(String... parts) {
    return of(
        Arrays.stream(parts)
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }

  /** The file that has each of {@code parts} for a member. */
  public static byte[] of(byte[][] parts) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      try (GZIPOutputStream member = new GZIPOutputStream(file)) {
        member.write(part);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file.toByteArray();
  }

  /** The file that has {@code data} for its only member. */
  public static byte[] of(byte[] data) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream member = new GZIPOutputStream(file)) {
      member.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** So many zeros, a multiple of a mebibyte: a thousandth of that, and made without them. */
  public static byte[] zeros(long count) {
    byte[] mebibyte = new byte[1 << 20];
    CRC32 check = new CRC32();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    byte[] compressed = flushed(mebibyte);
    for (long made = 0; made < count; made += mebibyte.length) {
      file.writeBytes(compressed);
      check.update(mebibyte);
    }
    file.writeBytes(new byte[] {3, 0}); // The last block, of nothing.
    ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    file.writeBytes(trailer.putInt((int) check.getValue()).putInt((int) count).array());
    return file.toByteArray();
  }

  /** Blocks of deflate that end at a byte and can stand behind any others. */
  private static byte[] flushed(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(data);
      byte[] buffer = new byte[data.length];
      int length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
      return Arrays.copyOf(buffer, length);
    } finally {
      deflater.end();
    }
  }
}
