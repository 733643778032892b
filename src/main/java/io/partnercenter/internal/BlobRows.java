package io.partnercenter.internal;

import io.partnercenter.errors.PartnerDataException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The rows of one file, batch by batch; its lock is there for whoever closes it from outside. */
final class BlobRows<T> implements AutoCloseable {
  private final BlobSource source;
  private final Counted bytes;
  private final JsonLines<T> lines;
  private boolean closed;

  BlobRows(BlobSource source, Class<T> type, int lineLimit, boolean setsAside) {
    this.source = source;
    this.bytes = new Counted(source.bytes().get());
    this.lines = new JsonLines<>(bytes, type, lineLimit, setsAside);
  }

  BlobSource source() {
    return source;
  }

  /** The next rows; null at the end, where there have been as many as there should be. */
  synchronized JsonLines.@Nullable Batch<T> next() {
    if (closed) throw new CancellationException("nobody reads " + source.name() + " any more");
    try {
      JsonLines.Batch<T> batch = lines.next();
      if (batch == null) checkCount();
      return batch;
    } catch (UnreadableAnswer e) {
      throw new PartnerDataException(
          e.problem, e.row, e.field, e.text, source.facts(), e.getCause());
    } catch (EOFException e) {
      throw unreadable("ends too soon, although all of its bytes are there: " + e.getMessage());
    } catch (IOException e) { // Of a file on this machine: the others have failures of their own.
      throw new UncheckedIOException(source.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private PartnerDataException unreadable(String problem) {
    return new PartnerDataException(problem, null, null, null, source.facts(), null);
  }

  private void checkCount() {
    Long announced = source.itemCount();
    if (announced == null || announced == lines.rows()) return;
    throw unreadable("has " + lines.rows() + " rows, where the manifest says " + announced);
  }

  /** How many compressed bytes were read so far. */
  long bytesRead() {
    return bytes.count;
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counted extends FilterInputStream {
    private volatile long count;

    Counted(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      throw new IOException("read in portions");
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread at a time reads; others only look.
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      if (read > 0) count += read;
      return read;
    }
  }
}
