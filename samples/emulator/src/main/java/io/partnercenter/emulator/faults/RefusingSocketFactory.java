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
 * Sockets of a client that find nobody listening when a fault says so. The server itself cannot do
 * that: it would have to close, and could not be sure to get its port back.
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
        setTcpNoDelay(true); // HTTP/2 writes many small frames, and each would wait for the last.
      }
    };
  }

  /** Free a moment ago, and so nobody listens there. */
  private static SocketAddress closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("clients connect their sockets themselves");
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
