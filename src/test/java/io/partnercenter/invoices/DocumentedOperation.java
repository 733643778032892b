package io.partnercenter.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.ErrorCategory;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.PartnerServer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What all documents of "Manage billing" say in the same words: request headers, answers, and media
 * types. The test of one document adds which operation it is, and what that one alone does.
 */
abstract class DocumentedOperation {
  final PartnerServer server = new PartnerServer();
  final IPartner partner = server.partner();

  @AfterEach
  void closeServer() {
    server.close();
  }

  /** Its name in this SDK. */
  abstract String operation();

  abstract String path();

  /** An answer that it understands. */
  abstract String goodAnswer();

  abstract Object call(IPartner partner);

  abstract CompletableFuture<?> callAsync(IPartner partner);

  private static MockResponse.Builder answer(int status, String mediaType, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", mediaType).body(body);
  }

  /** One line of the table of answers, and how many requests it takes until the call gives up. */
  record Refusal(
      int status,
      ErrorCategory category,
      String body,
      String code,
      String description,
      int requests) {}

  static Stream<Refusal> refusals() {
    return Stream.of(
        new Refusal(
            400,
            ErrorCategory.BAD_INPUT,
            "{\"code\":\"800002\",\"description\":\"Invalid input.\",\"data\":[],\"source\":\"P\"}",
            "800002",
            "Invalid input.",
            1),
        new Refusal(
            401,
            ErrorCategory.UNAUTHORIZED,
            "{\"code\":\"800001\",\"description\":\"No partner token.\",\"source\":\"P\"}",
            "800001",
            "No partner token.",
            2),
        new Refusal(
            403,
            ErrorCategory.FORBIDDEN,
            "{\"code\":\"900329\",\"description\":\"App-only will not do.\",\"source\":\"P\"}",
            "900329",
            "App-only will not do.",
            1),
        new Refusal(
            404,
            ErrorCategory.NOT_FOUND,
            "{\"code\":1000,\"description\":\"Not found.\"}",
            "1000",
            "Not found.",
            1),
        new Refusal(
            500,
            ErrorCategory.SERVER_ERROR,
            "{\"code\":\"900192\",\"description\":\"Unexpected.\",\"source\":\"P\"}",
            "900192",
            "Unexpected.",
            4));
  }

  private static void assertIs(PartnerServiceException refused, Refusal refusal) {
    assertThat(refused.statusCode()).isEqualTo(refusal.status);
    assertThat(refused.category()).isEqualTo(refusal.category);
    assertThat(refused.errorCode()).hasValue(refusal.code);
    assertThat(refused.description()).hasValue(refusal.description);
    assertThat(refused.attempts()).hasSize(refusal.requests);
  }

