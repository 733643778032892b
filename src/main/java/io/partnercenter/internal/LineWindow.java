package io.partnercenter.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a stream, as many whole lines at a time as a buffer holds. It grows for a line that
 * is longer than the buffer, up to the limit of a line, and shrinks again behind it. One thread's
 * own.
 */
final class LineWindow implements Closeable {
  private static final int USUAL = 256 << 10;

  private final InputStream source;
  private final int lineLimit;
  private byte[] buffer;
  private int end;
  private int filled;
  private boolean isLast;

  /** A window on {@code source}, which it closes; it shows nothing before it is moved. */
  LineWindow(InputStream source, int lineLimit) {
    this.source = source;
    this.lineLimit = lineLimit;
    this.buffer = new byte[usual()];
  }

  /** One more than the limit has room for the line break, and no room for a longer line. */
  private int usual() {
    return lineLimit < USUAL ? lineLimit + 1 : USUAL;
  }

  /** Where the lines are, from the first byte on. */
  byte[] bytes() {
    return buffer;
  }

  /** How many bytes the lines have; behind a line break, if the last line has one. */
  int length() {
    return end;
  }

  /** Goes on to the next lines; false if there are none. */
  boolean move() throws IOException, UnreadableAnswer {
    if (isLast) return false;
    dropSeen();
    fill();
    end = behindLastLineBreak();
    while (end == 0 && !isLast) {
      grow();
      fill();
      end = behindLastLineBreak();
    }
    if (isLast) {
      if (filled - end > lineLimit) throw tooLong();
      end = filled;
    }
    return end > 0;
  }

  private void dropSeen() {
    int left = filled - end;
    boolean shrinks = buffer.length > usual() && left < usual();
    byte[] target = shrinks ? new byte[usual()] : buffer;
    System.arraycopy(buffer, end, target, 0, left);
    buffer = target;
    end = 0;
    filled = left;
  }

  private void fill() throws IOException {
    while (filled < buffer.length) {
      int count = source.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        isLast = true;
        return;
      }
      filled += count;
    }
  }

  private void grow() throws UnreadableAnswer {
    if (buffer.length > lineLimit) throw tooLong();
    buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, lineLimit + 1L));
  }

  private int behindLastLineBreak() {
    int behind = filled;
    while (behind > 0 && buffer[behind - 1] != '\n') behind--;
    return behind;
  }

  private UnreadableAnswer tooLong() {
    return new UnreadableAnswer("answered a line of more than " + lineLimit + " bytes");
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
