package io.partnercenter.transport;

import java.io.IOException;

/**
 * Thrown by a {@link Transport} when a request failed on a connection that had carried requests
 * before, and nothing of an answer had come. Servers, proxies and firewalls end idle connections,
 * at times without a word, so such a failure says nothing about the service. The call repeats the
 * request once, immediately and without counting it, over a new connection.
 */
public final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  private final IOException failure;

  /** Creates the exception for {@code failure}, which is what the caller of the partner sees. */
  public StaleConnectionException(IOException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  /** Returns what happened to the connection. */
  public IOException failure() {
    return failure;
  }
}