  @Nested
  class RequestHeaders {
    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "ms-correlationid", "ms-cv", "ms-requestid"})
    void areAllSentAndOnlyOnce(String header) {
      server.answersJson(200, goodAnswer());

      call(partner);

      assertThat(server.request().getHeaders().values(header))
          .singleElement()
          .satisfies(value -> assertThat(value).isNotBlank());
    }

    @Test
    void sayWhoIsAsking() {
      server.answersJson(200, goodAnswer());

      call(partner);

      assertThat(server.headers("Authorization")).containsExactly("Bearer hunter2-token-1");
    }

    @Test
    void askForJsonAndBringNoBody() {
      server.answersJson(200, goodAnswer());

      call(partner);

      RecordedRequest request = server.request();
      assertThat(request.getMethod()).isEqualTo("GET");
      assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
      assertThat(request.getHeaders().get("Content-Type")).isNull();
      assertThat(request.getBodySize()).isZero();
    }

    @Test
    void nameEachCallAndWhatItIsAPartOf() {
      server.answersJson(200, goodAnswer()).answersJson(200, goodAnswer());

      call(partner);
      call(partner);

      assertThat(server.headers("ms-requestid")).doesNotHaveDuplicates();
      assertThat(server.headers("ms-correlationid")).hasSize(2).containsOnly(correlationId());
      assertThat(server.headers("ms-cv")).doesNotHaveDuplicates();
    }

    private String correlationId() {
      return server.headers("ms-correlationid").get(0);
    }

    @Test
    void takeTheCallersCorrelationId() {
      server.answersJson(200, goodAnswer());
      String job = "0c1d7a55-0000-4a51-9f0e-000000000001";

      call(partner.with(RequestOptions.defaults().correlationId(job)));

      assertThat(server.headers("MS-CORRELATIONID")).containsExactly(job);
    }
  }

  @Nested
  class Answers {
    @Test
    void with200AreTheSameAwaitedOrNot() {
      server.answersJson(200, goodAnswer()).answersJson(200, goodAnswer());

      Object awaited = call(partner);
      Object promised = callAsync(partner).join();

      assertThat(awaited).isNotNull().isEqualTo(promised);
      assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.partnercenter.invoices.DocumentedOperation#refusals")
    void withAnyOtherStatusAreRefusals(Refusal refusal) {
      for (int i = 0; i < refusal.requests; i++) server.answersJson(refusal.status, refusal.body);

      var refused = catchThrowableOfType(PartnerServiceException.class, () -> call(partner));

      assertIs(refused, refusal);
      assertThat(server.requests()).hasSize(refusal.requests);
    }

    @ParameterizedTest
    @MethodSource("io.partnercenter.invoices.DocumentedOperation#refusals")
    void withAnyOtherStatusFailThePromiseTheSameWay(Refusal refusal) {
      for (int i = 0; i < refusal.requests; i++) server.answersJson(refusal.status, refusal.body);

      var failed = catchThrowableOfType(CompletionException.class, callAsync(partner)::join);

      assertThat(failed)
          .cause()
          .isInstanceOfSatisfying(
              PartnerServiceException.class, refused -> assertIs(refused, refusal));
    }

    @Test
    void with500MayBeRetriedAndAre() {
      server.answers(500).answersJson(200, goodAnswer());

      Object answer = call(partner);

      assertThat(answer).isNotNull();
      assertThat(server.headers("ms-requestid")).hasSize(2).containsOnly(requestId());
      assertThat(server.time().naps()).hasSize(1);
    }

    private String requestId() {
      return server.headers("ms-requestid").get(0);
    }

    @Test
    void with401GetANewTokenAndOneMoreRequest() {
      AtomicInteger issued = new AtomicInteger();
      IPartner renewing =
          server.partner(
              server
                  .builder()
                  .credentials(
                      request ->
                          new AccessToken("hunter2-token-" + issued.incrementAndGet(), null)));
      server.answers(401).answersJson(200, goodAnswer());

      call(renewing);

      assertThat(server.headers("Authorization"))
          .containsExactly("Bearer hunter2-token-1", "Bearer hunter2-token-2");
      assertThat(server.time().naps()).isEmpty();
    }

    @Test
    void thatRefuseSayWhichCallItWas() {
      server.answers(
          answer(404, "application/json", "{\"code\":\"1000\",\"description\":\"Not found.\"}")
              .setHeader("MS-CV", "server-vector.0")
              .setHeader("Date", "Sun, 01 Mar 2026 02:00:07 GMT")
              .build());

      var refused = catchThrowableOfType(PartnerServiceException.class, () -> call(partner));

      RecordedRequest request = server.request();
      assertThat(refused.operation()).isEqualTo(operation());
      assertThat(refused.method()).isEqualTo("GET");
      assertThat(refused.path()).isEqualTo(path());
      assertThat(refused.requestId()).isEqualTo(request.getHeaders().get("ms-requestid"));
      assertThat(refused.correlationId()).isEqualTo(request.getHeaders().get("ms-correlationid"));
      assertThat(refused.correlationVector()).hasValue("server-vector.0");
      assertThat(refused.serverTime()).hasValue(Instant.parse("2026-03-01T02:00:07Z"));
      assertThat(refused)
          .hasMessageContainingAll("404", "1000", "Not found.", refused.requestId())
          .hasMessageNotContaining("hunter2");
    }
  }

  @Nested
  class MediaTypes {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "application/json",
          "text/json",
          "application/json; charset=utf-8",
          "text/json;charset=UTF-8",
          "Application/JSON"
        })
    void thatAreJsonAreRead(String mediaType) {
      server.answersJson(200, goodAnswer());
      server.answers(answer(200, mediaType, goodAnswer()).build());
      Object expected = call(partner);

      Object answer = call(partner);

      assertThat(answer).isEqualTo(expected);
    }

    @Test
    void mayBeLeftOut() {
      server.answers(new MockResponse.Builder().body(goodAnswer()).build());

      Object answer = call(partner);

      assertThat(answer).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "application/xml",
          "text/xml; charset=utf-8",
          "text/html",
          "text/plain",
          "application/pdf"
        })
    void thatAreNotJsonAreNamedAndNotRead(String mediaType) {
      server.answers(answer(200, mediaType, "<InvoiceSummary/>").build());

      assertThatThrownBy(() -> call(partner))
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContainingAll(path(), mediaType, "JSON");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void thatAreNotJsonAreNotReadEvenIfTheBodyLooksLikeJson() {
      server.answers(answer(200, "application/xml", goodAnswer()).build());

      assertThatThrownBy(() -> call(partner))
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("application/xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/json"})
    void ofRefusalsMayBeAnyJson(String mediaType) {
      String fault = "{\"code\":\"3000\",\"description\":\"Invalid property.\"}";
      server.answers(answer(400, mediaType, fault).build());

      var refused = catchThrowableOfType(PartnerServiceException.class, () -> call(partner));

      assertThat(refused.errorCode()).hasValue("3000");
      assertThat(refused.description()).hasValue("Invalid property.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml"})
    void ofRefusalsMayBeXml(String mediaType) {
      String fault = "<Error><Code>3000</Code><Message>Invalid property.</Message></Error>";
      server.answers(answer(400, mediaType, fault).build());

      var refused = catchThrowableOfType(PartnerServiceException.class, () -> call(partner));

      assertThat(refused.errorCode()).hasValue("3000");
      assertThat(refused.description()).hasValue("Invalid property.");
    }

    @Test
    void ofRefusalsMayBeAPageForABrowser() {
      String page = "<html><head><title>Access denied</title></head><body>Ref 7</body></html>";
      server.answers(answer(403, "text/html", page).build());

      var refused = catchThrowableOfType(PartnerServiceException.class, () -> call(partner));

      assertThat(refused.category()).isEqualTo(ErrorCategory.FORBIDDEN);
      assertThat(refused.errorCode()).isEmpty();
      assertThat(refused.description()).hasValue("Access denied");
    }
  }

  /** What the operations that answer one object do where there is none (see {@code C18}). */
  static void assertAsksForOneObject(PartnerServer server, Runnable call) {
    for (String body : List.of("", "null", "[]", "7", "{\"id\":\"G1\"} {}")) {
      server.answersJson(200, body);

      assertThatThrownBy(call::run).as(body).isInstanceOf(PartnerDataException.class);
    }
  }

  @Nested
  class Redirects {
    @Test
    @DisplayName("C47: a redirect is not followed, so no other host gets the token")
    void areRefusals() {
      try (PartnerServer other = new PartnerServer()) {
        String elsewhere = other.baseUrl().resolve(path()).toString();
        server.answers(
            new MockResponse.Builder().code(302).setHeader("Location", elsewhere).build());

        var refused = catchThrowableOfType(PartnerServiceException.class, () -> call(partner));

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.category()).isEqualTo(ErrorCategory.OTHER);
        assertThat(other.requests()).isEmpty();
      }
    }
  }
}
