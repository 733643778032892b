package io.partnercenter.internal;

import okhttp3.Headers;
import okhttp3.Request;

/** What every request says, besides what it asks for. */
final class RequestHeaders {
  static final String CLIENT = "partnercenter-sdk";
  private static final String USER_AGENT =
      CLIENT + "/" + SdkVersion.VERSION + " (Java " + Runtime.version().feature() + ")";

  private RequestHeaders() {}

  /** The next request of {@code call}, still without a token. */
  static Request.Builder request(
      ServiceClient service, ServiceCall<?> call, String requestId, String vector) {
    CallOptions options = service.options();
    Request.Builder request =
        new Request.Builder().url(call.url()).method(call.method(), call.body());
    Dialect dialect = service.endpoint().dialect();
    // A gateway's key, for example, is for the service, and not for where its files are.
    if (dialect != Dialect.STORAGE) request.headers(options.headers());
    dialect.introduce(request, options, requestId, vector);
    request.header("Accept-Encoding", ContentCoding.GZIP);
    Headers own = call.headers().get();
    for (int i = 0; i < own.size(); i++) request.header(own.name(i), own.value(i));
    return request.header("User-Agent", USER_AGENT);
  }
}
