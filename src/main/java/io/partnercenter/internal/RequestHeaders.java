package io.partnercenter.internal;

import okhttp3.Headers;
import okhttp3.Request;

/** What every request says about itself, besides what it asks for. */
final class RequestHeaders {
  private static final String CLIENT = "partnercenter-sdk";
  private static final String USER_AGENT =
      CLIENT + "/" + SdkVersion.VERSION + " (Java " + Runtime.version().feature() + ")";

  private RequestHeaders() {}

  /**
   * A request for {@code call}; without {@code MS-Contract-Version}, which no example ever sends.
   */
  static Request.Builder request(
      ServiceCall<?> call, CallOptions options, String requestId, String vector) {
    Request.Builder request =
        new Request.Builder()
            .url(call.url())
            .method(call.method(), call.body())
            .headers(options.headers())
            .header("MS-RequestId", requestId)
            .header("MS-CorrelationId", options.scope().correlationId())
            .header("MS-CV", vector)
            .header("X-Locale", options.locale())
            .header("MS-PartnerCenter-Client", CLIENT)
            .header("MS-SdkVersion", SdkVersion.VERSION)
            .header("User-Agent", USER_AGENT);
    String application = options.applicationName();
    if (application != null) request.header("MS-PartnerCenter-Application", application);
    Headers own = call.headers();
    for (int i = 0; i < own.size(); i++) request.header(own.name(i), own.value(i));
    return request;
  }
}
