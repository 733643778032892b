package io.partnercenter.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.ConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one partner: those of its client, until one of them turns out to have ended
 * unnoticed. The others have probably ended, too. From then on the partner draws on a pool of its
 * own, and leaves that of the client, which may be the application's, alone.
 */
final class Connections {
  private static final int MOST_IDLE = 5;

  /** Azure's load balancers forget connections that have been idle for four minutes. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

  private final AtomicReference<@Nullable ConnectionPool> current = new AtomicReference<>();

  /** Returns an empty pool that keeps connections for later requests. */
  static ConnectionPool pool() {
    return keeping(MOST_IDLE);
  }

  /** Returns an empty pool that closes its connections as soon as their requests have ended. */
  static ConnectionPool poolOfOneCall() {
    return keeping(0);
  }

  private static ConnectionPool keeping(int idle) {
    return new ConnectionPool(idle, LONGEST_IDLE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Returns the pool to draw on; null for that of the client. */
  @Nullable ConnectionPool current() {
    return current.get();
  }

  /** Leaves {@code ended}, of whose connections one has ended unnoticed, and begins another. */
  void replace(@Nullable ConnectionPool ended) {
    if (current.compareAndSet(ended, pool()) && ended != null) ended.evictAll();
  }

  void close() {
    ConnectionPool last = current.getAndSet(null);
    if (last != null) last.evictAll();
  }
}
