package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.models.DailyUsageRecord;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.ExportServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that are stored as they are, and read from there. */
class ExportFolderTest {
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
  void aFolderHasTheFilesAsTheyAreAndIsReadWithoutANetwork() throws Exception {
    ExportFolder<ReconciliationRecord> stored = export.downloadTo(target());
    server.close();

    assertThat(files()).containsExactly("manifest.json", "part-0.json.gz", "part-1.json.gz");
    assertThat(target().resolve("part-1.json.gz")).hasBinaryContent(server.content(1));
    assertThat(names(stored)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
    ExportFolder<ReconciliationRecord> later =
        ExportFolder.open(target(), ReconciliationRecord.class);
    assertThat(names(later)).containsExactlyElementsOf(ExportServer.skuNames(1, 40));
    assertThat(later.manifest().eTag()).isEqualTo("data-1");
  }

  @Test
  @DisplayName("C39: the signature is not stored")
  void theSignatureIsNotStored() throws Exception {
    export.downloadTo(target());

    assertThat(Files.readString(target().resolve("manifest.json")))
        .contains("data-1")
        .doesNotContain("hunter2", "sasToken", "sig=");
  }

  @Test
  void dataThatHasNotChangedIsNotDownloadedAgain() {
    export.downloadTo(target());
    int before = server.requests("/storage/").size();

    export.downloadTo(target());

    assertThat(server.requests("/storage/")).hasSize(before);
  }

  @Test
  void dataThatHasChangedReplacesTheOldAndNothingElse() throws Exception {
    export.downloadTo(target());
    Path mine = Files.writeString(target().resolve("notes.txt"), "mine");
    server.eTag = "data-2";
    server.rows(41, 50);

    ExportFolder<ReconciliationRecord> stored = export.downloadTo(target());

    assertThat(names(stored)).containsExactlyElementsOf(ExportServer.skuNames(1, 50));
    assertThat(mine).hasContent("mine");
  }

  @Test
  void filesOfTwoVersionsAreNotTakenForOne() {
    server.instead =
        request -> {
          if (request.getTarget().contains("part-1")) server.eTag = "data-2";
          return null;
        };
    RunningExport<ReconciliationRecord> oneByOne =
        export.with(ExportOptions.defaults().parallelBlobs(1));

    assertThatThrownBy(() -> oneByOne.downloadTo(target()))
        .isInstanceOfSatisfying(
            PartnerExportException.class,
            e -> assertThat(e.reason()).isEqualTo(PartnerExportException.Reason.CHANGED));
    assertThatThrownBy(() -> ExportFolder.open(target(), ReconciliationRecord.class))
        .isInstanceOf(IllegalArgumentException.class);

    server.instead = request -> null;
    assertThat(names(oneByOne.downloadTo(target()))).hasSize(40);
    assertThat(server.requests("part-0")).hasSize(2);
  }

  @Test
  void aFileThatCannotBeDecompressedIsNotKept() throws Exception {
    byte[] whole = server.content(0);
    server.file("part-0.json.gz", Arrays.copyOf(whole, whole.length - 9));
    assertThatThrownBy(() -> export.downloadTo(target()))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("ends in the middle");
    assertThat(files()).doesNotContain("part-0.json.gz");

    server.file("part-0.json.gz", whole);

    assertThat(names(export.downloadTo(target()))).hasSize(40);
  }

  @Test
  void aFileThatWasTamperedWithIsFetchedAgain() throws Exception {
    export.downloadTo(target());
    Files.writeString(target().resolve("part-0.json.gz"), "short");
    assertThatThrownBy(() -> ExportFolder.open(target(), ReconciliationRecord.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("part-0.json.gz");

    assertThat(names(export.downloadTo(target())))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 40));
  }

  @Test
  void aFileOfTheRightLengthAndOtherBytesIsNotUnderstood() throws Exception {
    export.downloadTo(target());
    byte[] content = server.content(0).clone();
    content[content.length / 2] ^= 1;
    Files.write(target().resolve("part-0.json.gz"), content);
    ExportFolder<ReconciliationRecord> tampered =
        ExportFolder.open(target(), ReconciliationRecord.class);

    assertThatThrownBy(() -> names(tampered)).isInstanceOf(PartnerDataException.class);
  }

  @Test
  void aFolderOfOtherRowsOrOfNoneIsRefused() {
    export.downloadTo(target());

    assertThatThrownBy(() -> ExportFolder.open(target(), DailyUsageRecord.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ReconciliationRecords");
    assertThatThrownBy(() -> ExportFolder.open(folder, ReconciliationRecord.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no export");
  }

  @Test
  @DisplayName("C53: a name that leads out of the folder stays in it")
  void aNameThatLeadsOutOfTheFolderStaysInIt() throws Exception {
    server.file("sub/..%2fup", ExportServer.gzip(""));

    export.downloadTo(target());

    assertThat(files()).hasSize(4);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(target());
    }
  }

  @ParameterizedTest
  @DisplayName("C38: files that would be one in a folder are refused, and none passes for another")
  @CsvSource({"a/b, a%2fb", "part-9, PART-9", "x:, x%3a"})
  void filesThatWouldBeOneAreRefused(String first, String second) {
    server.file(first, ExportServer.gzip(ExportServer.row(41)));
    server.file(second, ExportServer.gzip(ExportServer.row(42)));

    assertThatThrownBy(() -> export.downloadTo(target()))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("would be one file in a folder");
    assertThat(target()).isEmptyDirectory();
  }

  @Test
  @DisplayName(
      "C38: a file that is called like the folder's own manifest is read, and replaces none")
  void aFileThatIsCalledManifestReplacesNone() {
    server.file("manifest.json", ExportServer.gzip(ExportServer.row(41)));
    export.downloadTo(target());

    assertThat(names(ExportFolder.open(target(), ReconciliationRecord.class)))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 41));
  }

  @ParameterizedTest
  @DisplayName("C53: a folder whose manifest names files outside of it leads to none of them")
  @ValueSource(strings = {"../outside.json.gz", "/etc/hosts", "..", "C:\\\\x", "sub/x"})
  void aForgedManifestLeadsToNoFileOutside(String name) throws Exception {
    export.downloadTo(target());
    byte[] row = ExportServer.gzip(ExportServer.row(99));
    Files.write(folder.resolve("outside.json.gz"), row);
    Path manifest = target().resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("part-0.json.gz", name)
            .replaceAll("\"" + Pattern.quote(name) + "\" : \\d+", "\"unused\" : 1"));
    Files.write(target().resolve("unused"), new byte[1]);
    ExportFolder<ReconciliationRecord> forged =
        ExportFolder.open(target(), ReconciliationRecord.class);

    assertThatThrownBy(() -> names(forged)).isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"complete\":true}", "{\"rows\":7}"})
  void aManifestThatIsNoneIsRefused(String text) throws Exception {
    Files.writeString(Files.createDirectories(target()).resolve("manifest.json"), text);

    assertThatThrownBy(() -> ExportFolder.open(target(), ReconciliationRecord.class))
        .isInstanceOfAny(IllegalArgumentException.class, UncheckedIOException.class)
        .hasMessageContaining(target().toString());
    assertThatThrownBy(() -> export.downloadTo(target()))
        .isInstanceOfAny(IllegalArgumentException.class, UncheckedIOException.class);
  }

