package io.partnercenter.emulator.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/**
 * A response body in parts. Parts are shared between responses and never copied.
 *
 * @param deliveredBytes the number of bytes that are sent; the length that is announced may be
 *     larger
 */
public record CompositeBody(List<byte[]> parts, long deliveredBytes) implements MockResponseBody {
  private static final int WRITE_BYTES = 64 * 1024;

  public CompositeBody(List<byte[]> parts) {
    this(parts, Long.MAX_VALUE);
  }

  /** Returns a copy that announces the whole length and sends only the first bytes. */
  public CompositeBody truncatedAfter(long bytes) {
    return new CompositeBody(parts, bytes);
  }

  /** Returns a copy that begins with the UTF-8 byte order mark. */
  public CompositeBody withByteOrderMark() {
    List<byte[]> withMark = new ArrayList<>(parts);
    withMark.add(0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    return new CompositeBody(withMark);
  }

  /** Returns a body with the bytes from {@code first} up to {@code end}, exclusively. */
  public CompositeBody slice(long first, long end) {
    List<byte[]> slice = new ArrayList<>();
    long start = 0;
    for (byte[] part : parts) {
      int from = (int) Math.min(part.length, Math.max(0, first - start));
      int to = (int) Math.min(part.length, Math.max(0, end - start));
      if (from == 0 && to == part.length) {
        slice.add(part);
      } else if (from < to) {
        slice.add(Arrays.copyOfRange(part, from, to));
      }
      start += part.length;
    }
    return new CompositeBody(slice);
  }

  @Override
  public long getContentLength() {
    return parts.stream().mapToLong(part -> part.length).sum();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    long left = deliveredBytes;
    for (byte[] part : parts) {
      int length = (int) Math.min(part.length, left);
      write(sink, part, length);
      left -= length;
    }
    sink.flush();
  }

  /** In slices: MockWebServer would buffer a whole page a second time. */
  private static void write(BufferedSink sink, byte[] part, int length) throws IOException {
    for (int from = 0; from < length; from += WRITE_BYTES) {
      sink.write(part, from, Math.min(WRITE_BYTES, length - from));
    }
  }
}
