package io.partnercenter.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Sends through OkHttp. */
public final class OkHttpTransport implements Transport {
  private final OkHttpClient client;
  private final ClearText clearText;
  private final UsedConnections used = new UsedConnections();
  private final InterruptWatch interrupts = new InterruptWatch();

  /**
   * Sends through a copy of {@code client}.
   *
   * <p>Taken over: its connection pool and dispatcher, proxy or proxy selector, the authenticator
   * for the proxy, TLS (trusted and own certificates, pinning, protocols, connection specs), DNS,
   * socket factory, time-outs, interceptors of both kinds and event listeners. Of its time-out for
   * a whole call and the partner's for an attempt, the shorter one ends the attempt.
   *
   * <p>Not taken over: its cache and its cookie jar, which know URLs and no tokens, so that one
   * tenant would get what belongs to another; its authenticator for a 401 of the service, which
   * would send other credentials than the partner's; redirects, which could carry the bearer token
   * to another host; and all repetitions, so that every attempt is one that was counted. Idle
   * connections of the pool that have ended are told as {@link StaleConnectionException}. A
   * password that the proxy has refused is not sent again in the same attempt. Requests over plain
   * HTTP, which a partner makes to this machine only, go through no proxy. An interceptor is the
   * application's own: one that repeats requests, adds cookies or answers from a store of its own
   * does so here, too.
   */
  public OkHttpTransport(OkHttpClient client) {
    OkHttpClient.Builder copy =
        client
            .newBuilder()
            .cache(null) // Its keys are URLs, not tokens: one tenant would get another's answers.
            .cookieJar(CookieJar.NO_COOKIES)
            .authenticator(Authenticator.NONE)
            .proxyAuthenticator(oncePerPassword(client.proxyAuthenticator()))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(OkHttpTransport::withoutSilentRepeat)
            .addNetworkInterceptor(OkHttpTransport::unlessCanceled)
            .addNetworkInterceptor(ClearText::notThroughProxies);
    this.client = used.of(client, copy).build();
    this.clearText = ClearText.of(this.client);
  }

  @Override
  public Response send(Request request) throws IOException {
    UsedConnections.Trace trace = UsedConnections.Trace.begin();
    Call call =
        client(request)
            .newCall(request.newBuilder().tag(UsedConnections.Trace.class, trace).build());
    AttemptTimeout timeout = request.tag(AttemptTimeout.class);
    if (timeout != null) call.timeout().timeout(nanos(timeout), TimeUnit.NANOSECONDS);
    InterruptWatch.WatchedCall watched = interrupts.watch(call);
    try {
      return watched.untilClosed(call.execute());
    } catch (IOException e) {
      watched.end();
      throw trace.isConnected() ? trace.told(e, call) : whileConnecting(e);
    } catch (RuntimeException | Error e) {
      watched.end();
      throw e;
    } catch (Throwable e) { // OkHttp waits for connections and does not declare the interrupt.
      watched.end();
      throw interrupted(e);
    }
  }

  /** Returns the client for {@code request}, with the pool that it names, if it names one. */
  private OkHttpClient client(Request request) {
    OkHttpClient chosen = clearText.client(request.url(), client);
    ConnectionPool pool = request.tag(ConnectionPool.class);
    return pool == null ? chosen : chosen.newBuilder().connectionPool(pool).build();
  }

  /** The attempt's, or the client's own if that is shorter. */
  private long nanos(AttemptTimeout timeout) {
    long attempt = timeout.value().toNanos();
    long own = TimeUnit.MILLISECONDS.toNanos(client.callTimeoutMillis());
    return own == 0 ? attempt : Math.min(own, attempt);
  }

  /** Time-outs and cancelled calls look the same wherever they strike; so these say where. */
  private static IOException whileConnecting(IOException e) {
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) return e;
    String words = e.getMessage() + " while connecting";
    if (e instanceof InterruptedIOException) {
      return (IOException) new InterruptedIOException(words).initCause(e);
    }
    boolean said = e instanceof SocketException || "Canceled".equals(e.getMessage());
    return said ? (IOException) new ConnectException(words).initCause(e) : e;
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

  /**
   * A call over HTTP/2 that is canceled before its request is written may be answered all the same.
   * OkHttp then closes the answer, but takes the request for unfinished, and keeps the connection
   * for it. If the failure comes from here, it knows both to be over.
   */
  private static Response unlessCanceled(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (!chain.call().isCanceled()) return response;
    response.close();
    throw new IOException("Canceled");
  }

  private static Authenticator oncePerPassword(Authenticator proxy) {
    return proxy == Authenticator.NONE ? proxy : new OncePerPassword(proxy);
  }

  /**
   * Does not send credentials again that the proxy has just refused: many authenticators answer
   * each challenge in the same way, OkHttp asks them 21 times, and accounts are locked by that. A
   * record, for connections are shared between clients whose authenticators are equal.
   */
  private record OncePerPassword(Authenticator authenticator) implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response)
        throws IOException {
      Request next = authenticator.authenticate(route, response);
      String refused = response.request().header(HEADER);
      if (next == null || refused == null) return next;
      return refused.equals(next.header(HEADER)) ? null : next;
    }
  }
}
