package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up data is printed only on request; a job that lost its environment fails. */
final class MadeUpDataTest {
  private static final Emulator EMULATOR = Emulator.builder().rows(5).start();

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @ParameterizedTest
  @DisplayName("C68: without credentials nothing is printed, and the exit code is 2")
  @ValueSource(
      strings = {
        "--format=table",
        "summary",
        "invoices",
        "invoice G000024135",
        "line-items G000024135",
        "unbilled",
        "estimates",
        "summaries",
        "statement G000024135",
        "receipt G000024135 R1",
        "export billed-usage G000024135",
        "export unbilled-usage --currency=EUR --period=current"
      })
  void withoutCredentialsNothingIsPrinted(String arguments) {
    Run run = Run.with(Map.of(), arguments.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("PARTNER_TOKEN", "PARTNER_TENANT", "PARTNER_CLIENT_ID", "PARTNER_CLIENT_SECRET")
        .contains("PARTNER_CERTIFICATE", "PARTNER_REFRESH_TOKEN_FILE", "--demo");
  }

  @ParameterizedTest
  @DisplayName("C68: what is left of an environment without its credentials is no way to the data")
  @ValueSource(strings = {"CLOUD=global", "TENANT=t", "CLIENT_ID=c", "TOKEN=", "TOKEN= "})
  void partOfAnEnvironmentIsNotEnough(String variable) {
    String[] parts = variable.split("=", 2);

    Run run = Run.with(Map.of("PARTNER_" + parts[0], parts[1]), "summary");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("PARTNER_");
  }

  @Test
  void theMessageLeavesOutWhatIsSet() {
    Run run = Run.with(Map.of("PARTNER_TENANT", "contoso"), "summary");

    assertThat(run.err())
        .doesNotContain("PARTNER_TENANT")
        .contains("PARTNER_CLIENT_ID", "PARTNER_CLIENT_SECRET");
  }

  @ParameterizedTest
  @DisplayName("C68: made-up data comes on request, and standard error says what it is")
  @ValueSource(strings = {"--demo summary", "summary --demo", "--demo invoices --rows=5"})
  void madeUpDataComesOnRequest(String arguments) {
    Run run = Run.with(Map.of(), arguments.split(" "));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isNotEmpty();
    assertThat(run.err())
        .startsWith("Made-up data (--demo): talking to an emulator on http://127.");
  }

  @Test
  @DisplayName("C68: --demo wins over credentials, asks no tenant, and says so")
  void demoWinsOverCredentials() {
    for (String arguments :
        List.of("--demo summary", "export unbilled-usage --demo --period=last --currency=EUR")) {
      Run run = Run.with(Run.tenant(EMULATOR), arguments.split(" "));

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err())
          .contains("Made-up data (--demo)", "PARTNER_TOKEN", "PARTNER_BASE_URL", "not used");
    }
    assertThat(EMULATOR.requestCount()).isZero();
  }

  @Test
  void whatSetsTheEmulatorUpNeedsDemo() {
    for (String option : new String[] {"--seed=2", "--rows=5"}) {
      for (boolean tenant : new boolean[] {true, false}) {
        Map<String, String> variables = tenant ? Run.tenant(EMULATOR) : Map.of();

        Run run = Run.with(variables, "summary", option);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("--demo");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign-in --demo", "export billed-usage --demo --from-folder=."})
  void demoIsRefusedWhereNothingCanBeMadeUp(String arguments) {
    Run run = Run.with(Map.of(), arguments.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("--demo");
  }

  /** Maven takes {@code -Dexec.args} in place of the property, so other commands ask the tenant. */
  @Test
  @DisplayName("C68: only the README's first command asks for made-up data by itself")
  void theFirstCommandOfTheReadmeAsksForIt() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml")))
        .containsOnlyOnce("<exec.args>--demo</exec.args>")
        .doesNotContain("<arguments>", "<commandlineArgs>");
  }
}
