package io.partnercenter.spring;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.spring.PartnerProperties.Probe;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Healthy if the service tells the balance. What it said is remembered for a while, and one probe
 * at a time asks: load balancers and orchestrators probe every second and from several places, and
 * the service throttles by the tenant, so that each of those requests would be missing from the
 * jobs that need them. For the same reason a probe tries once, with a short deadline of its own.
 *
 * <p>Meant for people and alarms. It is no part of Boot's liveness and readiness groups, and should
 * not be: an application that is started anew does not bring the service back.
 */
final class BalanceHealthIndicator implements HealthIndicator {
  private final IPartner partner;
  private final Probe probe;
  private final LongSupplier nanoTime;
  private @Nullable Health last;
  private long askedAt;

  BalanceHealthIndicator(IPartner partner, Probe probe) {
    this(partner, probe, System::nanoTime);
  }

  BalanceHealthIndicator(IPartner partner, Probe probe, LongSupplier nanoTime) {
    this.partner =
        partner.with(
            RequestOptions.defaults().retry(RetryOptions.none()).deadline(probe.deadline()));
    this.probe = probe;
    this.nanoTime = nanoTime;
  }

  /** Probes that come while one is asking wait for it, which is no longer than its deadline. */
  @Override
  public synchronized Health health() {
    Health known = last;
    if (known != null && age().compareTo(goodFor(known)) < 0) return known;

    Health asked = ask();
    last = asked;
    askedAt = nanoTime.getAsLong();
    return asked;
  }

  private Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - askedAt);
  }

  private Duration goodFor(Health known) {
    return known.getStatus().equals(Status.UP) ? probe.upFor() : probe.downFor();
  }

  private Health ask() {
    try {
      return up(partner.invoices().summary().get());
    } catch (PartnerException e) {
      return down(e);
    }
  }

  private static Health up(InvoiceSummary balance) {
    Health.Builder health = Health.up();
    if (balance.balanceAmount() != null) health.withDetail("balance", balance.balanceAmount());
    if (balance.currencyCode() != null) health.withDetail("currency", balance.currencyCode());
    if (balance.accountingDate() != null) health.withDetail("asOf", balance.accountingDate());
    return health.build();
  }

  /** Not the exception itself: its message is for the log, and not for whoever may probe. */
  private static Health down(PartnerException failure) {
    Health.Builder health =
        Health.down()
            .withDetail("category", PartnerMeters.outcome(failure))
            .withDetail("requestId", failure.requestId())
            .withDetail("correlationId", failure.correlationId());
    if (failure instanceof PartnerServiceException refusal) {
      health.withDetail("status", refusal.statusCode());
      refusal.errorCode().ifPresent(code -> health.withDetail("code", code));
    }
    return health.build();
  }
}
