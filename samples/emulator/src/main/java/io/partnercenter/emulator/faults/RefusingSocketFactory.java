package io.partnercenter.emulator.faults;

import io.partnercenter.emulator.ConnectionFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets of a client that connect to a closed port when a fault says so. The server cannot refuse
 * connections itself: it would have to close, and might not get its port back.
 */
public final class RefusingSocketFactory extends SocketFactory {
  private final FaultQueue faults;

  public RefusingSocketFactory(FaultQueue faults) {
    this.faults = faults;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress address, int timeout) throws IOException {
        boolean refused = faults.takeForConnection(ConnectionFault.RefusedConnection.class);
        super.connect(refused ? closedPort() : address, timeout);
        // HTTP/2 writes many small frames, each of which would wait for an acknowledgement.
        setTcpNoDelay(true);
      }
    };
  }

  /** Returns a port that was free a moment ago, so that no server listens. */
  private static SocketAddress closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("Use createSocket() and connect the socket");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }
}
