package io.partnercenter.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that come a few at a time, as from a network, and never say how many are there. */
public final class Trickle extends InputStream {
  private final ByteArrayInputStream bytes;
  private final int atATime;
  private final @Nullable IOException end;
  private boolean isClosed;

  /** All of {@code bytes}, and then the end. */
  public Trickle(byte[] bytes, int atATime) {
    this(bytes, atATime, null);
  }

  /** All of {@code bytes}, and then that failure. */
  public Trickle(byte[] bytes, int atATime, @Nullable IOException end) {
    this.bytes = new ByteArrayInputStream(bytes);
    this.atATime = atATime;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    return ended(bytes.read());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return ended(bytes.read(target, offset, Math.min(length, atATime)));
  }

  private int ended(int read) throws IOException {
    if (read < 0 && end != null) throw end;
    return read;
  }

  @Override
  public void close() {
    isClosed = true;
  }

  /** Whether somebody has closed it. */
  public boolean isClosed() {
    return isClosed;
  }
}
