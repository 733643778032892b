package io.partnercenter.transport;

import java.io.IOException;
import java.net.Proxy;
import java.util.regex.Pattern;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Keeps requests over plain HTTP from proxies, which would see the token. A partner makes such
 * requests to this machine only.
 */
final class ClearText {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

  private final OkHttpClient direct;

  private ClearText(OkHttpClient direct) {
    this.direct = direct;
  }

  /** Sends requests to this machine through a copy of {@code client} that has no proxy. */
  static ClearText of(OkHttpClient client) {
    return new ClearText(client.newBuilder().proxy(Proxy.NO_PROXY).build());
  }

  /** Returns the client for {@code url}: {@code usual}, or the one that has no proxy. */
  OkHttpClient client(HttpUrl url, OkHttpClient usual) {
    return !url.isHttps() && LOOPBACK.matcher(url.host()).matches() ? direct : usual;
  }

  /** Refuses what has become such a request on its way, in an interceptor of the application. */
  static Response notThroughProxies(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    boolean isSeen =
        connection != null
            && connection.route().proxy().type() != Proxy.Type.DIRECT
            && !chain.request().isHttps()
            && chain.request().header("Authorization") != null;
    if (!isSeen) return chain.proceed(chain.request());
    throw new IOException(
        "not sent: over plain HTTP the proxy would see the token; use https, or no proxy for "
            + chain.request().url().host());
  }
}
