package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Export folders in which there is something that no export has stored. */
@DisplayName("C81: an export folder does no harm to files that no export has stored")
class FilesOfOthersTest {
  private static final ExportOptions REPLACING = ExportOptions.defaults().replacesExisting(true);

  @TempDir Path folder;

  private final ExportServer server = new ExportServer().rows(1, 20).rows(21, 40);
  private final RunningExport<ReconciliationRecord> export =
      server.partner().exports().billedReconciliation("G1").start();
  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectory(folder.resolve("G1"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static List<String> names(ExportFolder<ReconciliationRecord> folder) {
    try (Stream<ReconciliationRecord> rows = folder.stream()) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path mine(String name) throws IOException {
    return Files.writeString(target.resolve(name), "mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {".bashrc", ".partnercenter-lock", "..x", ".ssh/authorized_keys"})
  void aFileWithALeadingDotIsRefused(String name) throws Exception {
    Path file = mine(".bashrc");
    server.file(name, ExportServer.gzip(ExportServer.row(41)));

    for (RunningExport<?> any : List.of(export, export.with(REPLACING))) {
      assertThatThrownBy(() -> any.downloadTo(target))
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("begins with a dot: .");
    }
    assertThat(file).hasContent("mine");
    assertThat(files()).containsExactly(".bashrc");
    assertThat(server.requests("/storage/")).isEmpty();
  }

  @Test
  void aFileThatIsThereIsKeptAndNamed() throws Exception {
    Path file = mine("part-1.json.gz");

    assertThatThrownBy(() -> export.downloadTo(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), "replacesExisting");
    assertThat(file).hasContent("mine");
    assertThat(files()).containsExactly("part-1.json.gz");
    assertThat(server.requests("/storage/")).isEmpty();
  }

  @Test
  void aFileThatIsThereIsReplacedIfAskedFor() throws Exception {
    mine("part-1.json.gz");
    Path other = mine("notes.txt");

    assertThat(names(export.with(REPLACING).downloadTo(target)))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 40));
    assertThat(other).hasContent("mine");
  }

  @Test
  void aLinkThatIsThereIsKeptOrReplacedItself() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Path link = Files.createSymbolicLink(target.resolve("part-1.json.gz"), elsewhere);

    assertThatThrownBy(() -> export.downloadTo(target)).hasMessageContaining(link.toString());
    assertThat(Files.isSymbolicLink(link)).isTrue();

    assertThat(names(export.with(REPLACING).downloadTo(target))).hasSize(40);
    assertThat(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void aFolderThatIsThereIsNeverReplaced() throws Exception {
    Path below = Files.createDirectory(target.resolve("part-1.json.gz"));

    for (RunningExport<?> any : List.of(export, export.with(REPLACING))) {
      assertThatThrownBy(() -> any.downloadTo(target))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(below.toString());
    }
    assertThat(below).isEmptyDirectory();
    assertThat(files()).containsExactly("part-1.json.gz");
  }

  @Test
  void aNewerVersionReplacesTheOlderAndNothingElse() throws Exception {
    export.downloadTo(target);
    Path file = mine("part-2.json.gz");
    server.eTag = "data-2";
    server.rows(41, 50);

    assertThatThrownBy(() -> export.downloadTo(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("mine");
    assertThat(names(ExportFolder.open(target, ReconciliationRecord.class))).hasSize(40);

    Files.delete(file);
    assertThat(names(export.downloadTo(target))).hasSize(50);
  }

  @Test
  void aFileThatComesMeanwhileIsKept() throws Exception {
    server.instead =
        request -> {
          if (request.getTarget().contains("part-1")) writeMine();
          return null;
        };

    assertThatThrownBy(() -> export.downloadTo(target))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("part-1.json.gz");
    assertThat(target.resolve("part-1.json.gz")).hasContent("mine");
  }

  private void writeMine() {
    try {
      mine("part-1.json.gz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'sizes':{'part0':null}",
        "'sizes':{'.bashrc':4}",
        "'sizes':{'..':4}",
        "'sizes':{'a':1,'../.bashrc':4}",
        "'sizes':null",
        "'manifest':null",
        "'rows':null",
        "'export':null"
      })
  void aManifestThatIsNotWholeIsRefusedAndDeletesNothing(String fields) throws Exception {
    Path file = mine(".bashrc");
    Files.writeString(target.resolve("manifest.json"), manifest(fields));

    for (Runnable use : uses()) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(target.resolve("manifest.json") + " is not the manifest of an export");
    }
    assertThat(file).hasContent("mine");
  }

  /** What is read of a folder's manifest, and by whom. */
  private List<Runnable> uses() {
    return List.of(
        () -> ExportFolder.open(target, ReconciliationRecord.class),
        () -> export.downloadTo(target));
  }

  /** A manifest of no files, with {@code fields} in place of its own. */
  private static String manifest(String fields) {
    StringBuilder all = new StringBuilder("{").append(fields);
    String[] own = {
      "'export':'reconciliation/billed{attributeSet=full, invoiceId=G1}'",
      "'rows':'ReconciliationRecord'",
      "'complete':true",
      "'manifest':{'blobs':[]}",
      "'sizes':{}"
    };
    for (String field : own) {
      if (!fields.contains(field.substring(0, field.indexOf(':')))) all.append(",").append(field);
    }
    return all.append("}").toString().replace('\'', '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'rows':'EVIL','export':'x'",
        "'rows':'x','export':'EVIL'",
        "'sizes':'EVIL'",
        "'sizes':{'a':'EVIL'}",
        "'EVIL':EVIL"
      })
  void itsTextIsPrintedOnOneLineWithoutControls(String fields) throws Exception {
    String evil = "\\u001b[31m\\nfaked\\u0085\\u202eb\\u2028c?sig=hunter2";
    Files.writeString(target.resolve("manifest.json"), manifest(fields.replace("EVIL", evil)));

    for (Runnable use : uses()) {
      assertThatThrownBy(use::run)
          .isInstanceOfAny(IllegalArgumentException.class, UncheckedIOException.class)
          .hasMessageContaining(target.toString())
          .hasMessageNotContaining("hunter2")
          .satisfies(
              e ->
                  assertThat(e.getMessage())
                      .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]")
                      .hasSizeLessThan(800));
    }
  }

  @Test
  void soIsWhatWasExported() throws Exception {
    String text = manifest("'sizes':{}").replace("G1", "G1\\u001b[2J\\nfaked\\u202e");
    Files.writeString(target.resolve("manifest.json"), text);

    assertThat(ExportFolder.open(target, ReconciliationRecord.class).export())
        .contains("invoiceId=G1 [2J faked");
    assertThatThrownBy(() -> export.downloadTo(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("invoiceId=G1 [2J faked")
        .hasMessageContaining("invoiceId=G1}");
  }
}
