package io.partnercenter.internal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C3: a call keeps its MS-RequestId on every attempt, and the next call has another")
  void sendsTheSameRequestIdOnEveryAttempt() {
    server.answers(500).answers(500).answersJson(200, Answers.SUMMARY);
    server.answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();
    partner.invoices().summary().get();

    List<String> ids = server.headers("MS-RequestId");
    assertThat(ids).hasSize(4).doesNotContainNull();
    assertThat(ids.subList(0, 3)).containsOnly(ids.get(0));
    assertThat(ids.get(3)).isNotEqualTo(ids.get(0));
  }

  @Test
  void countsTheCorrelationVectorUpFromRequestToRequest() {
    server.answers(500).answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();
    partner.invoices().summary().get();

    List<String> vectors = server.headers("MS-CV");
    String root = vectors.get(0).substring(0, vectors.get(0).indexOf('.'));
    assertThat(vectors).containsExactly(root + ".0", root + ".1", root + ".2");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void asksAgainAfterAPassingTrouble(int status) {
    server.answers(status).answersJson(200, Answers.SUMMARY);

    assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("120.50");

    assertThat(server.requests()).hasSize(2);
    assertThat(server.time().naps()).containsExactly(ofMillis(250));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 406, 409, 410, 412, 417, 422, 501, 505, 511})
  void asksOnlyOnceIfAskingAgainWouldBringTheSame(int status) {
    server.answers(status);

    PartnerServiceException e = refusal(partner);

    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(server.requests()).hasSize(1);
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  @DisplayName("C1: a service that never recovers ends the call, and each attempt is on record")
  void endsAfterTheLastAttemptAndSaysWhatEachOneBrought() {
    for (int i = 0; i < 4; i++) server.answers(503);

    PartnerServiceException e = refusal(partner);

    assertThat(server.requests()).hasSize(4);
    assertThat(e.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3, 4);
    assertThat(e.attempts()).extracting(Attempt::status).containsOnly(503);
    assertThat(e.attempts())
        .extracting(Attempt::pause)
        .containsExactly(ofMillis(250), ofMillis(500), ofSeconds(1), null);
    assertThat(e.attempts())
        .extracting(Attempt::correlationVector)
        .containsExactlyElementsOf(server.headers("MS-CV"));
    assertThat(e.requestId()).isEqualTo(server.headers("MS-RequestId").get(3));
    assertThat(e).hasMessageContaining("attempts [503 in 0 ms, then 250 ms pause, 503 in");
  }

  @Test
  void recordsTheVectorThatTheServiceAnsweredWith() {
    server.answers(new MockResponse.Builder().code(404).addHeader("MS-CV", "theirs.7").build());

    assertThat(refusal(partner).correlationVector()).contains("theirs.7");
  }

  @Test
  void triesAsOftenAsItMay() {
    server.answers(500).answers(500).answers(500);

    PartnerServiceException e = refusal(with(RetryOptions.defaults().maxAttempts(2)));

    assertThat(e.attempts()).hasSize(2);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void triesOnceIfThatIsAllItMay() {
    server.answers(500);

    PartnerServiceException e = refusal(with(RetryOptions.none()));

    assertThat(e.attempts()).hasSize(1);
    assertThat(e.attempts().get(0).pause()).isNull();
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void drawsEachPauseBetweenNothingAndTheDoubledOne() {
    server.time().dice(0.9);
    for (int i = 0; i < 4; i++) server.answers(500);

    refusal(partner);

    assertThat(server.time().naps()).containsExactly(ofMillis(450), ofMillis(900), ofMillis(1800));
  }

  @Test
  void doublesPausesOnlyUpToTheLongest() {
    RetryOptions retry =
        new RetryOptions(6, ofSeconds(2), ofSeconds(7), RetryOptions.none().longestRetryAfter());
    for (int i = 0; i < 6; i++) server.answers(500);

    refusal(with(retry));

    assertThat(server.time().naps())
        .containsExactly(
            ofSeconds(1), ofSeconds(2), ofMillis(3500), ofMillis(3500), ofMillis(3500));
  }

  @Test
  void waitsForAnAnswerThatIsNotReadyYet() {
    server.answers(new MockResponse.Builder().code(204).addHeader("Retry-After", "5").build());
    server.answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofMillis(5250));
  }

  private IPartner with(RetryOptions retry) {
    return server.partner(server.builder().retry(retry));
  }

  private static PartnerServiceException refusal(IPartner partner) {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().summary().get());
  }
}
