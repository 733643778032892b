package io.partnercenter.transport;

import java.util.HashSet;
import java.util.Set;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Cancels the calls of interrupted threads. A thread that is blocked in a socket does not notice an
 * interrupt; handing every call to another thread would, at the price of two hand-overs each. So a
 * daemon thread looks at the calls under way now and then, and ends when there are none.
 */
final class InterruptWatch {
  private static final long LOOK_EVERY_MILLIS = 20;
  private static final int IDLE_LOOKS = 50;

  private final Set<WatchedCall> calls = new HashSet<>();
  private @Nullable Thread watcher;

  /** Watches {@code call}, which this thread is about to execute, until the watch is ended. */
  WatchedCall watch(Call call) {
    WatchedCall watched = new WatchedCall(call, Thread.currentThread());
    add(watched);
    return watched;
  }

  private synchronized void add(WatchedCall call) {
    calls.add(call);
    if (watcher != null) return;
    watcher = new Thread(this::watch, "partnercenter-interrupts");
    watcher.setDaemon(true);
    watcher.start();
  }

  private synchronized void remove(WatchedCall call) {
    calls.remove(call);
  }

  private synchronized void watch() {
    try {
      for (int idle = 0; idle < IDLE_LOOKS; idle++) {
        wait(LOOK_EVERY_MILLIS);
        if (!calls.isEmpty()) idle = 0;
        for (WatchedCall watched : calls) {
          if (watched.thread.isInterrupted()) watched.call.cancel();
        }
      }
    } catch (InterruptedException e) {
      // Somebody wants this thread to end; the next call starts another.
    } finally {
      watcher = null;
    }
  }

  /** Equal to nothing but itself: two calls of one thread are two. */
  final class WatchedCall {
    private final Call call;
    private final Thread thread;

    private WatchedCall(Call call, Thread thread) {
      this.call = call;
      this.thread = thread;
    }

    /** The response, watched until it is closed. */
    Response untilClosed(Response response) {
      return response.newBuilder().body(new WatchedBody(response.body(), this)).build();
    }

    void end() {
      remove(this);
    }
  }

  private static final class WatchedBody extends ResponseBody {
    private final ResponseBody body;
    private final WatchedCall watched;

    WatchedBody(ResponseBody body, WatchedCall watched) {
      this.body = body;
      this.watched = watched;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return body.source();
    }

    @Override
    public void close() {
      watched.end();
      body.close();
    }
  }
}
