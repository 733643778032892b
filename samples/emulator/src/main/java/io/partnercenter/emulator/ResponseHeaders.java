package io.partnercenter.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** The headers of every answer. Ids that the client sends come back; others are made up. */
final class ResponseHeaders {
  private static final String SERVER_ID = "101110523";

  /** Java's own constant for this writes days with one digit. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private ResponseHeaders() {}

  static void add(MockResponse.Builder response, Call call, Response answer) {
    response.setHeader("Content-Type", answer.contentType()).setHeader("Date", now());
    switch (ServiceKind.of(call)) {
      case DIRECTORY -> ofDirectory(response, call);
      case GRAPH -> ofGraph(response, call);
      case STORAGE -> ofStorage(response);
      case PARTNER_CENTER -> ofService(response, call, answer);
    }
    answer.headers().forEach(response::setHeader);
    ofFault(response, call.fault());
  }

  private static void ofService(MockResponse.Builder response, Call call, Response answer) {
    response
        .setHeader("MS-RequestId", echo(call, "MS-RequestId", UUID.randomUUID().toString()))
        .setHeader("MS-CorrelationId", echo(call, "MS-CorrelationId", UUID.randomUUID().toString()))
        .setHeader("MS-CV", echo(call, "MS-CV", "aBcD1234efGH5678.0"))
        .setHeader("MS-ServerId", SERVER_ID)
        .setHeader("X-Locale", echo(call, "X-Locale", "en-US"));
    if (answer.status() == 401) {
      response.setHeader("WWW-Authenticate", "OAuth realm=urn:cpsvc:cpid:" + SERVER_ID);
    }
  }

  private static void ofDirectory(MockResponse.Builder response, Call call) {
    String id = UUID.randomUUID().toString();
    response
        .setHeader("x-ms-request-id", id)
        .setHeader("client-request-id", echo(call, "client-request-id", id));
  }

  private static void ofGraph(MockResponse.Builder response, Call call) {
    String id = UUID.randomUUID().toString();
    response
        .setHeader("request-id", id)
        .setHeader("client-request-id", echo(call, "client-request-id", id));
  }

  private static void ofStorage(MockResponse.Builder response) {
    response
        .setHeader("x-ms-request-id", UUID.randomUUID().toString())
        .setHeader("x-ms-version", "2021-08-06");
  }

  private static void ofFault(MockResponse.Builder response, @Nullable Fault fault) {
    if (fault instanceof Fault.Status status && retryAfter(status) != null) {
      response.setHeader("Retry-After", retryAfter(status).toSeconds());
    } else if (fault instanceof Fault.Redirect redirect) {
      response.setHeader("Location", redirect.location());
    }
  }

  /** Throttling without the header does not occur. */
  private static @Nullable Duration retryAfter(Fault.Status status) {
    if (status.retryAfter() == null && status.code() == 429) return Duration.ofSeconds(1);
    return status.retryAfter();
  }

  private static String echo(Call call, String name, String otherwise) {
    String sent = call.header(name);
    return sent == null ? otherwise : sent;
  }

  private static String now() {
    return HTTP_DATE.format(Instant.now());
  }
}
