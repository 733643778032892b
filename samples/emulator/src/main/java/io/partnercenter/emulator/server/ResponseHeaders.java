package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** The headers of every response. Ids of the request are returned; missing ids are generated. */
final class ResponseHeaders {
  private static final String SERVER_ID = "101110523";

  /** {@code DateTimeFormatter.RFC_1123_DATE_TIME} writes days before the tenth with one digit. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private ResponseHeaders() {}

  static void add(MockResponse.Builder mock, Call call, Response response) {
    mock.setHeader("Content-Type", response.contentType()).setHeader("Date", now());
    switch (ServiceKind.of(call)) {
      case DIRECTORY -> addDirectory(mock, call);
      case GRAPH -> addGraph(mock, call);
      case STORAGE -> addStorage(mock);
      case PARTNER_CENTER -> addPartnerCenter(mock, call, response);
    }
    response.headers().forEach(mock::setHeader);
    addFault(mock, call.fault());
  }

  private static void addPartnerCenter(MockResponse.Builder mock, Call call, Response response) {
    mock.setHeader("MS-RequestId", echo(call, "MS-RequestId", UUID.randomUUID().toString()))
        .setHeader("MS-CorrelationId", echo(call, "MS-CorrelationId", UUID.randomUUID().toString()))
        .setHeader("MS-CV", echo(call, "MS-CV", "aBcD1234efGH5678.0"))
        .setHeader("MS-ServerId", SERVER_ID)
        .setHeader("X-Locale", echo(call, "X-Locale", "en-US"));
    if (response.status() == 401) {
      mock.setHeader("WWW-Authenticate", "OAuth realm=urn:cpsvc:cpid:" + SERVER_ID);
    }
  }

  private static void addDirectory(MockResponse.Builder mock, Call call) {
    String id = UUID.randomUUID().toString();
    mock.setHeader("x-ms-request-id", id)
        .setHeader("client-request-id", echo(call, "client-request-id", id));
  }

  private static void addGraph(MockResponse.Builder mock, Call call) {
    String id = UUID.randomUUID().toString();
    mock.setHeader("request-id", id)
        .setHeader("client-request-id", echo(call, "client-request-id", id));
  }

  private static void addStorage(MockResponse.Builder mock) {
    mock.setHeader("x-ms-request-id", UUID.randomUUID().toString())
        .setHeader("x-ms-version", "2021-08-06");
  }

  private static void addFault(MockResponse.Builder mock, @Nullable Fault fault) {
    if (fault instanceof Fault.Status status && retryAfter(status) != null) {
      mock.setHeader("Retry-After", retryAfter(status).toSeconds());
    } else if (fault instanceof Fault.Redirect redirect) {
      mock.setHeader("Location", redirect.location());
    }
  }

  /** Throttled responses always have the header. */
  private static @Nullable Duration retryAfter(Fault.Status status) {
    if (status.retryAfter() == null && status.code() == 429) return Duration.ofSeconds(1);
    return status.retryAfter();
  }

  private static String echo(Call call, String name, String fallback) {
    String sent = call.header(name);
    return sent == null ? fallback : sent;
  }

  private static String now() {
    return HTTP_DATE.format(Instant.now());
  }
}
