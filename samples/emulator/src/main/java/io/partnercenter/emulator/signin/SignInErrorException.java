package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a sign-in with an error of the directory, which has a number with the prefix AADSTS. */
final class SignInErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final int code;

  private SignInErrorException(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  static SignInErrorException of(int code) {
    return new SignInErrorException(code, message(code));
  }

  static SignInErrorException missing(String field) {
    return new SignInErrorException(900144, message(900144) + " '" + field + "'.");
  }

  /**
   * Returns the error response: shape F of contract 4.2.
   *
   * @param v2 whether the request was to the v2.0 endpoint, which has fewer kinds of errors
   */
  Response response(boolean v2, @Nullable String clientRequestId, Instant now) {
    String trace = UUID.randomUUID().toString();
    String correlation = clientRequestId == null ? UUID.randomUUID().toString() : clientRequestId;
    String time = TIME.format(now);
    String description =
        "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
            .formatted(code, getMessage(), trace, correlation, time);
    return Response.json(
        status(),
        json ->
            json.begin()
                .text("error", error(v2))
                .text("error_description", description)
                .integers("error_codes", code)
                .text("timestamp", time)
                .text("trace_id", trace)
                .text("correlation_id", correlation)
                .text("suberror", code == 50076 ? "basic_action" : null)
                .end());
  }

  private int status() {
    return switch (code) {
      case 7000215, 700021, 700023, 700024, 7000216, 7000218 -> 401;
      case 90033 -> 503;
      default -> 400;
    };
  }

  private String error(boolean v2) {
    return switch (code) {
      case 700016 -> "unauthorized_client";
      case 7000215, 700021, 700023, 700024, 7000216, 7000218 -> "invalid_client";
      case 50076 -> v2 ? "invalid_grant" : "interaction_required";
      case 70016 -> "authorization_pending";
      case 70019 -> "expired_token";
      case 70003 -> "unsupported_grant_type";
      case 1002012 -> "invalid_scope";
      case 90033 -> "temporarily_unavailable";
      case 50027, 90002, 900144, 900561 -> "invalid_request";
      default -> "invalid_grant";
    };
  }

  private static String message(int code) {
    return switch (code) {
      case 700016 -> "The application was not found in the directory of the tenant.";
      case 7000215 -> "Invalid client secret provided.";
      case 7000216 -> "'client_assertion' or 'client_secret' is required for this grant.";
      case 7000218 -> "The request body must contain 'client_assertion' or 'client_secret'.";
      case 700021 -> "Client assertion application identifier does not match 'client_id'.";
      case 700023 -> "Client assertion audience claim does not match the realm issuer.";
      case 700024 -> "Client assertion is not within its valid time range.";
      case 50027 -> "Invalid JWT token.";
      case 50076 -> "You must use multi-factor authentication to access the resource.";
      case 70000 -> "The provided grant is invalid.";
      case 700082 -> "The refresh token has expired due to inactivity.";
      case 70003 -> "The app requested an unsupported grant type.";
      case 70016 -> "Authorization is pending. Continue polling.";
      case 70019 -> "The device code has expired.";
      case 1002012 -> "Client credential flows must have a scope that ends with /.default.";
      case 90002 -> "Tenant not found.";
      case 90033 -> "A transient error has occurred. Please try again.";
      case 900144 -> "The request body must contain the following parameter:";
      case 900561 -> "The endpoint only accepts POST requests.";
      default -> "The sign-in was refused.";
    };
  }
}
