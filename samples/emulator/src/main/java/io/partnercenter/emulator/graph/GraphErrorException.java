package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.Timestamps;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a call with an error of Graph: shape D of contract 4.2. */
final class GraphErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  GraphErrorException(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static GraphErrorException badRequest(String message) {
    return new GraphErrorException(400, "BadRequest", message);
  }

  static GraphErrorException notFound(String what) {
    return new GraphErrorException(404, "ResourceNotFound", what + " was not found.");
  }

  static GraphErrorException unauthorized(@Nullable String why) {
    return new GraphErrorException(401, "InvalidAuthenticationToken", String.valueOf(why));
  }

  /** Returns the error of a status. */
  static GraphErrorException of(int status) {
    return switch (status) {
      case 400 -> badRequest("Invalid request.");
      case 401 -> unauthorized("Lifetime validation failed, the token is expired.");
      case 403 -> new GraphErrorException(status, "Forbidden", "Insufficient privileges.");
      case 404 -> notFound("The resource");
      case 410 -> new GraphErrorException(status, "Gone", "The resource has expired.");
      case 429 -> new GraphErrorException(status, "TooManyRequests", "Too many requests.");
      case 503 ->
          new GraphErrorException(status, "ServiceUnavailable", "The service is unavailable.");
      default -> new GraphErrorException(status, "InternalServerError", "An error has occurred.");
    };
  }

  /** Returns the response. Its ids are in the body and in the headers. */
  Response response(Call call) {
    String requestId = UUID.randomUUID().toString();
    String sent = call.header("client-request-id");
    String clientRequestId = sent == null ? requestId : sent;
    return Response.json(
            status,
            json ->
                json.begin()
                    .begin("error")
                    .text("code", code)
                    .text("message", getMessage())
                    .begin("innerError")
                    .text("date", Timestamps.withoutZone(LocalDateTime.now(ZoneOffset.UTC)))
                    .text("request-id", requestId)
                    .text("client-request-id", clientRequestId)
                    .end()
                    .end()
                    .end())
        .with("request-id", requestId)
        .with("client-request-id", clientRequestId);
  }
}
