package io.partnercenter.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import javax.net.SocketFactory;

/**
 * Sockets that connect and take no byte, until they are closed. As with those of the JDK, being
 * interrupted is nothing to them.
 */
public final class StuckSockets extends SocketFactory {
  private final CountDownLatch sending = new CountDownLatch(1);

  /** Open when somebody sends. */
  public CountDownLatch sending() {
    return sending;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public OutputStream getOutputStream() {
        return new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            sending.countDown();
            while (!isClosed()) Thread.onSpinWait();
            throw new SocketException("Socket closed");
          }
        };
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }
}
