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
  private final GzipSource source;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
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
    this(source, GzipSource.BUFFER);
  }

  /**
   * Decompresses what {@code source} has.
   *
   * @param buffer how many compressed bytes are read at once; less costs less where there are few
   */
  Gunzip(InputStream source, int buffer) {
    this.source = new GzipSource(source, buffer);
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
    if (state == State.PLAIN) return source.copy(bytes, offset, length);
    while (state == State.IN_MEMBER) {
      int count = inflate(bytes, offset, length);
      if (count > 0) return count;
      endMember();
    }
    return -1;
  }

  private void begin() throws IOException {
    if (source.beginsLikeGzip()) {
      beginMember();
    } else {
      state = State.PLAIN;
    }
  }

  /** At least one byte, or 0 at the end of the member. */
  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(bytes, offset, length);
        source.skipTaken(inflater);
        if (count > 0) {
          check.update(bytes, offset, count);
          return count;
        }
        if (inflater.needsInput()) source.feed(inflater);
      }
      return 0;
    } catch (DataFormatException e) {
      throw new Damaged("holds damaged gzip data: " + e.getMessage());
    }
  }

  private void beginMember() throws IOException {
    source.skipHeader();
    inflater.reset();
    source.feed(inflater);
    check.reset();
    state = State.IN_MEMBER;
  }

  /** Another member may follow. */
  private void endMember() throws IOException {
    if (source.number(4) != check.getValue()) throw new Damaged("does not fit its gzip checksum");
    if (source.number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new Damaged("does not have the length that its gzip data says");
    }
    int next = source.peek();
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
    while (source.peek() >= 0) {
      if (source.next() != 0) throw new Damaged("goes on with something else behind its gzip data");
    }
  }

  @Override
  public void close() throws IOException {
    state = State.CLOSED;
    inflater.end();
    source.close();
  }
}
