package io.partnercenter.emulator;

/** What comes with an error status: the service and the gateways before it differ. */
final class ErrorResponses {
  static final String HTML =
      "<html><head><title>Error</title></head><body>Try again later.</body></html>";

  private ErrorResponses() {}

  static Response of(Fault.Status status, Call call) {
    if (status.code() == 502 || status.code() == 504) return ofPartnerCenter(status); // A gateway.
    return switch (ServiceKind.of(call)) {
      case GRAPH -> GraphErrorException.of(status.code()).response(call);
      case STORAGE -> StorageErrors.of(status.code());
      default -> ofPartnerCenter(status);
    };
  }

  private static Response ofPartnerCenter(Fault.Status status) {
    int code = status.code();
    return switch (code) {
      case 400 -> Response.fault(code, "800002", "Invalid request input.");
      case 401 -> Response.fault(code, "400", "Access denied.");
      case 403 -> Response.fault(code, "2032", "Access denied.");
      case 404 -> Response.fault(code, "1000", "Not found.");
      case 429 -> throttled(status);
      case 500 -> numberedFault(code);
      case 501 -> Response.fault(code, "0", "Undefined exception.");
      case 502, 504 -> Response.text(code, "text/html", HTML);
      default -> Response.text(code, "text/plain", "");
    };
  }

  private static Response throttled(Fault.Status status) {
    long seconds = status.retryAfter() == null ? 1 : status.retryAfter().toSeconds();
    String message = "Rate limit is exceeded. Try again in " + seconds + " seconds.";
    return Response.json(
        429, json -> json.begin().integer("statusCode", 429).text("message", message).end());
  }

  /** The code is mostly a text, but not always. */
  private static Response numberedFault(int status) {
    return Response.json(
        status,
        json ->
            json.begin()
                .integer("code", 800003)
                .text("description", "An unexpected service error occurred.")
                .end());
  }
}
