package io.partnercenter.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Hears how a TLS client begins, and has no answer to it. */
public final class HandshakeServer implements AutoCloseable {
  private final ServerSocket server;
  private final boolean breaksOff;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch heard = new CountDownLatch(1);

  private HandshakeServer(boolean breaksOff) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.breaksOff = breaksOff;
    Thread thread = new Thread(this::accept, "test-handshakes");
    thread.setDaemon(true);
    thread.start();
  }

  /** Hangs up. */
  public static HandshakeServer thatBreaksOff() throws IOException {
    return new HandshakeServer(true);
  }

  /** Says nothing. */
  public static HandshakeServer thatStalls() throws IOException {
    return new HandshakeServer(false);
  }

  public URI url() {
    return URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** Open when the first client has begun. */
  public CountDownLatch heard() {
    return heard;
  }

  private void accept() {
    byte[] hello = new byte[64 << 10];
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        if (socket.getInputStream().read(hello) > 0) heard.countDown();
        if (breaksOff) socket.close();
      } catch (IOException e) {
        // A client that has gone, or the end of the test.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) socket.close();
  }
}
