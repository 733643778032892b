package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartnerConsoleTest {
  @Test
  void explainsItselfWithoutAskingAnybody() {
    Run run = Run.alone("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("summary ", "invoices ", "invoice ", "line-items ", "sign-in ", "PARTNER_TOKEN")
        .contains("  3    The service refused.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summary",
        "invoices",
        "invoice",
        "line-items",
        "unbilled",
        "estimates",
        "summaries",
        "statement",
        "receipt",
        "sign-in",
        "export"
      })
  void explainsEachCommand(String command) {
    assertThat(Run.alone(command, "--help").out()).contains("Usage: partner-console " + command);
  }

  @ParameterizedTest
  @EnumSource
  void explainsEachExport(Exports.Which which) {
    Run run = Run.alone("export", which.command(), "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Usage: partner-console export " + which.command(), "--unless-etag=TAG")
        .contains("  10   export: The data is still", "  13   export: ");
  }

  @Test
  void saysItsVersion() {
    assertThat(Run.alone("--version").out()).matches("partner-console \\d+\\.\\d+\\.\\d+\\S*\n");
  }

  @Test
  void takesCommonOptionsBeforeAndAfterTheCommand() {
    String before = Run.alone("--format=csv", "--seed=8", "--rows=3", "summary").out();
    String after = Run.alone("summary", "--format=csv", "--seed=8", "--rows=3").out();

    assertThat(before).startsWith("invoices,").isEqualTo(after);
  }

  @Test
  void writesUtf8() {
    assertThat(Run.alone("invoices", "--rows=3", "--format=csv").out()).contains("€", "£");
  }

  @Test
  void keepsDataAndNotesApart() {
    Run run = Run.alone("summary", "--rows=3", "--verbose");

    assertThat(run.out()).startsWith("+---").doesNotContain("GET ");
    assertThat(run.err()).contains("GET /v1/invoices/summary: 200 in ");
  }
}
