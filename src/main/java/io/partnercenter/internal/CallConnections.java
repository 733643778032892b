package io.partnercenter.internal;

import io.partnercenter.transport.StaleConnectionException;
import java.io.IOException;
import okhttp3.ConnectionPool;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the connections of one call. After a failure each further attempt makes a connection of
 * its own, so that attempts do not fail together on connections that have ended together.
 */
final class CallConnections {
  private final Connections connections;
  private @Nullable ConnectionPool pool;
  private boolean hasFailed;
  private boolean hasRepeated;

  CallConnections(Connections connections) {
    this.connections = connections;
  }

  /** Has the next attempt sent over the connections chosen for it. */
  Request.Builder choose(Request.Builder request) {
    pool = hasFailed ? Connections.poolOfOneCall() : connections.current();
    return request.tag(ConnectionPool.class, pool);
  }

  /**
   * Takes note of an attempt that failed.
   *
   * @return whether it is repeated at once and does not count, which is so once in a call
   */
  boolean isRepeatedAfter(IOException failure) {
    hasFailed = true;
    if (!(failure instanceof StaleConnectionException)) return false;
    connections.replace(pool);
    boolean first = !hasRepeated;
    hasRepeated = true;
    return first;
  }
}
