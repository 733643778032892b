package io.partnercenter.internal;

import okhttp3.Request;

/** What a host wants to hear of each request besides what it asks for, and calls its own ids. */
public enum Dialect {
  /** Partner Center itself; without {@code MS-Contract-Version}, which no example ever sends. */
  PARTNER_CENTER("MS-CV") {
    @Override
    void introduce(Request.Builder request, CallOptions options, String requestId, String vector) {
      request
          .header("MS-RequestId", requestId)
          .header("MS-CorrelationId", options.scope().correlationId())
          .header("MS-CV", vector)
          .header("X-Locale", options.locale())
          .header("MS-PartnerCenter-Client", RequestHeaders.CLIENT)
          .header("MS-SdkVersion", SdkVersion.VERSION);
      String application = options.applicationName();
      if (application != null) request.header("MS-PartnerCenter-Application", application);
    }
  },

  /** Microsoft Graph. */
  GRAPH("request-id") {
    @Override
    void introduce(Request.Builder request, CallOptions options, String requestId, String vector) {
      request.header("client-request-id", requestId);
    }
  },

  /** Azure Storage, which is told nothing of the partner: the address itself opens the file. */
  STORAGE("x-ms-request-id") {
    @Override
    void introduce(Request.Builder request, CallOptions options, String requestId, String vector) {
      request.header("x-ms-client-request-id", requestId);
    }
  };

  private final String traceHeader;

  Dialect(String traceHeader) {
    this.traceHeader = traceHeader;
  }

  abstract void introduce(
      Request.Builder request, CallOptions options, String requestId, String vector);

  /** The header in which the host names an attempt. */
  String traceHeader() {
    return traceHeader;
  }
}
