package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Tenant;
import io.partnercenter.emulator.TenantInvoice;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TourTest {
  private static final int ROWS = 4_100;

  @Test
  void startsAnEmulatorOnRequestAndTakesItAlongTheWholeWay() {
    Run run = Run.alone("--seed", "5", "--rows", Integer.toString(ROWS));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .startsWith("Made-up data (--demo): talking to an emulator on http://127.");
    assertThat(run.lines()).startsWith("Balance").contains("Invoices since 2025-11-08");
    assertThat(run.out()).contains("Amendments\n").contains("Tax receipts\n");
  }

  @Test
  void addsUpEveryLineOfALegacyAndOfAModernInvoiceExactly() {
    try (Emulator emulator = Emulator.builder().seed(5).rows(ROWS).start()) {
      Run run = Run.against(emulator);

      List<TenantInvoice> shown = shown(run, emulator.tenant());
      assertThat(shown).extracting(TenantInvoice::isModern).containsExactly(false, true);
      for (TenantInvoice invoice : shown) {
        for (LineItems items : invoice.lineItems()) {
          String sum = items.kind() == LineKind.DAILY_USAGE ? "" : Columns.amount(items.total());
          assertThat(run.out())
              .containsPattern("(billing|usage) +\\| 4,100 \\| +" + Pattern.quote(sum) + " \\|");
        }
      }
    }
  }

  @Test
  void saysWhetherTheLinesAgreeWithTheInvoice() {
    Run run = Run.alone("--rows", "30");

    assertThat(run.lines())
        .contains("They agree to the last digit.")
        .contains(
            "They differ by -137.42 USD: legacy invoices may hold adjustments that no line shows.");
  }

  @Test
  void makesDoWithTheListWhereInvoicesAreForUsersOnly() {
    try (Emulator emulator = Emulator.builder().rows(30).start()) {
      String modern = emulator.tenant().modernInvoices().get(10).id();
      emulator.inject(Fault.status(403).on("/v1/invoices/" + modern));

      Run run = Run.against(emulator);

      assertThat(run.exitCode()).isZero();
      assertThat(run.lines()).contains("Invoice " + modern, "They agree to the last digit.");
      assertThat(run.err()).contains("Taken from the list, because by itself it is not to be had");
    }
  }

  @Test
  void isForReadingOnly() {
    Run run = Run.alone("--format", "json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  private static List<TenantInvoice> shown(Run run, Tenant tenant) {
    return tenant.invoices().stream()
        .filter(invoice -> run.lines().contains("Invoice " + invoice.id()))
        .toList();
  }
}
