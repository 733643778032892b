package io.partnercenter.emulator.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A body in parts that may be shared with other answers and are not copied. */
public record CompositeBody(List<byte[]> parts, long deliveredBytes) implements MockResponseBody {
  private static final int WRITE_BYTES = 64 * 1024;

  public CompositeBody(List<byte[]> parts) {
    this(parts, Long.MAX_VALUE);
  }

  /** The same body, announced at its whole length, of which only the beginning is sent. */
  public CompositeBody truncatedAfter(long bytes) {
    return new CompositeBody(parts, bytes);
  }

  /** The same body behind the three bytes that some editors begin a file with. */
  public CompositeBody withByteOrderMark() {
    List<byte[]> marked = new ArrayList<>(parts);
    marked.add(0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    return new CompositeBody(marked);
  }

  /** A body of its own with the bytes from {@code first} up to {@code end}, exclusively. */
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

  /** In slices: a page in one piece would be buffered a second time before it leaves. */
  private static void write(BufferedSink sink, byte[] part, int length) throws IOException {
    for (int from = 0; from < length; from += WRITE_BYTES) {
      sink.write(part, from, Math.min(WRITE_BYTES, length - from));
    }
  }
}
