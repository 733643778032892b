package io.partnercenter.emulator;

/** A fault of a connection, whatever is sent on it. */
public sealed interface ConnectionFault extends Fault {
  /** The point of a response at which a fault happens. */
  enum Moment {
    BEFORE,
    IN_THE_MIDDLE,
    AFTERWARDS
  }

  /**
   * No server listens. Applies to new connections of clients whose sockets are {@link
   * Emulator#sockets()}, whatever they request.
   */
  record RefusedConnection() implements ConnectionFault {}

  /** The server ends the TLS handshake with an alert. Applies to new connections. */
  record FailedHandshake() implements ConnectionFault {}

  /** HTTP/2 GOAWAY: the connection takes no more requests. HTTP/1 closes the connection. */
  record Goaway(Moment moment) implements ConnectionFault {}

  /** HTTP/2 RST_STREAM with an error code. HTTP/1 closes the connection. */
  record ResetStream(Moment moment, int errorCode) implements ConnectionFault {}
}
