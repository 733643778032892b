package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.console.Exports.Which;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that was cut short is not followed by a second export of the same. */
final class ExportRestartTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void exportsOnceThoughTheFirstRunLostItsPatience(Which which) {
    try (Exports exports = exports(Exports.prompt().exportPolls(1))) {
      Run first = exports.toFile(which, "--patience=0.1s");

      assertThat(first.exitCode()).as(first.err()).isEqualTo(4);
      assertThat(exports.left()).containsExactly("rows.out.export");

      Run second = exports.toFile(which);

      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(second.err()).contains("Going on with the export that ");
      assertThat(exports.rows()).hasSize(Exports.ROWS);
      assertThat(exports.left()).containsExactly("rows.out");
      assertThat(exports.posts()).isEqualTo(1);
      exports.checkSecrets(first, second);
    }
  }

  @Test
  void exportsOnceThoughTheServiceBrokeDownInTheMiddle() {
    try (Exports exports = exports(Exports.prompt().exportBlobs(4))) {
      exports.emulator().inject(Fault.status(503).on("/blobs/").after(2).times(50));

      Run first = exports.toFile(Which.BILLED_USAGE, "--parallel=1");
      exports.emulator().clearFaults();
      Run second = exports.toFile(Which.BILLED_USAGE);

      assertThat(first.exitCode()).as(first.err()).isEqualTo(3);
      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(exports.rows()).hasSize(Exports.ROWS);
      assertThat(exports.posts()).isEqualTo(1);
      exports.checkSecrets(first, second);
    }
  }

  @Test
  @DisplayName("C37: a program that was killed exports once, and its successor goes on")
  void exportsOnceThoughTheProgramWasKilled() throws Exception {
    EmulatorBuilder slow =
        Exports.prompt().exports(e -> e.polls(1).retryAfter(Duration.ofHours(1)));
    try (Exports exports = exports(slow)) {
      killWhileWaiting(exports, Which.BILLED_USAGE);
      assertThat(exports.left()).containsExactly("rows.out.export");

      Run second = exports.toFile(Which.BILLED_USAGE);

      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(exports.rows()).hasSize(Exports.ROWS);
      assertThat(exports.left()).containsExactly("rows.out");
      assertThat(exports.posts()).isEqualTo(1);
    }
  }

  @Test
  void startsAnewWhatHasExpired() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    try (Exports exports = exports(Exports.prompt().clock(now::get))) {
      failLate(exports);
      now.updateAndGet(then -> then.plusSeconds(40 * 86_400));

      checkAnew(exports, "is not known any more: starting another.");
    }
  }

  @Test
  void startsAnewWhatHasFailed() {
    try (Exports exports = exports(Exports.prompt())) {
      exports
          .emulator()
          .inject(Fault.failedExport(), Fault.status(503).on("/operations/").times(50));
      assertThat(exports.toFile(Which.UNBILLED_USAGE).exitCode()).isEqualTo(3);
      exports.emulator().clearFaults();

      checkAnew(exports, "has failed: starting another.");
    }
  }

  @Test
  void startsAnewWhatIsAskedForWithOtherArguments() {
    try (Exports exports = exports(Exports.prompt())) {
      failLate(exports);

      Run run = exports.toFile(Which.UNBILLED_USAGE, "--attributes=basic");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains("of something else: starting another.");
      assertThat(exports.posts()).isEqualTo(2);
    }
  }

  @Test
  void overwritesNoFileOfAnotherKind() throws IOException {
    try (Exports exports = exports(Exports.prompt())) {
      Path ledger = Files.writeString(folder.resolve("ledger.csv"), "precious");

      Run run = exports.toFile(Which.UNBILLED_USAGE, "--state=" + ledger);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("is not a state file of this program");
      assertThat(ledger).hasContent("precious");
      assertThat(exports.emulator().requestCount()).isZero();
    }
  }

  @Test
  void keepsNothingOfAnExportThatWillNeverDo() {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.truncatedFile(700));

      assertThat(exports.toFile(Which.UNBILLED_USAGE).exitCode()).isEqualTo(5);
      assertThat(exports.left()).isEmpty();
    }
  }

  /** Leaves an export that has gone well behind, unread. */
  private static void failLate(Exports exports) {
    exports.emulator().inject(Fault.status(503).on("/blobs/").times(50));
    assertThat(exports.toFile(Which.UNBILLED_USAGE).exitCode()).isEqualTo(3);
    exports.emulator().clearFaults();
    assertThat(exports.left()).containsExactly("rows.out.export");
  }

  private static void checkAnew(Exports exports, String said) {
    Run run = exports.toFile(Which.UNBILLED_USAGE);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains(said);
    assertThat(exports.rows()).hasSize(Exports.ROWS);
    assertThat(exports.left()).containsExactly("rows.out");
    assertThat(exports.posts()).isEqualTo(2);
    exports.checkSecrets(run);
  }

  /** In a process of its own, which is ended the hard way. */
  private static void killWhileWaiting(Exports exports, Which which) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PartnerConsole.class.getName()));
    command.addAll(List.of(exports.arguments(which, "--to=" + exports.file(), "--patience=2h")));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Run.tenant(exports.emulator()));
    Process process = builder.start();
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.lines().anyMatch(line -> line.startsWith("export: waiting"))).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Exports exports(EmulatorBuilder emulator) {
    return new Exports(emulator.start(), folder);
  }
}
