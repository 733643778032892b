package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.UnixFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What remains of the files in an export folder when they are replaced. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReplacedFolderTest {
  @TempDir Path folder;

  @Test
  @DisplayName("C76: the files of an export folder keep their permissions in the next version")
  void filesOfAnExportFolderKeepTheirPermissions() throws Exception {
    try (ExportServer exports = new ExportServer().rows(1, 20).rows(21, 40)) {
      RunningExport<ReconciliationRecord> export =
          exports.partner().exports().billedReconciliation("G1").start();
      Path target = folder.resolve("G1");
      export.downloadTo(target);
      for (String name : List.of("manifest.json", "part-0.json.gz")) {
        UnixFiles.permit(target.resolve(name), "rw-------");
      }
      UnixFiles.permit(target.resolve("part-1.json.gz"), "rw-r-----");
      exports.eTag = "data-2";
      exports.rows(41, 60);
      List<String> meanwhile = new ArrayList<>();

      ExportFolder<ReconciliationRecord> stored =
          exports.partner().exports().billedReconciliation("G1").start().downloadTo(target);

      try (Stream<Path> files = Files.list(target)) {
        files
            .sorted()
            .filter(file -> !file.endsWith(".partnercenter-lock"))
            .forEach(f -> meanwhile.add(f.getFileName() + " " + UnixFiles.permissions(f)));
      }
      assertThat(meanwhile)
          .containsExactly(
              "manifest.json rw-------",
              "part-0.json.gz rw-------",
              "part-1.json.gz rw-r-----",
              "part-2.json.gz rw-------"); // New, so like the manifest.
      try (Stream<ReconciliationRecord> rows = stored.stream()) {
        assertThat(rows).hasSize(60);
      }
    }
  }

  @Test
  @DisplayName("C76: a file of an export that was not whole keeps its permissions, too")
  void aFileThatWasNotWholeKeepsItsPermissions() throws Exception {
    try (ExportServer exports = new ExportServer().rows(1, 20)) {
      RunningExport<ReconciliationRecord> export =
          exports.partner().exports().billedReconciliation("G1").start();
      Path target = folder.resolve("G1");
      export.downloadTo(target);
      Path part = Files.write(target.resolve("part-0.json.gz"), new byte[] {1, 2, 3});
      UnixFiles.permit(part, "rw-------");

      export.downloadTo(target);

      assertThat(part).hasBinaryContent(exports.content(0));
      assertThat(UnixFiles.permissions(part)).isEqualTo("rw-------");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("C76: what is no file in an export folder is neither replaced nor deleted")
  void whatIsNoFileInAnExportFolderIsKept(boolean stored) throws Exception {
    try (ExportServer exports = new ExportServer().rows(1, 20)) {
      RunningExport<ReconciliationRecord> export =
          exports.partner().exports().billedReconciliation("G1").start();
      Path target = Files.createDirectories(folder.resolve("G1"));
      if (stored) export.downloadTo(target);
      Files.deleteIfExists(target.resolve("part-0.json.gz"));
      Path fifo = UnixFiles.fifo(target.resolve("part-0.json.gz"));

      assertThatThrownBy(() -> export.downloadTo(target))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("part-0.json.gz", "is no file, and is left as it is");

      assertThat(Files.readAttributes(fifo, "isOther")).containsEntry("isOther", true);
    }
  }
}
