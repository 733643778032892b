package io.partnercenter.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ApplicationTest {
  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = RunningApplication.with("spring.profiles.active=demo");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void theHealthOfTheApplicationHoldsTheBalance() {
    BigDecimal balance = emulator().tenant().balance("USD");

    JsonNode health = application.json("/actuator/health");

    assertThat(health.at("/status").asString()).isEqualTo("UP");
    JsonNode partner = health.at("/components/partnerCenter");
    assertThat(partner.at("/status").asString()).isEqualTo("UP");
    assertThat(partner.at("/details/balance").decimalValue()).isEqualTo(balance);
    assertThat(partner.at("/details/currency").asString()).isEqualTo("USD");
  }

  @Test
  void whetherItIsAliveIsNotForThePartnerCenterToSay() {
    assertThat(application.text("/actuator/health/liveness")).doesNotContain("partnerCenter");
    assertThat(application.text("/actuator/health/readiness")).doesNotContain("partnerCenter");
  }

  @Test
  void figuresPassThroughBothJacksonsDigitByDigit() {
    JsonNode unbilled = application.json("/unbilled/EUR");

    assertThat(unbilled.at("/subtotal").decimalValue()).isEqualTo(subtotal());
  }

  @Test
  void whatIsNoCurrencyIsNotFound() {
    assertThat(application.status("/unbilled/euros")).isEqualTo(404);
  }

  @Test
  void thePartnerIsClosedWithTheApplication() {
    IPartner partner;
    try (RunningApplication brief = RunningApplication.with("spring.profiles.active=demo")) {
      partner = brief.bean(IPartner.class);
    }

    assertThatThrownBy(() -> partner.invoices().summary().get()).hasMessageContaining("closed");
  }

  private static BigDecimal subtotal() {
    return emulator()
        .tenant()
        .unbilled(LineKind.ONE_TIME, "EUR", Period.CURRENT)
        .orElseThrow()
        .total();
  }

  private static Emulator emulator() {
    return application.bean(Emulator.class);
  }
}
