package io.partnercenter.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** The bytes that a {@link Gunzip} decompresses, and the headers among them. One thread's own. */
final class GzipSource implements Closeable {
  static final int BUFFER = 32 << 10;
  private static final int FIRST_MAGIC = 0x1f;
  private static final int SECOND_MAGIC = 0x8b;
  private static final int DEFLATE = 8;

  private static final int HAS_HEADER_CRC = 1 << 1;
  private static final int HAS_EXTRA = 1 << 2;
  private static final int HAS_NAME = 1 << 3;
  private static final int HAS_COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;

  private final InputStream source;
  private final CRC32 headerCheck = new CRC32();
  private final byte[] input;
  private int at;
  private int end;

  GzipSource(InputStream source, int buffer) {
    this.source = source;
    this.input = new byte[buffer];
  }

  /** To be asked first. Half a magic number and no more is gzip that was cut short. */
  boolean beginsLikeGzip() throws IOException {
    for (int count = 0; end < 2 && count >= 0; end += Math.max(count, 0)) {
      count = source.read(input, end, input.length - end);
    }
    boolean first = end > 0 && (input[0] & 0xff) == FIRST_MAGIC;
    return first && (end == 1 || (input[1] & 0xff) == SECOND_MAGIC);
  }

  /** The bytes as they come, as of any stream. */
  int copy(byte[] bytes, int offset, int length) throws IOException {
    if (at == end) return source.read(bytes, offset, length);
    int count = Math.min(length, end - at);
    System.arraycopy(input, at, bytes, offset, count);
    at += count;
    return count;
  }

  /** Gives {@code inflater} some of what comes next, which counts as read only if it takes it. */
  void feed(Inflater inflater) throws IOException {
    if (peek() < 0) throw new Gunzip.CutShort();
    inflater.setInput(input, at, end - at);
  }

  /** Goes on behind what {@code inflater}, which has been fed, has taken. */
  void skipTaken(Inflater inflater) {
    at = end - inflater.getRemaining();
  }

  /** Goes on behind the header of a member. */
  void skipHeader() throws IOException {
    headerCheck.reset();
    if (header() != FIRST_MAGIC || header() != SECOND_MAGIC) {
      throw new Gunzip.Damaged("goes on with something else behind its gzip data");
    }
    if (header() != DEFLATE) throw new Gunzip.Damaged("is compressed in an unknown way");
    int flags = header();
    if ((flags & RESERVED) != 0) throw new Gunzip.Damaged("has an unknown kind of gzip header");
    for (int i = 0; i < 6; i++) header(); // When, how and where it was compressed.
    if ((flags & HAS_EXTRA) != 0) {
      for (int left = header() | header() << 8; left > 0; left--) header();
    }
    if ((flags & HAS_NAME) != 0) skipText();
    if ((flags & HAS_COMMENT) != 0) skipText();
    if ((flags & HAS_HEADER_CRC) != 0 && (headerCheck.getValue() & 0xffff) != number(2)) {
      throw new Gunzip.Damaged("has a gzip header that does not fit its checksum");
    }
  }

  private void skipText() throws IOException {
    int next = header();
    while (next != 0) next = header();
  }

  private int header() throws IOException {
    int next = next();
    headerCheck.update(next);
    return next;
  }

  /** A number with its lowest byte first. */
  long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) number |= (long) next() << (8 * i);
    return number;
  }

  int next() throws IOException {
    int next = peek();
    if (next < 0) throw new Gunzip.CutShort();
    at++;
    return next;
  }

  /** The next byte, which stays; negative if there is none. */
  int peek() throws IOException {
    while (at == end) {
      int count = source.read(input, 0, input.length);
      if (count < 0) return -1;
      at = 0;
      end = count;
    }
    return input[at] & 0xff;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
