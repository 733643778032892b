package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.console.Exports.Which;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.Fault;
import io.partnercenter.transport.OkHttpTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
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
  void startsAnewAnExportOfAnotherMonth() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-31T23:00:00Z"));
    try (Exports exports = exports(now)) {
      failLate(exports);
      now.set(Instant.parse("2026-11-01T01:00:00Z"));

      checkAnew(
          exports, "was started in 2026-10, when --period meant another month: starting another.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWithinADayAndStartsAnewAfterwards(Which which) {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-07T02:00:00Z"));
    try (Exports exports = exports(now)) {
      failLate(exports, which);
      now.set(Instant.parse("2026-10-08T01:59:00Z"));
      failLate(exports, which);
      assertThat(exports.posts()).isEqualTo(1);
      now.set(Instant.parse("2026-10-08T02:01:00Z"));

      checkAnew(exports, which, "was started more than a day ago: starting another.");
    }
  }

  @Test
  void goesOnWithAnInvoiceInTheNextMonth() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-31T23:00:00Z"));
    try (Exports exports = exports(now)) {
      failLate(exports, Which.BILLED_USAGE);
      now.set(Instant.parse("2026-11-01T01:00:00Z"));

      Run run = exports.toFile(Which.BILLED_USAGE);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(exports.posts()).isEqualTo(1);
    }
  }

  @Test
  void takesTheAgeOfItsFileWhereTheServiceDoesNotSayWhenItStarted() throws IOException {
    try (Exports exports = exports(Exports.prompt())) {
      failLate(exports, Which.BILLED_USAGE);
      Path state = folder.resolve("rows.out.export");
      Files.setLastModifiedTime(state, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

      Run run = undated(exports, Which.BILLED_USAGE);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains("was started more than a day ago: starting another.");
      assertThat(exports.posts()).isEqualTo(2);
    }
  }

  @Test
  void goesOnWithWhatHasNoDateIfItsFileIsOfToday() {
    try (Exports exports = exports(Exports.prompt())) {
      failLate(exports, Which.BILLED_USAGE);

      Run run = undated(exports, Which.BILLED_USAGE);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(exports.posts()).isEqualTo(1);
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
    failLate(exports, Which.UNBILLED_USAGE);
  }

  private static void failLate(Exports exports, Which which) {
    exports.emulator().inject(Fault.status(503).on("/blobs/").times(50));
    assertThat(exports.toFile(which).exitCode()).isEqualTo(3);
    exports.emulator().clearFaults();
    assertThat(exports.left()).containsExactly("rows.out.export");
  }

  private static void checkAnew(Exports exports, String said) {
    checkAnew(exports, Which.UNBILLED_USAGE, said);
  }

  private static void checkAnew(Exports exports, Which which, String said) {
    Run run = exports.toFile(which);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains(said);
    assertThat(exports.rows()).hasSize(Exports.ROWS);
    assertThat(exports.left()).containsExactly("rows.out");
    assertThat(exports.posts()).isEqualTo(2);
    exports.checkSecrets(run);
  }

  /** A run that is not told when operations were created. */
  private static Run undated(Exports exports, Which which) {
    OkHttpTransport sent = new OkHttpTransport(new OkHttpClient());
    return Run.to(
        OutputStream.nullOutputStream(),
        Run.tenant(exports.emulator()),
        partner -> partner.transport(request -> undated(sent.send(request))),
        exports.arguments(which, "--to=" + exports.file()));
  }

  private static Response undated(Response response) throws IOException {
    if (!response.request().url().encodedPath().contains("/operations/")) return response;
    ResponseBody body = response.body();
    String text = body.string().replace("\"createdDateTime\"", "\"other\"");
    return response.newBuilder().body(ResponseBody.create(text, body.contentType())).build();
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

  private Exports exports(AtomicReference<Instant> now) {
    return new Exports(Exports.prompt().clock(now::get).start(), folder, now::get);
  }
}
