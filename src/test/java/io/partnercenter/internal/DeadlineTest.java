package io.partnercenter.internal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.transport.AttemptTimeout;
import io.partnercenter.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private final FakeTime time = new FakeTime();
  private final List<Duration> limits = new ArrayList<>();

  @Test
  @DisplayName("C1: attempts and pauses together end by the deadline")
  void attemptsAndPausesTogetherEndByTheDeadline() {
    IPartner partner = builder(failingFor(ofSeconds(4))).deadline(ofSeconds(10)).build();

    PartnerServiceException e = refusal(partner);

    assertThat(e.attempts()).hasSize(3);
    assertThat(limits).containsExactly(ofSeconds(10), ofMillis(5750), ofMillis(1250));
  }

  @Test
  @DisplayName("C1: no pause is begun that the deadline would end")
  void givesUpInsteadOfSleepingBeyondTheDeadline() {
    IPartner partner = builder(failingFor(Duration.ZERO)).deadline(ofSeconds(1)).build();

    PartnerServiceException e = refusal(partner);

    assertThat(time.naps()).containsExactly(ofMillis(250), ofMillis(500));
    assertThat(e.attempts()).hasSize(3);
    assertThat(Duration.between(FakeTime.BEGINNING, time.now())).isLessThan(ofSeconds(1));
  }

  @Test
  void givesUpIfTheServiceAsksForMoreThanIsLeft() {
    Transport throttled =
        request -> Answers.of(request, 429, "").newBuilder().header("Retry-After", "57").build();

    PartnerServiceException e = refusal(builder(throttled).deadline(ofSeconds(57)).build());

    assertThat(e.retryAfter()).contains(ofSeconds(57));
    assertThat(time.naps()).isEmpty();
  }

  @Test
  void signInCountsToo() {
    PartnerCredentials slow =
        request -> {
          time.pass(ofSeconds(40));
          return io.partnercenter.credentials.AccessToken.of("token");
        };
    IPartner partner = builder(this::succeed).credentials(slow).deadline(ofMinutes(1)).build();

    partner.invoices().summary().get();

    assertThat(limits).containsExactly(ofSeconds(20));
  }

  @Test
  @DisplayName("C22: the time-out of an attempt is as long as one says")
  void anAttemptIsLimitedByItsOwnTimeoutIfThatEndsEarlier() {
    IPartner partner = builder(this::succeed).timeout(ofSeconds(7)).build();

    partner.invoices().summary().get();

    assertThat(limits).containsExactly(ofSeconds(7));
  }

  @Test
  void eachCallHasTheWholeDeadline() {
    IPartner partner = builder(this::succeed).deadline(ofSeconds(10)).build();
    partner.invoices().summary().get();
    time.pass(ofSeconds(9));

    partner.invoices().summary().get();

    assertThat(limits).containsExactly(ofSeconds(10), ofSeconds(10));
  }

  private Response succeed(Request request) {
    limits.add(Objects.requireNonNull(request.tag(AttemptTimeout.class)).value());
    return Answers.of(request, 200, Answers.SUMMARY);
  }

  private Transport failingFor(Duration duration) {
    return request -> {
      limits.add(Objects.requireNonNull(request.tag(AttemptTimeout.class)).value());
      time.pass(duration);
      return Answers.of(request, 500, "");
    };
  }

  private PartnerBuilder builder(Transport transport) {
    return TimedPartners.builder(time.timing())
        .credentials(PartnerCredentials.bearer(() -> "hunter2"))
        .retry(RetryOptions.defaults().maxAttempts(100))
        .transport(transport);
  }

  private static PartnerServiceException refusal(IPartner partner) {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().summary().get());
  }
}
