package io.partnercenter.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.testing.PartnerServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner =
      server.partner().with(RequestOptions.defaults().correlationId("night-job-7"));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C20: a refusal's message has all that a support engineer asks for first")
  void aRefusalSaysAllThatIsKnown() {
    server.answers(
        refusal("{\"code\":\"900329\",\"description\":\"App-only is not supported.\"}")
            .addHeader("MS-CV", "theirs.3")
            .addHeader("Date", "Sun, 01 Mar 2026 02:03:04 GMT")
            .build());

    PartnerServiceException e = refusal();

    assertThat(e)
        .hasMessage(
            "GET /v1/invoices/summary was refused with 403 FORBIDDEN: code 900329, \"App-only is"
                + " not supported.\"; an app alone may not do this; sign in as app and user, with a"
                + " refresh token of the Secure Application Model (request id "
                + server.headers("MS-RequestId").get(0)
                + ", correlation id night-job-7, MS-CV theirs.3, server time 2026-03-01T02:03:04Z)");
  }

  @Test
  void whatTheMessageSaysTheAccessorsSayToo() {
    server.answers(
        refusal("{\"code\":\"900329\",\"description\":\"No.\"}")
            .addHeader("MS-CV", "theirs.3")
            .addHeader("Date", "Sun, 01 Mar 2026 02:03:04 GMT")
            .build());

    PartnerServiceException e = refusal();

    assertThat(e.operation()).isEqualTo("invoices.summary.get");
    assertThat(e.method()).isEqualTo("GET");
    assertThat(e.path()).isEqualTo("/v1/invoices/summary");
    assertThat(e.statusCode()).isEqualTo(403);
    assertThat(e.category()).isEqualTo(ErrorCategory.FORBIDDEN);
    assertThat(e.errorCode()).contains("900329");
    assertThat(e.description()).contains("No.");
    assertThat(e.requestId()).isEqualTo(server.headers("MS-RequestId").get(0));
    assertThat(e.correlationId()).isEqualTo("night-job-7");
    assertThat(e.correlationVector()).contains("theirs.3");
    assertThat(e.serverTime())
        .hasValueSatisfying(t -> assertThat(t).isEqualTo("2026-03-01T02:03:04Z"));
    assertThat(e.retryAfter()).isEmpty();
    assertThat(e.call().attempts()).isEqualTo(e.attempts()).hasSize(1);
  }

  @Test
  @DisplayName("C20: also of a refusal without a word the message is not blank")
  void aRefusalWithoutAWordStillSaysWhatItIs() {
    server.answers(refusal("").build());

    assertThat(refusal())
        .hasMessageStartingWith("GET /v1/invoices/summary was refused with 403 FORBIDDEN (request");
  }

  @ParameterizedTest
  @DisplayName("C49: no answer can forge a line of the log that it is written to")
  @ValueSource(
      strings = {
        "{\"code\":\"7\",\"description\":\"no\\n2026-03-01 INFO paid\"}",
        "{\"code\":\"7\\r\\n2026-03-01 INFO paid\",\"description\":\"no\"}",
        "{\"code\":\"7\",\"description\":\"no\\u2028INFO\\u2029paid\\u0085x\\u000b\\u001b[2J\"}",
        "no\n2026-03-01 INFO paid",
      })
  void noAnswerCanForgeALineOfTheLog(String body) {
    server.answers(refusal(body).build());

    PartnerServiceException e = refusal();

    assertThat(e.getMessage()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
    assertThat(e.error().toString()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
  }

  @ParameterizedTest
  @DisplayName("C49: nor can a figure that is none")
  @ValueSource(strings = {"1\\n2026-03-01 INFO paid", "\\u2028", "\\u001b[2J"})
  void noFigureCanForgeALineOfTheLog(String text) {
    server.answersJson(200, "{\"balanceAmount\":\"x" + text + "\"}");

    PartnerDataException e =
        catchThrowableOfType(PartnerDataException.class, () -> partner.invoices().summary().get());

    assertThat(e.getMessage()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
    assertThat(e.field()).contains("balanceAmount");
  }

  @Test
  @DisplayName("C49: the query, which may hold what others must not read, is in no message")
  void theQueryIsInNoMessage() {
    server.answers(refusal("").build());

    PartnerServiceException e =
        catchThrowableOfType(
            PartnerServiceException.class,
            () ->
                partner
                    .invoices()
                    .byId("G 1/2")
                    .lineItems(io.partnercenter.testing.Answers.ROWS)
                    .get());

    assertThat(e.path()).isEqualTo("/v1/invoices/G%201%2F2/lineitems");
    assertThat(e.getMessage()).doesNotContain("?").doesNotContain("USD");
  }

  @Test
  void failuresCanBeSerialized() throws Exception {
    server.answers(500).answers(refusal("{\"code\":\"7\",\"description\":\"no\"}").build());
    PartnerServiceException e = refusal();

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PartnerServiceException copy = (PartnerServiceException) in.readObject();
      assertThat(copy).hasMessage(e.getMessage());
      assertThat(copy.call()).isEqualTo(e.call());
      assertThat(copy.error()).isEqualTo(e.error());
    }
  }

  @Test
  void categoriesHaveTheNamesOfTheirStatuses() {
    List<Integer> statuses =
        List.of(400, 401, 403, 404, 405, 406, 408, 409, 429, 500, 502, 503, 504);

    assertThat(statuses)
        .extracting(ErrorCategory::of)
        .extracting(ErrorCategory::name)
        .containsExactly(
            "BAD_INPUT",
            "UNAUTHORIZED",
            "FORBIDDEN",
            "NOT_FOUND",
            "INVALID_OPERATION",
            "UNSUPPORTED_DATA_FORMAT",
            "REQUEST_TIMEOUT",
            "ALREADY_EXISTS",
            "TOO_MANY_REQUESTS",
            "SERVER_ERROR",
            "SERVER_ERROR",
            "SERVER_BUSY",
            "GATEWAY_TIMEOUT");
    assertThat(ErrorCategory.of(302)).isEqualTo(ErrorCategory.OTHER);
    assertThat(ErrorCategory.of(418)).isEqualTo(ErrorCategory.OTHER);
    assertThat(ErrorCategory.of(599)).isEqualTo(ErrorCategory.SERVER_ERROR);
  }

  private static MockResponse.Builder refusal(String body) {
    return PartnerServer.json(403, body);
  }

  private PartnerServiceException refusal() {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().summary().get());
  }
}
