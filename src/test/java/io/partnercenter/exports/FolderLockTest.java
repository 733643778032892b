package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.internal.Timing;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.FakeTime;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads into one folder at the same time. */
@DisplayName("C81: of two downloads into one folder the second waits, or says so")
@Timeout(value = 3, unit = TimeUnit.MINUTES) // Some start a program.
class FolderLockTest {
  @TempDir Path folder;

  private final ExportServer server = new ExportServer().rows(1, 20).rows(21, 40);
  private final FakeTime time = new FakeTime();
  private final List<Duration> naps = new ArrayList<>();
  private final List<IPartner> partners = new ArrayList<>();
  private final List<Process> programs = new ArrayList<>();

  /** Opened when the first download is in the middle of its last file. */
  private final CountDownLatch inTheMiddle = new CountDownLatch(1);

  private final CountDownLatch goesOn = new CountDownLatch(1);

  /** How often storage was asked until the first download had ended. */
  private final AtomicInteger fetched = new AtomicInteger();

  @AfterEach
  void close() {
    goesOn.countDown();
    programs.forEach(Process::destroyForcibly);
    partners.forEach(IPartner::close);
    server.close();
  }

  /** What happens while somebody waits for the lock. */
  @FunctionalInterface
  private interface Meanwhile {
    void happens() throws Exception;
  }

  private Path target() {
    return folder.resolve("files");
  }

