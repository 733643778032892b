package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PacingTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anOutageIsNotAnsweredByAStorm() {
    IPartner partner = server.partner(server.builder().retryBudget(5));
    for (int i = 0; i < 5 + 10; i++) server.answers(503);

    for (int i = 0; i < 10; i++) failure(partner);

    assertThat(server.requests()).hasSize(5 + 10);
  }

  @Test
  void whoIsNotTriedAgainLearnsWhy() {
    IPartner partner = server.partner(server.builder().retryBudget(0));
    server.answers(503);

    PartnerServiceException failure = failure(partner);

    assertThat(failure.attempts()).hasSize(1);
    assertThat(failure)
        .hasMessageContaining("not tried again, for too many calls of this partner have failed");
  }

  @Test
  void aRetryThatSucceedsCostsNothing() {
    IPartner partner = server.partner(server.builder().retryBudget(1));

    for (int i = 0; i < 20; i++) {
      server.answers(503).answersJson(200, Answers.SUMMARY);
      partner.invoices().summary().get();
    }

    assertThat(server.requests()).hasSize(40);
  }

  @Test
  void fiveSuccessesWinOneRetryBack() {
    IPartner partner = server.partner(server.builder().retryBudget(1));
    server.answers(503).answers(503);
    failure(partner);
    for (int i = 0; i < 5; i++) {
      server.answersJson(200, Answers.SUMMARY);
      partner.invoices().summary().get();
    }

    server.answers(503).answersJson(200, Answers.SUMMARY);
    partner.invoices().summary().get();

    assertThat(server.requests()).hasSize(2 + 5 + 2);
  }

  @Test
  void scopesShareOneBudget() {
    IPartner partner = server.partner(server.builder().retryBudget(2));
    for (int i = 0; i < 2 + 2; i++) server.answers(503);

    failure(partner.with(RequestOptions.defaults()));
    failure(partner);

    assertThat(server.requests()).hasSize(2 + 2);
  }

  @Test
  @DisplayName("C2: what one call is told to wait, the others of its partner wait too")
  void allCallsOfAPartnerLeaveTheServiceAlone() {
    IPartner partner = server.partner();
    server.answers(throttled(57)).answersJson(200, Answers.SUMMARY);
    failure(partner.with(RequestOptions.defaults().retry(RetryOptions.none())));

    partner.invoices().summary().get();

    assertThat(server.time().naps()).hasSize(1);
    assertThat(server.time().naps().get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(57));
  }

  @Test
  @DisplayName("C2: a rest that is made longer while a call waits is waited for to its end")
  void aRestThatIsMadeLongerIsWaitedForToItsEnd() {
    Timing timing = server.time().timing();
    List<IPartner> others = new ArrayList<>();
    Timing.Sleeper meanwhile =
        (pause, closed) -> {
          if (!others.isEmpty()) failure(others.remove(0));
          timing.sleeper().sleep(pause, closed);
        };
    IPartner partner =
        server.partner(
            TimedPartners.builder(
                    new Timing(timing.clock(), timing.nanoTime(), meanwhile, timing.dice()))
                .baseUrl(server.baseUrl())
                .credentials(PartnerCredentials.bearer(() -> "token")));
    IPartner once = partner.with(RequestOptions.defaults().retry(RetryOptions.none()));
    server.answers(throttled(57)).answers(throttled(120)).answersJson(200, Answers.SUMMARY);
    failure(once);
    others.add(once);

    partner.invoices().summary().get();

    assertThat(server.time().now())
        .isAfterOrEqualTo(FakeTime.BEGINNING.plusSeconds(57).plusSeconds(120));
  }

  @Test
  void aRestThatIsOverIsForgotten() {
    IPartner partner = server.partner();
    server.answers(throttled(57)).answersJson(200, Answers.SUMMARY);
    failure(partner.with(RequestOptions.defaults().retry(RetryOptions.none())));
    server.time().pass(Duration.ofSeconds(57));

    partner.invoices().summary().get();

    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void aRestLongerThanTheDeadlineFailsAtOnceAndSendsNothing() {
    IPartner partner = server.partner();
    server.answers(throttled(57));
    failure(partner.with(RequestOptions.defaults().retry(RetryOptions.none())));
    IPartner hasty = partner.with(RequestOptions.defaults().deadline(Duration.ofSeconds(30)));

    PartnerTransportException refused =
        catchThrowableOfType(
            PartnerTransportException.class, () -> hasty.invoices().summary().get());

    assertThat(refused).returns(Phase.PAUSE, PartnerTransportException::phase);
    assertThat(refused).hasMessageContaining("asked to be left alone for 57 s");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void aRestBeyondAllReasonEndsAfterAnHour() {
    IPartner partner = server.partner();
    server.answers(throttled(1_772_330_460)).answersJson(200, Answers.SUMMARY);
    assertThat(failure(partner).retryAfter()).contains(Duration.ofDays(365));

    assertThatThrownBy(() -> partner.invoices().summary().get())
        .hasMessageContaining("asked to be left alone for 3600 s");
    server.time().pass(Duration.ofHours(1));

    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @Test
  void aRestIsAsLongAsItMayBeWaitedFor() {
    RetryOptions patient = RetryOptions.defaults().longestRetryAfter(Duration.ofHours(3));
    IPartner partner = server.partner(server.builder().retry(patient));
    server.answers(throttled(24 * 3600)).answersJson(200, Answers.SUMMARY);
    failure(partner);

    assertThatThrownBy(() -> partner.invoices().summary().get())
        .hasMessageContaining("asked to be left alone for 10800 s");
  }

  @Test
  void anotherPartnerDoesNotWait() {
    IPartner throttled = server.partner();
    server.answers(throttled(57)).answersJson(200, Answers.SUMMARY);
    failure(throttled.with(RequestOptions.defaults().retry(RetryOptions.none())));

    server.partner().invoices().summary().get();

    assertThat(server.time().naps()).isEmpty();
  }

  private static MockResponse throttled(int seconds) {
    return new MockResponse.Builder().code(429).addHeader("Retry-After", seconds).build();
  }

  private static PartnerServiceException failure(IPartner partner) {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().summary().get());
  }
}
