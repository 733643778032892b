package io.partnercenter.internal;

import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/** What one partner has created, and therefore ends. */
public final class Resources {
  private final List<Runnable> ends = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Connections connections = new Connections();

  /** An OkHttp client of the partner's own. */
  public Transport okHttp() {
    CallsUnderWay calls = new CallsUnderWay();
    OkHttpClient client =
        calls
            .of(new OkHttpClient.Builder())
            .connectionPool(Connections.pool())
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(
                Duration.ZERO) // A page may take minutes to begin; the attempt has a limit.
            .writeTimeout(Duration.ZERO)
            .build();
    ends.add(
        () -> {
          calls.end();
          client.dispatcher().executorService().shutdown();
          client.connectionPool().evictAll();
        });
    return new OkHttpTransport(client);
  }

  /** Threads of the partner's own: as many as there are calls, none when there are none. */
  public Executor executor() {
    ExecutorService executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "partnercenter-async"));
    ends.add(executor::shutdownNow);
    return executor;
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Ends everything; calls under way fail. */
  public void close() {
    if (isClosed()) return;
    closed.countDown();
    ends.forEach(Runnable::run);
    connections.close();
  }

  /** Has {@code end} run by {@link #close}. */
  public void onClose(Runnable end) {
    ends.add(end);
  }

  Connections connections() {
    return connections;
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Waits that long, or until closed. */
  void sleep(Duration pause, Timing timing) throws InterruptedException {
    timing.sleeper().sleep(pause, closed);
  }
}
