package io.partnercenter.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One walk of three pages that stumbles once, and one refusal, seen through the actuator. */
final class MetersTest {
  private static final String WALK = "operation:invoices.unbilled.lineItems";

  private static Emulator emulator;
  private static RunningApplication application;

  @BeforeAll
  static void walk() {
    emulator = Emulator.builder().rows(25).start();
    application = RunningApplication.against(emulator, "partner-center.retry.first-pause=0s");
    IPartner partner = application.bean(IPartner.class);
    emulator.inject(Fault.status(503).on("/lineitems").after(1), Fault.status(404).on("/G1"));

    partner
        .invoices()
        .unbilled()
        .lineItems(LineItemQuery.oneTimeUsage("USD", BillingPeriod.CURRENT).size(10))
        .stream()
        .forEach(row -> {});
    partner.invoices().byId("G1").getAsync().exceptionally(refused -> null).join();
  }

  @AfterAll
  static void stop() {
    application.close();
    emulator.close();
  }

  @Test
  void attemptsAreCountedByOperationAndStatus() {
    assertThat(measured("partnercenter.attempts", "COUNT", WALK, "status:200")).isEqualTo(3);
    assertThat(measured("partnercenter.attempts", "COUNT", WALK, "status:503")).isEqualTo(1);
  }

  @Test
  void callsAreTimedByOperationAndOutcome() {
    assertThat(measured("partnercenter.calls", "COUNT", WALK, "outcome:success")).isEqualTo(3);
    assertThat(measured("partnercenter.calls", "TOTAL_TIME", WALK)).isPositive();
    assertThat(
            measured("partnercenter.calls", "COUNT", "operation:invoices.get", "outcome:not_found"))
        .isEqualTo(1);
  }

  @Test
  void pagesAndRowsAreCounted() {
    assertThat(measured("partnercenter.pages", "COUNT", WALK)).isEqualTo(3);
    assertThat(measured("partnercenter.rows", "COUNT", WALK)).isEqualTo(25);
  }

  @Test
  void noInvoiceIsATag() {
    assertThat(application.text("/actuator/metrics/partnercenter.calls")).doesNotContain("G1");
  }

  private static double measured(String meter, String statistic, String... tags) {
    String path = "/actuator/metrics/" + meter + "?tag=" + String.join("&tag=", tags);
    return application
        .json(path)
        .at("/measurements")
        .valueStream()
        .filter(measurement -> measurement.at("/statistic").asString().equals(statistic))
        .findFirst()
        .orElseThrow(() -> new AssertionError(application.text(path)))
        .at("/value")
        .asDouble();
  }
}
