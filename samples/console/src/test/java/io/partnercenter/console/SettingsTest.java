package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables that contradict each other, or are not enough, are said so before any request. */
final class SettingsTest {
  private static final Emulator EMULATOR = Emulator.builder().rows(5).start();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @AfterEach
  void nobodyWasAsked() {
    assertThat(EMULATOR.requestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN, CLIENT_ID",
    "TOKEN, CLIENT_SECRET",
    "TOKEN, CERTIFICATE",
    "TOKEN, REFRESH_TOKEN_FILE",
    "CLIENT_SECRET, CERTIFICATE",
    "CLIENT_SECRET, CERTIFICATE_PASSWORD"
  })
  void ofTwoWaysToSignInNoneIsGuessed(String one, String other) {
    Run run = run(Map.of("PARTNER_" + one, "one", "PARTNER_" + other, "other"));

    assertThat(complaint(run, 2))
        .isEqualTo(
            "PARTNER_%s and PARTNER_%s are both set, and only one of them can be meant"
                .formatted(one, other));
  }

  @ParameterizedTest
  @CsvSource({"CLIENT_SECRET, TENANT", "CERTIFICATE_PASSWORD, CERTIFICATE", "CERTIFICATE, TENANT"})
  void whatIsMissingIsNamed(String set, String missing) {
    assertThat(complaint(run(Map.of("PARTNER_" + set, "something")), 2))
        .isEqualTo("PARTNER_" + set + " is set, but PARTNER_" + missing + " is not");
  }

  @Test
  void appThatCannotProveItselfIsToldHowTo() {
    assertThat(complaint(Run.signingIn(EMULATOR, folder, Map.of(), "summary"), 2))
        .startsWith("Credentials are missing. For a bearer token: PARTNER_TOKEN; for an app: ")
        .contains("PARTNER_CLIENT_SECRET", "PARTNER_CERTIFICATE", "PARTNER_REFRESH_TOKEN_FILE");
  }

  @Test
  void blankSecretIsNone() {
    Run run = signingIn(Map.of("PARTNER_CLIENT_SECRET", " \n"));

    assertThat(complaint(run, 2))
        .isEqualTo("PARTNER_CLIENT_SECRET is set, but there is nothing in it");
  }

  @Test
  void certificateThatCannotBeReadIsNamed() throws Exception {
    Files.writeString(folder.resolve("partner.p12"), "no certificate");

    for (String file : new String[] {"partner.p12", "missing.p12"}) {
      Run run =
          signingIn(
              Map.of("PARTNER_CERTIFICATE", file, "PARTNER_CERTIFICATE_PASSWORD", "s3cret word"));

      assertThat(complaint(run, 2))
          .startsWith("PARTNER_CERTIFICATE cannot be used: ")
          .doesNotContain("s3cret");
    }
  }

  @Test
  void refreshTokenFileThatIsMissingIsNamed() {
    assertThat(complaint(signingIn(Map.of("PARTNER_REFRESH_TOKEN_FILE", "nowhere")), 6))
        .contains(folder.resolve("nowhere").toString(), "sign-in --store");
  }

  @Test
  void signingInTakesNoToken() {
    Run run = run(Map.of("PARTNER_TOKEN", "t"), "sign-in");

    assertThat(complaint(run, 2)).startsWith("PARTNER_TOKEN is set");
  }

  @Test
  void signingInTakesAnApp() {
    assertThat(complaint(run(Map.of(), "sign-in"), 2)).isEqualTo("PARTNER_TENANT is not set");
  }

  @Test
  void personDoesNotSignInForATokenThatCannotBeKept() {
    Run run =
        Run.signingIn(EMULATOR, folder, Map.of(), "sign-in", "--store", "no-such-folder/token");

    assertThat(complaint(run, 2)).startsWith("--store is a file in a folder that is there, not ");
  }

  private static Run run(Map<String, String> variables) {
    return run(variables, "summary");
  }

  private static Run run(Map<String, String> variables, String command) {
    return Run.with(new HashMap<>(variables), command);
  }

  private Run signingIn(Map<String, String> variables) {
    return Run.signingIn(EMULATOR, folder, variables, "summary");
  }

  private static String complaint(Run run, int exitCode) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.complaints()).hasSize(1);
    return run.complaints().get(0);
  }
}
