package io.partnercenter.transport;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Carries one request to the service and brings back one response. Implementations are thread-safe
 * and send once; retries are above them. In a test, a lambda will do.
 */
@FunctionalInterface
public interface Transport {
  /**
   * Sends {@code request} and blocks until the head of the answer is in. The caller closes the
   * response. How long one attempt may take, body included, is the request's tag of type {@link
   * AttemptTimeout}. A tag of type {@link okhttp3.ConnectionPool}, if there is one, is the pool to
   * take a connection from: a connection has failed, and others that the transport keeps may fail
   * like it.
   *
   * @throws StaleConnectionException if a connection that had been used before brought no answer
   * @throws IOException if no answer came, whether or not the service saw the request
   */
  Response send(Request request) throws IOException;
}
