package io.partnercenter.spring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.partnercenter.PartnerListener;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Meters of every attempt, call and page. Tags are names of operations, statuses and outcomes: few,
 * and nobody's secret. Ids and paths, of which there is no end, are in the log.
 */
final class PartnerMeters implements PartnerListener {
  private static final String OPERATION = "operation";

  private final MeterProvider<Timer> attempts;
  private final MeterProvider<Timer> calls;
  private final MeterProvider<Counter> pages;
  private final MeterProvider<Counter> rows;

  PartnerMeters(MeterRegistry registry) {
    attempts =
        Timer.builder("partnercenter.attempts")
            .description("Requests made, by operation and HTTP status")
            .withRegistry(registry);
    calls =
        Timer.builder("partnercenter.calls")
            .description("Calls with all their attempts and pauses, by operation and outcome")
            .withRegistry(registry);
    pages =
        Counter.builder("partnercenter.pages")
            .description("Pages that were delivered, by operation")
            .withRegistry(registry);
    rows =
        Counter.builder("partnercenter.rows")
            .description("Rows on them, by operation")
            .baseUnit("rows")
            .withRegistry(registry);
  }

  @Override
  public void onAttempt(AttemptEvent event) {
    attempts
        .withTags(OPERATION, event.call().operation(), "status", statusOf(event.attempt().status()))
        .record(event.attempt().duration());
  }

  @Override
  public void onCall(CallEvent event) {
    calls
        .withTags(OPERATION, event.call().operation(), "outcome", outcome(event.failure()))
        .record(event.duration());
  }

  @Override
  public void onPage(PageEvent event) {
    pages.withTag(OPERATION, event.call().operation()).increment();
    rows.withTag(OPERATION, event.call().operation()).increment(event.pageRows());
  }

  private static String statusOf(@Nullable Integer status) {
    return status == null ? "none" : status.toString();
  }

  /** What became of a call in one word, the same in the meters and in the health. */
  static String outcome(@Nullable PartnerException failure) {
    if (failure == null) return "success";
    if (failure instanceof PartnerServiceException refusal) {
      return refusal.category().name().toLowerCase(Locale.ROOT);
    }
    if (failure instanceof PartnerTransportException) return "transport";
    if (failure instanceof PartnerDataException) return "data";
    if (failure instanceof PartnerAuthenticationException) return "authentication";
    return "other";
  }
}