  /** A partner in whose waiting {@code meanwhile} happens. */
  private IPartner partner(Meanwhile meanwhile) {
    Timing fake = time.timing();
    Timing timing =
        new Timing(
            fake.clock(),
            fake.nanoTime(),
            (pause, closed) -> {
              naps.add(pause);
              fake.sleeper().sleep(pause, closed);
              try {
                meanwhile.happens();
              } catch (InterruptedException e) {
                throw e;
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            },
            fake.dice());
    IPartner partner =
        TimedPartners.builder(timing)
            .baseUrl(server.graphUrl())
            .graphUrl(server.graphUrl())
            .credentials(PartnerCredentials.bearer(() -> "hunter2-graph"))
            .build();
    partners.add(partner);
    return partner;
  }

  private RunningExport<ReconciliationRecord> export(Meanwhile meanwhile) {
    ExportOptions oneByOne = ExportOptions.defaults().parallelBlobs(1);
    return partner(meanwhile).exports().billedReconciliation("G1").with(oneByOne).start();
  }

  private static List<String> names(ExportFolder<ReconciliationRecord> folder) {
    try (Stream<ReconciliationRecord> rows = folder.stream()) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  /** Keeps the first request for the second file waiting until {@code goesOn} is open. */
  private void holdsTheFirst() {
    server.instead =
        request -> {
          if (!request.getTarget().contains("part-1")) return null;
          inTheMiddle.countDown();
          hold();
          return null;
        };
  }

  private void hold() {
    try {
      Background.await(goesOn);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A download on another thread, in the middle of its last file. */
  private Background<ExportFolder<ReconciliationRecord>> first() throws InterruptedException {
    holdsTheFirst();
    RunningExport<ReconciliationRecord> export = export(() -> {});
    Background<ExportFolder<ReconciliationRecord>> first =
        Background.start(() -> export.downloadTo(target()));
    Background.await(inTheMiddle);
    return first;
  }

  @Test
  void aSecondThreadWaitsForTheFirstAndFetchesNothing() throws Exception {
    Background<ExportFolder<ReconciliationRecord>> first = first();

    ExportFolder<ReconciliationRecord> second =
        export(
                () -> {
                  goesOn.countDown();
                  assertThat(names(first.result())).hasSize(40);
                  fetched.set(server.requests("/storage/").size());
                })
            .downloadTo(target());

    assertThat(names(second)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
    assertThat(naps).containsExactly(Duration.ofSeconds(1));
    assertThat(server.requests("/storage/")).hasSize(fetched.get());
  }

  @Test
  void aSecondThreadThatWaitsTooLongSaysSo() throws Exception {
    Background<ExportFolder<ReconciliationRecord>> first = first();
    RunningExport<ReconciliationRecord> second =
        export(() -> {}).with(ExportOptions.defaults().patience(Duration.ofSeconds(5)));

    assertThatThrownBy(() -> second.downloadTo(target()))
        .isInstanceOfSatisfying(
            PartnerTransportException.class, e -> assertThat(e.phase()).isEqualTo(Phase.PAUSE))
        .hasMessageContaining(target().toString())
        .hasMessageContaining("another download into this folder")
        .hasCauseInstanceOf(TimeoutException.class);

    assertThat(naps).hasSize(4).containsOnly(Duration.ofSeconds(1));
    goesOn.countDown();
    assertThat(names(first.result())).hasSize(40);
  }

  @Test
  void aThreadThatWaitsCanBeInterrupted() throws Exception {
    first();
    RunningExport<ReconciliationRecord> export = export(() -> Thread.currentThread().interrupt());

    Background<?> second = Background.start(() -> export.downloadTo(target()));

    assertThat(second.failure(PartnerTransportException.class)).hasMessageContaining("interrupted");
    assertThat(second.keptInterrupt()).isTrue();
  }

  @Test
  void aPartnerThatIsClosedWaitsNoLonger() throws Exception {
    first();
    RunningExport<ReconciliationRecord> second = export(() -> partners.get(1).close());

    assertThatThrownBy(() -> second.downloadTo(target()))
        .isInstanceOf(PartnerTransportException.class)
        .hasMessageContaining("the partner has been closed");
    assertThat(naps).hasSize(1);
  }

  @Test
  void whoHasWaitedStoresTheDataOfNow() throws Exception {
    Background<ExportFolder<ReconciliationRecord>> first = first();

    ExportFolder<ReconciliationRecord> second =
        export(
                () -> {
                  goesOn.countDown();
                  first.result();
                  server.eTag = "data-2";
                  server.rows(41, 50);
                })
            .downloadTo(target());

    assertThat(second.manifest().eTag()).isEqualTo("data-2");
    assertThat(names(second)).hasSize(50);
  }

  @Test
  void whereAllIsThereNobodyWaits() throws Exception {
    export(() -> {}).downloadTo(target());

    try (FileChannel other = lockFile()) {
      other.lock();
      assertThat(names(export(() -> {}).downloadTo(target()))).hasSize(40);
    }
    assertThat(naps).isEmpty();
  }

  /** As another copy of the SDK in this process would, of another web application for example. */
  @Test
  void aLockOfOtherCodeInThisProcessIsWaitedForToo() throws Exception {
    Files.createDirectories(target());
    FileChannel other = lockFile();
    other.lock();

    assertThat(names(export(other::close).downloadTo(target()))).hasSize(40);
    assertThat(naps).hasSize(1);
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        target().resolve(".partnercenter-lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  @Test
  void aLinkInPlaceOfTheLockLeadsNowhere() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Files.createSymbolicLink(
        Files.createDirectories(target()).resolve(".partnercenter-lock"), elsewhere);

    assertThat(names(export(() -> {}).downloadTo(target()))).hasSize(40);
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void aSecondProcessWaitsForTheFirstAndFetchesNothing() throws Exception {
    holdsTheFirst();
    Process first = program();
    Background.await(inTheMiddle);

    ExportFolder<ReconciliationRecord> second =
        export(
                () -> {
                  goesOn.countDown();
                  assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
                  fetched.set(server.requests("/storage/").size());
                })
            .downloadTo(target());

    assertThat(first.exitValue()).isZero();
    assertThat(names(second)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
    assertThat(naps).hasSize(1);
    assertThat(server.requests("/storage/")).hasSize(fetched.get());
  }

  @Test
  void aProcessThatIsKilledLeavesNoLock() throws Exception {
    holdsTheFirst();
    Process first = program();
    Background.await(inTheMiddle);
    first.destroyForcibly();
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    goesOn.countDown();

    ExportFolder<ReconciliationRecord> second = export(() -> {}).downloadTo(target());

    assertThat(names(second)).hasSize(40);
    assertThat(naps).isEmpty();
  }

  /** On POSIX a process loses its locks on a file when it closes the file anywhere. */
  @Test
  void aThreadThatHasWaitedInVainDoesNotLoseTheLockToAnotherProcess() throws Exception {
    Background<ExportFolder<ReconciliationRecord>> first = first();
    RunningExport<ReconciliationRecord> second =
        export(() -> {}).with(ExportOptions.defaults().patience(Duration.ofSeconds(2)));
    assertThatThrownBy(() -> second.downloadTo(target()))
        .isInstanceOf(PartnerTransportException.class);

    Process third = program();

    assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(third.exitValue()).isNotZero();
    assertThat(folder.resolve("output")).content().contains("another download into this folder");
    goesOn.countDown();
    assertThat(names(first.result())).hasSize(40);
  }

  private Process program() throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ExportJob.class.getName(),
                server.graphUrl().toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    programs.add(program);
    return program;
  }
}
