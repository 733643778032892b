package io.partnercenter.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells connections that have carried requests before from new ones: those that it has seen itself,
 * and, where the client has no event listener of its own, all that a call has not made for itself.
 */
final class UsedConnections extends EventListener {
  private final Set<Connection> seen =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  /** Watches the connections of the client that {@code copy} makes from {@code client}. */
  OkHttpClient.Builder of(OkHttpClient client, OkHttpClient.Builder copy) {
    EventListener.Factory factory = client.eventListenerFactory();
    return copy.eventListenerFactory(
            call -> {
              EventListener listener = factory.create(call);
              return listener == EventListener.NONE ? listening(call) : listener;
            })
        .addNetworkInterceptor(this::watched);
  }

  private EventListener listening(Call call) {
    Trace trace = call.request().tag(Trace.class);
    if (trace != null) trace.heard.set(true);
    return this;
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    Trace trace = call.request().tag(Trace.class);
    if (trace != null) trace.made.set(true);
  }

  /** The innermost interceptor: whatever fails in here has failed on the connection. */
  private Response watched(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    Trace trace = chain.call().request().tag(Trace.class);
    if (connection == null || trace == null) return chain.proceed(chain.request());
    trace.connected.set(true);
    boolean isNew = trace.made.getAndSet(false) || !trace.heard.get();
    trace.stale.set(!seen.add(connection) || !isNew);
    try {
      Response response = chain.proceed(chain.request());
      trace.stale.set(false);
      return response;
    } catch (ProtocolException e) { // Something came, although it was no answer.
      trace.stale.set(false);
      throw e;
    }
  }

  /**
   * What is known of one request: a tag of it.
   *
   * @param heard whether its events are heard here
   * @param made whether a connection has just been made for it
   * @param connected whether it has had a connection
   * @param stale whether that had been used before, and nothing has come over it
   */
  record Trace(
      AtomicBoolean heard, AtomicBoolean made, AtomicBoolean connected, AtomicBoolean stale) {
    static Trace begin() {
      return new Trace(
          new AtomicBoolean(), new AtomicBoolean(), new AtomicBoolean(), new AtomicBoolean());
    }

    boolean isConnected() {
      return connected.get();
    }

    /** Returns {@code failure}, or what tells that its connection had been used before. */
    IOException told(IOException failure, Call call) {
      boolean isCanceled = call.isCanceled() && !(failure instanceof InterruptedIOException);
      return stale.get() && !isCanceled ? new StaleConnectionException(failure) : failure;
    }
  }
}
