package io.partnercenter.emulator;

/** Something that is wrong with a connection and not with what is said on it. */
public sealed interface ConnectionFault extends Fault {
  /** When in the course of an answer it happens. */
  enum Moment {
    BEFORE,
    IN_THE_MIDDLE,
    AFTERWARDS
  }

  /**
   * Nobody listens. It befalls connections, whatever is asked on them, of clients whose sockets are
   * {@link Emulator#sockets()}.
   */
  record RefusedConnection() implements ConnectionFault {}

  /** The server ends the TLS handshake with an alert. It befalls connections. */
  record FailedHandshake() implements ConnectionFault {}

  /** HTTP/2 GOAWAY, after which the connection takes no requests; HTTP/1 closes it. */
  record Goaway(Moment moment) implements ConnectionFault {}

  /** HTTP/2 RST_STREAM with an error code; HTTP/1 closes the connection. */
  record ResetStream(Moment moment, int errorCode) implements ConnectionFault {}
}
