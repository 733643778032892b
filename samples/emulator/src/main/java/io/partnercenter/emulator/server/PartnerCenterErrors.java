package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;
import java.util.List;

/** The error responses of the v1 API: shape A of contract 4.2 and its variants. */
final class PartnerCenterErrors {
  private PartnerCenterErrors() {}

  /** Returns the usual error of a status. */
  static Response of(Fault.Status status) {
    int code = status.code();
    return switch (code) {
      case 400 -> error(code, "800002", "Invalid request input.");
      case 401 -> error(code, "400", "Access denied.");
      case 403 -> error(code, "2032", "Access denied.");
      case 404 -> error(code, "1000", "Not found.");
      case 429 -> throttled(status);
      case 500 -> numberedError(code);
      case 501 -> error(code, "0", "Undefined exception.");
      default -> Response.text(code, "text/plain", "");
    };
  }

  /** Returns an error in the usual form: code, description and source. */
  static Response error(int status, String code, String description) {
    return Response.json(
        status,
        json ->
            json.begin()
                .text("code", code)
                .text("description", description)
                .texts("data", List.of())
                .text("source", "PartnerApiServiceCore")
                .end());
  }

  private static Response throttled(Fault.Status status) {
    long seconds = status.retryAfter() == null ? 1 : status.retryAfter().toSeconds();
    String message = "Rate limit is exceeded. Try again in " + seconds + " seconds.";
    return Response.json(
        429, json -> json.begin().integer("statusCode", 429).text("message", message).end());
  }

  /** Returns an error whose code is a number. In most errors it is a string. */
  private static Response numberedError(int status) {
    return Response.json(
        status,
        json ->
            json.begin()
                .integer("code", 800003)
                .text("description", "An unexpected service error occurred.")
                .end());
  }
}