  @Test
  void rowsThatCannotBeReadAreLeftOutAsTheExportWasTold() {
    server.file("bad", ExportServer.gzip("{\"Total\":\"n/a\"}\n" + ExportServer.row(41)));
    List<UnreadableRow> unreadable = new ArrayList<>();

    ExportFolder<ReconciliationRecord> stored =
        export.onUnreadable(unreadable::add).downloadTo(target());

    assertThat(names(stored)).containsExactlyElementsOf(ExportServer.skuNames(1, 41));
    assertThat(unreadable)
        .extracting(UnreadableRow::page, UnreadableRow::row)
        .containsExactly(tuple(2, 0));
  }

  @Test
  void rowsThatCannotBeReadAreLeftOutAsAnOpenedFolderIsTold() {
    server.file("bad", ExportServer.gzip("{\"Total\":\"n/a\"}\n" + ExportServer.row(41)));
    export.downloadTo(target());
    ExportFolder<ReconciliationRecord> opened =
        ExportFolder.open(target(), ReconciliationRecord.class);
    List<UnreadableRow> unreadable = new ArrayList<>();

    assertThatThrownBy(() -> names(opened)).isInstanceOf(PartnerDataException.class);
    assertThat(names(opened.onUnreadable(unreadable::add)))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 41));
    assertThat(unreadable).hasSize(1);
  }

  @Test
  void aRowMayBeAsLongAsTheExportOrAnOpenedFolderIsTold() {
    server.file("long", ExportServer.gzip("{\"SkuName\":\"" + "a".repeat(17 << 20) + "\"}"));
    ExportOptions longer = ExportOptions.defaults().lineLimit(32 << 20);

    assertThat(names(export.with(longer).downloadTo(target()))).hasSize(41);
    ExportFolder<ReconciliationRecord> opened =
        ExportFolder.open(target(), ReconciliationRecord.class);
    assertThatThrownBy(() -> names(opened)).isInstanceOf(PartnerDataException.class);
    assertThat(names(opened.with(longer))).hasSize(41);
  }

  @Test
  void aFolderSaysWhatWasExported() {
    export.downloadTo(target());

    assertThat(ExportFolder.open(target(), ReconciliationRecord.class).export())
        .startsWith("reconciliation/billed")
        .contains("invoiceId=G1");
  }
}
