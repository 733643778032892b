package io.partnercenter.internal;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.transport.Transport;
import java.net.UnknownHostException;
import java.time.Duration;
import okhttp3.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Names that are not found for a moment, which the JVM then remembers for ten seconds. */
class UnknownNameTest {
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private final FakeTime time = new FakeTime();

  @Test
  @DisplayName("C56: attempts do not all get the answer that a name server gave to the first")
  void theLastAttemptAsksTheNameServerAgain() {
    try (IPartner partner = builder().build()) {
      assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
    }

    assertThat(time.naps()).containsExactly(ofMillis(250), ofMillis(500), REMEMBERED);
  }

  @Test
  void theOnlyOtherAttemptIsTheLast() {
    try (IPartner partner = builder().retry(RetryOptions.defaults().maxAttempts(2)).build()) {
      assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
    }

    assertThat(time.naps()).containsExactly(REMEMBERED);
  }

  @Test
  void aDeadlineThatComesBeforeIsSaid() {
    try (IPartner partner = builder().deadline(Duration.ofSeconds(8)).build()) {
      PartnerTransportException e =
          catchThrowableOfType(
              PartnerTransportException.class, () -> partner.invoices().summary().get());

      assertThat(e).hasMessageContaining("the time of the call is used up before the next attempt");
      assertThat(e.attempts()).hasSize(3);
    }
  }

  @Test
  void whoeverTriesOnceWaitsForNothing() {
    try (IPartner partner = builder().retry(RetryOptions.none()).build()) {
      assertThatThrownBy(() -> partner.invoices().summary().get())
          .isInstanceOf(PartnerTransportException.class);
    }

    assertThat(time.naps()).isEmpty();
  }

  @Test
  void aSignInWaitsAsWell() throws Exception {
    Transport transport =
        new SignInTransport(
            transport(),
            RetryOptions.defaults(),
            Duration.ofSeconds(9),
            new Pacing(100, time.timing()),
            time.timing(),
            new Resources(),
            new KnownSecrets());

    assertThat(
            transport
                .send(new Request.Builder().url("https://login.example.com/token").build())
                .code())
        .isEqualTo(200);
    assertThat(time.naps()).last().isEqualTo(REMEMBERED);
  }

  private PartnerBuilder builder() {
    return TimedPartners.builder(time.timing())
        .credentials(PartnerCredentials.bearer(() -> "token"))
        .transport(transport());
  }

  /** Finds the name again when ten seconds have passed. */
  private Transport transport() {
    return request -> {
      if (time.now().isBefore(FakeTime.BEGINNING.plus(REMEMBERED))) {
        throw new UnknownHostException(request.url().host());
      }
      return Answers.of(request, 200, Answers.SUMMARY);
    };
  }
}
