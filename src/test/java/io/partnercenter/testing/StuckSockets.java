package io.partnercenter.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;

/**
 * Sockets that come to a standstill, until they are closed. As with those of the JDK, being
 * interrupted is nothing to them.
 */
public final class StuckSockets extends Sockets {
  private final boolean connects;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private StuckSockets(boolean connects) {
    this.connects = connects;
  }

  /** Those that nobody answers. */
  public static StuckSockets whileConnecting() {
    return new StuckSockets(false);
  }

  /** Those that connect, and take no byte. */
  public static StuckSockets whileSending() {
    return new StuckSockets(true);
  }

  /** Open when somebody has come to the standstill. */
  public CountDownLatch reached() {
    return reached;
  }

  /** Whether one of them has been closed. */
  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void stand() throws SocketException {
    reached.countDown();
    while (!isClosed()) Thread.onSpinWait();
    throw new SocketException("Socket closed");
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        if (!connects) stand();
        super.connect(address, timeoutMillis);
      }

      @Override
      public OutputStream getOutputStream() {
        return new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            stand();
          }
        };
      }

      @Override
      @SuppressWarnings("UnsynchronizedOverridesSynchronized") // As in sockets of the JDK.
      public void close() throws IOException {
        closed.countDown();
        super.close();
      }
    };
  }
}
