package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.errors.PartnerException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a folder before an export is stored there. */
class FolderTargetTest {
  private static final ExportOptions REPLACING = ExportOptions.defaults().replacesExisting(true);

  @TempDir Path folder;

  private final ExportServer server = new ExportServer().rows(1, 20).rows(21, 40);
  private final RunningExport<ReconciliationRecord> export =
      server.partner().exports().billedReconciliation("G1").start();

  @AfterEach
  void close() {
    server.close();
  }

  private Path target() {
    return folder.resolve("G1");
  }

  private static List<String> names(ExportFolder<ReconciliationRecord> folder) {
    try (Stream<ReconciliationRecord> rows = folder.stream()) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(target())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".partnercenter-lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  @DisplayName("C38: a folder of another export is left as it is")
  void aFolderOfAnotherExportIsLeftAsItIs() {
    export.downloadTo(target());
    int before = server.requests("/storage/").size();
    RunningExport<ReconciliationRecord> other =
        server.partner().exports().billedReconciliation("G2").start();

    assertThatThrownBy(() -> other.downloadTo(target()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(target().toString(), "invoiceId=G1", "invoiceId=G2");

    assertThat(server.requests("/storage/")).hasSize(before);
    assertThat(names(ExportFolder.open(target(), ReconciliationRecord.class))).hasSize(40);
  }

  @Test
  void aDownloadThatWasCutShortGoesOn() throws Exception {
    server.instead =
        request ->
            request.getTarget().contains("part-1")
                ? new MockResponse.Builder().code(400).build()
                : null;
    RunningExport<ReconciliationRecord> oneByOne =
        export.with(ExportOptions.defaults().parallelBlobs(1));
    assertThatThrownBy(() -> oneByOne.downloadTo(target())).isInstanceOf(PartnerException.class);
    assertThat(files()).containsExactly("manifest.json", "part-0.json.gz");
    assertThatThrownBy(() -> ExportFolder.open(target(), ReconciliationRecord.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cut short");
    server.instead = request -> null;

    ExportFolder<ReconciliationRecord> stored = oneByOne.downloadTo(target());

    assertThat(names(stored)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
    assertThat(server.requests("part-0")).hasSize(1);
  }

  @Test
  @DisplayName("C38: a file that was in the folder before is not taken for one of the export")
  void aFileThatWasThereBeforeIsReplacedIfAskedFor() throws Exception {
    Files.write(
        Files.createDirectories(target()).resolve("part-1.json.gz"),
        ExportServer.gzip(ExportServer.row(21)));

    ExportFolder<ReconciliationRecord> stored = export.with(REPLACING).downloadTo(target());

    assertThat(names(stored)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
  }

  @Test
  @DisplayName("C38: a file that was there before stays suspect when the download is cut short")
  void aFileThatWasThereBeforeDoesNotSurviveAnAttemptThatIsCutShort() throws Exception {
    Files.write(
        Files.createDirectories(target()).resolve("part-1.json.gz"),
        ExportServer.gzip(ExportServer.row(21)));
    server.instead =
        request ->
            request.getTarget().contains("/storage/")
                ? new MockResponse.Builder().code(400).build()
                : null;
    assertThatThrownBy(() -> export.with(REPLACING).downloadTo(target()))
        .isInstanceOf(PartnerException.class);
    server.instead = request -> null;

    ExportFolder<ReconciliationRecord> stored = export.downloadTo(target());

    assertThat(names(stored)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
  }

  @ParameterizedTest
  @DisplayName("C38: a file of an attempt that was cut short is kept only if it is whole")
  @ValueSource(ints = {0, 9, 100})
  void aFileThatIsNotWholeIsFetchedAgain(int length) throws Exception {
    export.downloadTo(target());
    cutShort();
    Files.write(target().resolve("part-0.json.gz"), Arrays.copyOf(server.content(0), length));

    ExportFolder<ReconciliationRecord> stored = export.downloadTo(target());

    assertThat(names(stored)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
    assertThat(server.requests("part-1")).hasSize(1);
  }

  @Test
  @DisplayName("C38: a file of an attempt that was cut short is kept only if it is as announced")
  void aFileOfAnotherLengthThanAnnouncedIsFetchedAgain() throws Exception {
    server.file("part-1.json.gz", server.content(0));
    server.blobExtras = ",\"sizeInBytes\":" + server.content(0).length;
    export.downloadTo(target());
    cutShort();
    Files.write(target().resolve("part-0.json.gz"), ExportServer.gzip(ExportServer.row(1)));

    assertThat(names(export.downloadTo(target()))).hasSize(40);
    assertThat(server.requests("part-1")).hasSize(1);
  }

  /** Leaves the folder as one whose last file was stored, and the manifest not. */
  private void cutShort() throws IOException {
    Path manifest = target().resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"complete\" : true", "\"complete\" : false"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsTheMachinesFault() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> export.downloadTo(file.resolve("G1")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(server.requests("/storage/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file/below", "foreign", "taken"})
  void aFolderThatWillNotDoIsRefusedBeforeAnyWaiting(String name) throws Exception {
    server
        .partner()
        .exports()
        .billedReconciliation("G2")
        .start()
        .downloadTo(folder.resolve("taken"));
    Files.writeString(folder.resolve("file"), "x");
    Files.writeString(
        Files.createDirectory(folder.resolve("foreign")).resolve("manifest.json"), "{}");
    int before = server.requests("/operations/").size();

    assertThatThrownBy(() -> export.downloadTo(folder.resolve(name)))
        .isInstanceOfAny(IllegalArgumentException.class, UncheckedIOException.class)
        .hasMessageContaining(folder.resolve(name).toString());

    assertThat(server.requests("/operations/")).hasSize(before);
  }

  @Test
  @SuppressWarnings("NullAway") // What callers without such a check may hand in.
  void noFolderIsRefusedBeforeAnyWaiting() {
    assertThatThrownBy(() -> export.downloadTo(null)).isInstanceOf(NullPointerException.class);

    assertThat(server.requests("/operations/")).isEmpty();
  }

  @Test
  void aFolderThatIsTakenMeanwhileIsRefused() throws Exception {
    RunningExport<ReconciliationRecord> other =
        server.partner().exports().billedReconciliation("G2").start();
    String taken =
        Files.readString(other.downloadTo(folder.resolve("taken")).path().resolve("manifest.json"));
    server.instead =
        request -> {
          if (request.getTarget().contains("/operations/")) take(taken);
          return null;
        };

    assertThatThrownBy(() -> export.downloadTo(target()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("invoiceId=G2");
    assertThat(files()).containsExactly("manifest.json");
  }

  private void take(String manifest) {
    try {
      Files.writeString(Files.createDirectories(target()).resolve("manifest.json"), manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatKilledAttemptsHaveLeftIsRemovedAfterADay() throws Exception {
    Path old = leftOver(".partnercenter-" + UUID.randomUUID(), Duration.ofHours(25));
    Path fresh = leftOver(".partnercenter-" + UUID.randomUUID(), Duration.ofHours(23));
    Path foreign = leftOver(".partnercenter-notes", Duration.ofHours(25));

    export.downloadTo(target());

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(foreign).exists();
  }

  private Path leftOver(String name, Duration age) throws IOException {
    Path file = Files.writeString(Files.createDirectories(target()).resolve(name), "half");
    return Files.setLastModifiedTime(file, FileTime.from(server.time().now().minus(age)));
  }
}
