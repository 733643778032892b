package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InvoiceSummaryTest {
  private final InvoiceSummary summary =
      ModelJson.fixture(InvoiceSummary.class, "invoice-summary/every-field");

  @Test
  void saysTheBalanceToTheCent() {
    assertThat(summary.balanceAmount()).isEqualTo("751094.39");
    assertThat(summary.currencyCode()).isEqualTo("GBP");
    assertThat(summary.currencySymbol()).isEqualTo("£");
  }

  @Test
  void saysTheBalanceOfEachTypeOfInvoice() {
    assertThat(summary.details())
        .extracting(
            InvoiceSummaryDetail::invoiceType,
            detail -> Objects.requireNonNull(detail.summary()).balanceAmount())
        .containsExactly(
            tuple(InvoiceType.RECURRING, new BigDecimal("202955.87")),
            tuple(InvoiceType.ONE_TIME, new BigDecimal("548138.52")));
  }

  @Test
  void hasNoDetailsInsideOfDetails() {
    assertThat(summary.details())
        .allSatisfy(
            detail -> assertThat(Objects.requireNonNull(detail.summary()).details()).isEmpty());
  }
}
