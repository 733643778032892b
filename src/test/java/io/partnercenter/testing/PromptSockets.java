package io.partnercenter.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * Sockets that send what they have. A mock server writes head and body apart, and the system would
 * hold the second back for 40 ms, until the first is acknowledged.
 */
final class PromptSockets extends ServerSocketFactory {
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();

  /** How many connections neither side has closed. */
  long open() {
    return accepted.stream().filter(socket -> !socket.isClosed()).count();
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        socket.setTcpNoDelay(true);
        accepted.add(socket);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException("mock servers bind their sockets themselves");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    return createServerSocket(port);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    return createServerSocket(port);
  }
}
