package io.partnercenter.emulator.faults;

import io.partnercenter.emulator.ConnectionFault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/** TLS sockets of the server, some of which end the handshake before it begins. */
public final class HandshakeFaultSocketFactory extends SSLSocketFactory {
  /** A TLS 1.2 record with an alert of two bytes: fatal, handshake failure (RFC 5246, 7.2). */
  private static final byte[] HANDSHAKE_FAILURE = {0x15, 3, 3, 0, 2, 2, 40};

  private final SSLSocketFactory factory;
  private final FaultQueue faults;

  public HandshakeFaultSocketFactory(SSLSocketFactory factory, FaultQueue faults) {
    this.factory = factory;
    this.faults = faults;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    if (faults.takeForConnection(ConnectionFault.FailedHandshake.class)) {
      try (socket) {
        socket.getOutputStream().write(HANDSHAKE_FAILURE);
        socket.shutdownOutput();
        // Unread bytes of the client would make close() send a reset, and the alert would be lost.
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
      throw new SSLException("The handshake ends here because of a fault");
    }
    return factory.createSocket(socket, host, port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException(
        "Use accepted sockets: the server opens no connections");
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
