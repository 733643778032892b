package io.partnercenter.internal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.ErrorCategory;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Duration DRAWN = ofMillis(250);

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C2: Retry-After in seconds is waited for in full")
  void waitsAsLongAsTheServiceAsks() {
    throttled("Retry-After", "57").answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofSeconds(57).plus(DRAWN));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  @DisplayName("C2: what the gateway only says in words is waited for, too")
  void waitsAsLongAsTheWordsSay(int status) {
    String words =
        "{\"statusCode\":%d,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}";
    server.answersJson(status, words.formatted(status)).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofSeconds(57).plus(DRAWN));
  }

  @Test
  @DisplayName("C2: without Retry-After the pause is drawn as after any other failure")
  void drawsThePauseIfTheServiceDoesNotAsk() {
    server.answers(429).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(DRAWN);
  }

  @Test
  @DisplayName("C2: who asks for more than the cap is not asked again")
  void givesUpAtOnceIfTheServiceAsksForTooMuch() {
    throttled("Retry-After", "301");

    PartnerServiceException e = refusal(partner);

    assertThat(e.retryAfter()).contains(ofSeconds(301));
    assertThat(e.category()).isEqualTo(ErrorCategory.TOO_MANY_REQUESTS);
    assertThat(e).hasMessageContaining("to be tried again after 301 s");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void waitsForWhatIsJustWithinTheCap() {
    throttled("Retry-After", "300").answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofMinutes(5).plus(DRAWN));
  }

  @Test
  void hasAsMuchPatienceAsItIsTold() {
    RetryOptions retry = RetryOptions.defaults().longestRetryAfter(ofSeconds(2));
    throttled("Retry-After", "3");

    PartnerServiceException e = refusal(server.partner(server.builder().retry(retry)));

    assertThat(e.retryAfter()).contains(ofSeconds(3));
  }

  @ParameterizedTest
  @DisplayName("C2: a Retry-After that OkHttp would choke on is obeyed like any other")
  @ValueSource(ints = {429, 503})
  void anAbsurdRetryAfterEndsTheCall(int status) {
    server.answers(refused(status, "Retry-After", "99999999999").build());

    PartnerServiceException e = refusal(partner);

    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e.retryAfter().orElseThrow()).isGreaterThan(ofMinutes(5));
  }

  @ParameterizedTest
  @DisplayName("C2: a date that nobody lives to see ends the call, and nothing else")
  @ValueSource(ints = {429, 503})
  void aDateBeyondAllTimeEndsTheCall(int status) {
    server.answers(refused(status, "Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT").build());

    PartnerServiceException e = refusal(partner);

    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e.retryAfter()).contains(Duration.ofDays(365));
  }

  @ParameterizedTest
  @DisplayName("C2: no attempt is made that was not counted")
  @ValueSource(strings = {"0", "00"})
  void okHttpRepeatsNothingBehindOurBack(String noWait) {
    for (int i = 0; i < 4; i++) server.answers(refused(503, "Retry-After", noWait).build());

    PartnerServiceException e = refusal(partner);

    assertThat(server.requests()).hasSize(4);
    assertThat(e.attempts()).hasSize(4);
    assertThat(server.time().naps()).hasSize(3);
  }

  @ParameterizedTest
  @DisplayName("C2: dates are measured against the service's own clock")
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 01 Mar 2026 12:01:00 GMT | Sun, 01 Mar 2026 12:00:30 GMT | PT30S",
        "Sun, 01 Mar 2026 12:01:00 GMT | Sun, 01 Mar 2026 12:02:00 GMT | PT0S",
        "Sun, 01 Mar 2026 02:01:40 GMT |                               | PT1M40S",
        "Sun, 01 Mar 2026 01:00:00 GMT |                               | PT0S",
      })
  void datesAreMeasuredAgainstTheServicesClock(String until, String date, Duration pause) {
    Headers.Builder headers = new Headers.Builder().add("Retry-After", until);
    if (date != null) headers.add("Date", date);

    assertThat(RetryAfter.of(headers.build(), FakeTime.BEGINNING)).isEqualTo(pause);
  }

  @Test
  void waitsUntilTheDateThatTheServiceNames() {
    MockResponse.Builder response =
        refused(503, "Retry-After", "Sun, 01 Mar 2026 12:01:00 GMT")
            .addHeader("Date", "Sun, 01 Mar 2026 12:00:00 GMT");
    server.answers(response.build()).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofMinutes(1).plus(DRAWN));
  }

  @ParameterizedTest
  @DisplayName("C2: of several the longest counts")
  @CsvSource(
      delimiter = '|',
      value = {"31, 120 | PT2M", "120, 31 | PT2M", "120, soon | PT2M", "1.5 | PT2S", "0 | PT0S"})
  void readsWhatCarelessProxiesMakeOfIt(String value, Duration pause) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", value), FakeTime.BEGINNING))
        .isEqualTo(pause);
  }

  @Test
  @DisplayName("C2: of two headers the longer one counts")
  void ofTwoHeadersTheLongerOneCounts() {
    Headers headers = Headers.of("Retry-After", "10", "Retry-After", "40");

    assertThat(RetryAfter.of(headers, FakeTime.BEGINNING)).isEqualTo(ofSeconds(40));
  }

  @ParameterizedTest
  @DisplayName("C2: what cannot be read is not guessed at")
  @ValueSource(strings = {"soon", "-5", "", "1e9", "٥", "Sun, 01 Mar"})
  void whatCannotBeReadIsNotGuessedAt(String value) {
    Headers headers = new Headers.Builder().addUnsafeNonAscii("Retry-After", value).build();

    assertThat(RetryAfter.of(headers, FakeTime.BEGINNING)).isNull();
  }

  private PartnerServer throttled(String header, String value) {
    return server.answers(refused(429, header, value).build());
  }

  private static MockResponse.Builder refused(int status, String header, String value) {
    return new MockResponse.Builder().code(status).addHeader(header, value);
  }

  private static PartnerServiceException refusal(IPartner partner) {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().summary().get());
  }
}
