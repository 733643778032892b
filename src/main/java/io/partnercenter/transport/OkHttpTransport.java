package io.partnercenter.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends through OkHttp. */
public final class OkHttpTransport implements Transport {
  private final OkHttpClient client;
  private final InterruptWatch interrupts = new InterruptWatch();

  /**
   * Sends through a copy of {@code client} that shares its connections and keeps its proxy, TLS,
   * time-outs and interceptors, but follows no redirect, which could carry the bearer token to
   * another host, and repeats nothing on its own, so that every attempt is one that was counted.
   */
  public OkHttpTransport(OkHttpClient client) {
    this.client =
        client
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(OkHttpTransport::withoutSilentRepeat)
            .build();
  }

  @Override
  public Response send(Request request) throws IOException {
    Call call = client.newCall(request);
    AttemptTimeout timeout = request.tag(AttemptTimeout.class);
    if (timeout != null) call.timeout().timeout(timeout.value().toNanos(), TimeUnit.NANOSECONDS);
    InterruptWatch.WatchedCall watched = interrupts.watch(call);
    try {
      return watched.untilClosed(call.execute());
    } catch (IOException | RuntimeException | Error e) {
      watched.end();
      throw e;
    } catch (Throwable e) { // OkHttp waits for connections and does not declare the interrupt.
      watched.end();
      throw interrupted(e);
    }
  }

  private static InterruptedIOException interrupted(Throwable cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException interrupted = new InterruptedIOException("interrupted while connecting");
    interrupted.initCause(cause);
    return interrupted;
  }

  /**
   * OkHttp repeats a 503 with {@code Retry-After: 0} by itself, whatever it is told, and stumbles
   * over one that is no int. It looks at the last value only; so it gets one that says nothing, and
   * those before it stay for whoever reads them all.
   */
  private static Response withoutSilentRepeat(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    boolean mayRepeat = response.code() == 503 && response.header("Retry-After") != null;
    return mayRepeat ? response.newBuilder().addHeader("Retry-After", "-").build() : response;
  }
}
