package io.partnercenter.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

final class BalanceHealthIndicatorTest {
  private static final String SUMMARY = "/v1/invoices/summary";

  private final Emulator emulator = Emulator.builder().rows(5).start();
  private final IPartner partner =
      IPartner.builder()
          .baseUrl(emulator.baseUrl())
          .credentials(PartnerCredentials.bearer(emulator::token))
          .build();
  private final AtomicLong now = new AtomicLong();
  private final BalanceHealthIndicator indicator =
      new BalanceHealthIndicator(
          partner,
          new PartnerProperties.Probe(
              Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofSeconds(30)),
          now::get);

  @AfterEach
  void close() {
    partner.close();
    emulator.close();
  }

  @Test
  void aProbeEverySecondIsARequestEveryFiveMinutes() {
    for (int second = 0; second < 600; second++) {
      assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
      pass(Duration.ofSeconds(1));
    }

    assertThat(emulator.requestCount(SUMMARY)).isEqualTo(2);
  }

  @Test
  void aRefusalIsDownWithItsCategoryAndTheIdThatSupportAsksFor() {
    emulator.inject(Fault.status(403));

    Health health = indicator.health();

    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails())
        .containsEntry("category", "forbidden")
        .containsEntry("status", 403)
        .containsEntry("requestId", sentRequestId());
  }

  @Test
  void aBrokenConnectionIsDownToo() {
    emulator.inject(Fault.disconnect());

    assertThat(indicator.health().getDetails()).containsEntry("category", "transport");
  }

  @Test
  void aFailureIsNotTriedAgainByTheSameProbe() {
    emulator.inject(Fault.statuses(503, 503));

    indicator.health();

    assertThat(emulator.requestCount(SUMMARY)).isEqualTo(1);
  }

  @Test
  void aFailureIsBelievedForHalfAMinuteOnly() {
    emulator.inject(Fault.status(500));

    assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
    pass(Duration.ofSeconds(29));
    assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
    pass(Duration.ofSeconds(1));
    assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
  }

  private @Nullable String sentRequestId() {
    return emulator.requests().get(0).header("MS-RequestId");
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
