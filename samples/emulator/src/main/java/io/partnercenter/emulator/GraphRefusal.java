package io.partnercenter.emulator;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Graph will not do what was asked, and says why in error shape D of contract 4.2. */
final class GraphRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  GraphRefusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static GraphRefusal badRequest(String message) {
    return new GraphRefusal(400, "BadRequest", message);
  }

  static GraphRefusal notFound(String what) {
    return new GraphRefusal(404, "ResourceNotFound", what + " was not found.");
  }

  static GraphRefusal unauthorized(@Nullable String why) {
    return new GraphRefusal(401, "InvalidAuthenticationToken", String.valueOf(why));
  }

  /** What a fault says in Graph's words; statuses of its own have no codes that are known. */
  static GraphRefusal of(int status) {
    return switch (status) {
      case 400 -> badRequest("Invalid request.");
      case 401 -> unauthorized("Lifetime validation failed, the token is expired.");
      case 403 -> new GraphRefusal(status, "Forbidden", "Insufficient privileges.");
      case 404 -> notFound("The resource");
      case 410 -> new GraphRefusal(status, "Gone", "The resource has expired.");
      case 429 -> new GraphRefusal(status, "TooManyRequests", "Too many requests.");
      case 503 -> new GraphRefusal(status, "ServiceUnavailable", "The service is unavailable.");
      default -> new GraphRefusal(status, "InternalServerError", "An error has occurred.");
    };
  }

  /** The ids are in the body and in the headers. */
  Answer answer(Call call) {
    String requestId = UUID.randomUUID().toString();
    String sent = call.header("client-request-id");
    String clientRequestId = sent == null ? requestId : sent;
    return Answer.json(
            status,
            json ->
                json.begin()
                    .begin("error")
                    .text("code", code)
                    .text("message", getMessage())
                    .begin("innerError")
                    .text("date", WireTime.bare(LocalDateTime.now(ZoneOffset.UTC)))
                    .text("request-id", requestId)
                    .text("client-request-id", clientRequestId)
                    .end()
                    .end()
                    .end())
        .with("request-id", requestId)
        .with("client-request-id", clientRequestId);
  }
}
