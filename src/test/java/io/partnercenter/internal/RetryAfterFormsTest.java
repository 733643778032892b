package io.partnercenter.internal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C63: Retry-After in every form of RFC 9110, and in none")
class RetryAfterFormsTest {
  private static final Duration DRAWN = ofMillis(250);
  private static final Duration LONGEST_PAUSE = ofSeconds(30);

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();
  private final IPartner once = partner.with(RequestOptions.defaults().retry(RetryOptions.none()));

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 01 Mar 2026 12:01:00 GMT",
        "Sunday, 01-Mar-26 12:01:00 GMT",
        "Sun Mar  1 12:01:00 2026",
        "Sun Mar 01 12:01:00 2026",
        "Sun, 01 Mar 2026 12:01:00 UTC",
        "Fri, 01 Mar 2026 12:01:00 GMT",
        "Friday, 01-Mar-26 12:01:00 UTC",
        "Fri Mar  1 12:01:00 2026",
        "01 Mar 2026 12:01:00 GMT",
        "Sun, 1 Mar 2026 12:01:00 GMT",
        "Sun, 01-Mar-2026 12:01:00 GMT",
        "SUN, 01 MAR 2026 12:01:00 gmt",
        "Sun, 01 Mar 2026 13:01:00 +0100",
        "Sun, 01 Mar 2026 12:00:60 GMT",
        "Sun, 01 Mar 2026 12:00:30 GMT, Sun, 01 Mar 2026 12:01:00 GMT",
        "Sun, 01 Mar 2026 12:00:30 GMT, 60",
      })
  void everyFormOfADateIsWaitedFor(String date) {
    throttled(503, date).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofMinutes(1).plus(DRAWN));
  }

  @ParameterizedTest
  @DisplayName("C63: a year of two digits is at most fifty years ahead")
  @CsvSource(
      delimiter = '|',
      value = {
        "Sunday, 01-Mar-26 02:00:10 GMT | PT10S",
        "Sunday, 01-Mar-76 02:00:00 GMT | PT8760H",
        "Sunday, 01-Mar-76 02:00:01 GMT | PT0S",
        "Monday, 01-Mar-99 02:00:00 GMT | PT0S",
        "Sunday, 01-Mar-25 02:00:00 GMT | PT0S",
      })
  void aYearOfTwoDigitsIsAtMostFiftyYearsAhead(String date, Duration pause) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", date), FakeTime.BEGINNING)).isEqualTo(pause);
  }

  @ParameterizedTest
  @DisplayName("C63: an unreadable Retry-After is waited for with the longest own pause")
  @ValueSource(
      strings = {
        "soon",
        "-5",
        "",
        "1e9",
        "57 seconds",
        "PT57S",
        "2026-03-01T12:01:00Z",
        "Sun, 01 Mar",
        "Sun",
        "Sun, 01 Mar 2026 12:01:00",
        "Sun, 01 Mar 2026 12:01:00 PST",
        "Sun, 30 Feb 2026 12:01:00 GMT",
        "Sun, 01 Mar 2026 25:01:00 GMT",
        "Sun, 01 Foo 2026 12:01:00 GMT",
        "-",
      })
  void anUnreadableValueMeansWait(String value) {
    throttled(429, value).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(LONGEST_PAUSE.plus(DRAWN));
  }

  @Test
  void aReadableValueCountsBesideAnUnreadableOne() {
    server.answers(
        new MockResponse.Builder()
            .code(429)
            .addHeader("Retry-After", "soon")
            .addHeader("Retry-After", "7")
            .build());
    server.answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofSeconds(7).plus(DRAWN));
  }

  @Test
  void theWordsOfTheGatewayCountBesideAnUnreadableHeader() {
    String words = "{\"statusCode\":429,\"message\":\"Try again in 57 seconds.\"}";
    server.answers(PartnerServer.json(429, words).addHeader("Retry-After", "soon").build());
    server.answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofSeconds(57).plus(DRAWN));
  }

  @Test
  @DisplayName("C63: seconds beyond all numbers are longer than anybody waits")
  void secondsBeyondAllNumbersEndTheCall() {
    throttled(429, "1234567890123456789012");

    PartnerServiceException e = refusal(partner);

    assertThat(e.retryAfter()).contains(Duration.ofDays(365));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("C63: the message says that Retry-After cannot be read")
  @ValueSource(ints = {429, 503})
  void theMessageSaysThatItCannotBeRead(int status) {
    throttled(status, "next Sunday");

    PartnerServiceException e = refusal(once);

    assertThat(e)
        .hasMessageContaining("its Retry-After \"next Sunday\" cannot be read")
        .hasMessageContaining("to be tried again after 30 s");
    assertThat(e.retryAfter()).contains(LONGEST_PAUSE);
  }

  @Test
  void anUnreadableValueIsQuotedShortAndWithoutSecrets() {
    throttled(429, "Bearer hunter2-token-1 " + "x".repeat(4_000));

    assertThat(refusal(once).getMessage())
        .contains("Retry-After \"Bearer …")
        .doesNotContain("hunter2")
        .hasSizeLessThan(1_000);
  }

  @Test
  @DisplayName("C63: after an unreadable 429 the other calls of the partner wait too")
  void theOtherCallsOfThePartnerWaitToo() {
    throttled(429, "soon").answersJson(200, Answers.SUMMARY);
    refusal(once);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).hasSize(1);
    assertThat(server.time().naps().get(0)).isGreaterThanOrEqualTo(LONGEST_PAUSE);
  }

  @Test
  void whoWaitsLessForTheServiceWaitsLessForThisToo() {
    RetryOptions hasty = RetryOptions.defaults().longestRetryAfter(ofSeconds(2));
    throttled(429, "soon").answersJson(200, Answers.SUMMARY);

    server.partner(server.builder().retry(hasty)).invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofSeconds(2).plus(DRAWN));
  }

  @Test
  void anAnswerWithoutTheHeaderAsksForNothing() {
    server.answers(503).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(DRAWN);
  }

  @Test
  @DisplayName(
      "C63: an export with an unreadable Retry-After is asked about after the longest pause")
  void anExportIsNotAskedAboutSooner() {
    try (ExportServer graph = new ExportServer().rows(1, 2)) {
      graph.polls.set(2);
      graph.retryAfter = "soon";

      assertThat(ExportServer.read(graph.partner(), 1)).hasSize(2);

      assertThat(graph.time().naps()).containsExactly(LONGEST_PAUSE, LONGEST_PAUSE);
    }
  }

  @Test
  void anExportThatIsGivenUpSaysThatItCannotBeRead() {
    try (ExportServer graph = new ExportServer().rows(1, 2)) {
      graph.polls.set(100);
      graph.retryAfter = "soon";
      ExportOptions options = ExportOptions.defaults().patience(ofSeconds(100));

      PartnerTransportException e =
          catchThrowableOfType(
              PartnerTransportException.class,
              () -> graph.partner().exports().billedReconciliation("G1").with(options).stream());

      assertThat(e).hasMessageContaining("its Retry-After \"soon\" cannot be read");
    }
  }

  @ParameterizedTest
  @DisplayName("C63: the service's clock is read in every form")
  @ValueSource(
      strings = {
        "Sun, 01 Mar 2026 02:03:04 GMT",
        "Sunday, 01-Mar-26 02:03:04 GMT",
        "Sun Mar  1 02:03:04 2026",
        "Mon, 01 Mar 2026 02:03:04 UTC",
      })
  void theServicesClockIsReadInEveryForm(String date) {
    server.answers(dated(400, date));

    assertThat(refusal(partner).serverTime()).contains(Instant.parse("2026-03-01T02:03:04Z"));
  }

  @Test
  void anUnreadableClockIsAbsentAndTakesNothingBack() {
    server.answers(dated(503, "Sun, 01 Mar 2026 02:03:04 GMT")).answers(dated(400, "today"));

    assertThat(refusal(partner).serverTime()).contains(Instant.parse("2026-03-01T02:03:04Z"));

    server.answers(dated(400, "today"));
    assertThat(refusal(partner).serverTime()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("C63: an unreadable isMfaCompliant accuses nobody")
  @CsvSource({"yes,", "1,", "'',", "'true, true',", "TRUE, true", "' False ', false"})
  void anUnreadableMfaHeaderAccusesNobody(String value, Boolean compliant) {
    server.answers(
        PartnerServer.json(403, "{\"code\":\"7\"}").addHeader("isMfaCompliant", value).build());

    PartnerServiceException e = refusal(partner);

    assertThat(e.call().mfaCompliant()).isEqualTo(compliant);
    if (compliant == null) assertThat(e.remedy()).isEmpty();
  }

  @Test
  void anUnreadableContentRangeIsQuoted() {
    try (ExportServer graph = new ExportServer().rows(1, 2)) {
      graph.instead =
          request ->
              request.getTarget().startsWith("/storage")
                  ? new MockResponse.Builder()
                      .code(206)
                      .setHeader("Content-Range", "lines 1-2/2")
                      .body("xx")
                      .build()
                  : null;

      PartnerDataException e =
          catchThrowableOfType(
              PartnerDataException.class, () -> ExportServer.read(graph.partner(), 1));

      assertThat(e).hasMessageContaining("Content-Range cannot be read: \"lines 1-2/2\"");
    }
  }

  private PartnerServer throttled(int status, String retryAfter) {
    return server.answers(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Date", "Sun, 01 Mar 2026 12:00:00 GMT")
            .setHeader("Retry-After", retryAfter)
            .build());
  }

  private static MockResponse dated(int status, String date) {
    return new MockResponse.Builder().code(status).setHeader("Date", date).build();
  }

  private static PartnerServiceException refusal(IPartner partner) {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().summary().get());
  }
}
