package io.partnercenter.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952) and checks all of it. Bytes that do not begin like gzip have been
 * decompressed on their way and are passed on; no bytes at all are no data.
 *
 * <p>Not {@code GZIPInputStream}, which takes the end of one member for the end of the file if the
 * next has not arrived yet, and ignores what is wrong behind the first: both lose rows in silence.
 *
 * <p>What the stream below throws passes through unchanged; what is wrong with the data itself is
 * {@link Damaged} or {@link CutShort}. One thread's own.
 */
final class Gunzip extends InputStream {
  private static final int BUFFER = 32 << 10;
  private static final int FIRST_MAGIC = 0x1f;
  private static final int SECOND_MAGIC = 0x8b;
  private static final int DEFLATE = 8;

  private static final int HAS_HEADER_CRC = 1 << 1;
  private static final int HAS_EXTRA = 1 << 2;
  private static final int HAS_NAME = 1 << 3;
  private static final int HAS_COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;

  private final InputStream source;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private final byte[] input = new byte[BUFFER];
  private int at;
  private int end;
  private State state = State.UNKNOWN;

  private enum State {
    UNKNOWN,
    PLAIN,
    IN_MEMBER,
    ENDED,
    CLOSED
  }

  /** The data is not what was compressed. */
  static final class Damaged extends ZipException {
    private static final long serialVersionUID = 1L;

    Damaged(String problem) {
      super(problem);
    }
  }

  /** There should be more. */
  static final class CutShort extends EOFException {
    private static final long serialVersionUID = 1L;

    CutShort() {
      super("ends in the middle of its gzip data");
    }
  }

  Gunzip(InputStream source) {
    this.source = source;
  }

  /** Whether the end that was reached has been checked, as that of gzip data is. */
  boolean isChecked() {
    return state == State.ENDED;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (state == State.CLOSED) throw new IOException("closed");
    if (state == State.UNKNOWN) begin();
    if (state == State.PLAIN) return copy(bytes, offset, length);
    while (state == State.IN_MEMBER) {
      int count = inflate(bytes, offset, length);
      if (count > 0) return count;
      endMember();
    }
    return -1;
  }

  /** Half a magic number and no more is the beginning of gzip that was cut short. */
  private void begin() throws IOException {
    for (int count = 0; end < 2 && count >= 0; end += Math.max(count, 0)) {
      count = source.read(input, end, BUFFER - end);
    }
    boolean first = end > 0 && (input[0] & 0xff) == FIRST_MAGIC;
    boolean second = end < 2 || (input[1] & 0xff) == SECOND_MAGIC;
    if (first && second) {
      beginMember();
    } else {
      state = State.PLAIN;
    }
  }

  private int copy(byte[] bytes, int offset, int length) throws IOException {
    if (at == end) return source.read(bytes, offset, length);
    int count = Math.min(length, end - at);
    System.arraycopy(input, at, bytes, offset, count);
    at += count;
    return count;
  }

  /** 0 at the end of the member. */
  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(bytes, offset, length);
        at = end - inflater.getRemaining();
        if (count > 0) {
          check.update(bytes, offset, count);
          return count;
        }
        if (inflater.needsInput()) {
          if (peek() < 0) throw new CutShort();
          inflater.setInput(input, at, end - at);
        }
      }
      return 0;
    } catch (DataFormatException e) {
      throw new Damaged("holds damaged gzip data: " + e.getMessage());
    }
  }

  private void beginMember() throws IOException {
    inflater.reset();
    check.reset();
    if (header() != FIRST_MAGIC || header() != SECOND_MAGIC) {
      throw new Damaged("goes on with something else behind its gzip data");
    }
    if (header() != DEFLATE) throw new Damaged("is compressed in an unknown way");
    int flags = header();
    if ((flags & RESERVED) != 0) throw new Damaged("has an unknown kind of gzip header");
    for (int i = 0; i < 6; i++) header(); // When, how and where it was compressed.
    if ((flags & HAS_EXTRA) != 0) {
      for (int left = header() | header() << 8; left > 0; left--) header();
    }
    if ((flags & HAS_NAME) != 0) skipText();
    if ((flags & HAS_COMMENT) != 0) skipText();
    if ((flags & HAS_HEADER_CRC) != 0 && (check.getValue() & 0xffff) != number(2)) {
      throw new Damaged("has a gzip header that does not fit its checksum");
    }
    check.reset();
    inflater.setInput(input, at, end - at);
    state = State.IN_MEMBER;
  }

  private void skipText() throws IOException {
    int next = header();
    while (next != 0) next = header();
  }

  /** Another member may follow. */
  private void endMember() throws IOException {
    if (number(4) != check.getValue()) throw new Damaged("does not fit its gzip checksum");
    if (number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new Damaged("does not have the length that its gzip data says");
    }
    int next = peek();
    if (next > 0) {
      beginMember();
    } else {
      skipPadding();
      state = State.ENDED;
    }
  }

  /**
   * RFC 1952 knows nothing but members. Yet what fills whole blocks, as tapes did, pads with zeros,
   * and gzip itself has always ignored those. Nothing else may follow them.
   */
  private void skipPadding() throws IOException {
    while (peek() >= 0) {
      if (input[at++] != 0) throw new Damaged("goes on with something else behind its gzip data");
    }
  }

  /** A number with its lowest byte first. */
  private long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) number |= (long) next() << (8 * i);
    return number;
  }

  /** The next byte of a header, which may have a checksum of its own. */
  private int header() throws IOException {
    int next = next();
    check.update(next);
    return next;
  }

  private int next() throws IOException {
    int next = peek();
    if (next < 0) throw new CutShort();
    at++;
    return next;
  }

  /** The next byte, which stays; negative if there is none. */
  private int peek() throws IOException {
    while (at == end) {
      int count = source.read(input, 0, BUFFER);
      if (count < 0) return -1;
      at = 0;
      end = count;
    }
    return input[at] & 0xff;
  }

  @Override
  public void close() throws IOException {
    state = State.CLOSED;
    inflater.end();
    source.close();
  }
}
