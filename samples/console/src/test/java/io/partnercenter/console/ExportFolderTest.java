package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.console.Exports.Which;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.EmulatorRequest;
import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports whose files are kept, and those that have not changed since. */
final class ExportFolderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void readsWhatItKeptWithoutAnyRequest(Which which) {
    try (Exports exports = exports(Exports.prompt())) {
      Run kept = exports.run(which, "--folder=" + files());
      int requests = exports.emulator().requestCount();
      Run read = exports.read(which, files(), "--format=csv");

      assertThat(kept.exitCode()).as(kept.err()).isZero();
      assertThat(kept.out()).isEmpty();
      assertThat(kept.complaints()).contains("1,200 rows");
      assertThat(exports.left()).containsExactly("files", "rows.out");
      assertThat(read.exitCode()).as(read.err()).isZero();
      assertThat(read.complaints()).isEqualTo(kept.complaints());
      assertThat(exports.rows()).hasSize(Exports.ROWS);
      assertThat(exports.emulator().requestCount()).isEqualTo(requests);
      exports.checkSecrets(kept, read);
    }
  }

  @Test
  void writesRowsToo() {
    try (Exports exports = exports(Exports.prompt())) {
      Run run = exports.toFile(Which.BILLED_USAGE, "--folder=" + files());

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(exports.rows()).hasSize(Exports.ROWS);
      assertThat(exports.left()).containsExactly("files", "rows.out");
    }
  }

  @Test
  void fetchesEachFileOnceThoughTheFirstRunBrokeDown() {
    try (Exports exports = exports(Exports.prompt().exportBlobs(6))) {
      exports.emulator().inject(Fault.status(503).on("/blobs/").after(3).times(50));

      Run first = exports.run(Which.UNBILLED_USAGE, "--folder=" + files(), "--parallel=1");
      exports.emulator().clearFaults();
      long before = blobRequests(exports);
      Run second = exports.run(Which.UNBILLED_USAGE, "--folder=" + files());

      assertThat(first.exitCode()).as(first.err()).isEqualTo(3);
      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(second.complaints()).contains("1,200 rows");
      assertThat(blobRequests(exports) - before).isEqualTo(3);
      assertThat(exports.posts()).isEqualTo(1);
      assertThat(exports.left()).containsExactly("files");
      exports.checkSecrets(first, second);
    }
  }

  @Test
  void refusesAFolderOfOtherRowsOrOfAnotherInvoice() {
    try (Exports exports = exports(Exports.prompt())) {
      exports.run(Which.BILLED_USAGE, "--folder=" + files());
      String from = "--from-folder=" + files();

      assertThat(exports.read(Which.BILLED_RECONCILIATION, files()).exitCode()).isEqualTo(2);
      Run other =
          Run.against(
              exports.emulator(), "export", "billed-usage", "G1", from, "--to=" + exports.file());
      assertThat(other.exitCode()).isEqualTo(2);
      assertThat(other.err()).contains("are of another invoice or currency");
      assertThat(exports.left()).containsExactly("files");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--period=current", "--attributes=full"})
  void asksNoFolderForWhatItsRowsDoNotSay(String option) {
    try (Exports exports = exports(Exports.prompt())) {
      exports.run(Which.UNBILLED_USAGE, "--folder=" + files());

      Run run = exports.read(Which.UNBILLED_USAGE, files(), option);

      assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
      assertThat(run.err()).contains("the folder has what was asked for when it was made");
      assertThat(exports.left()).containsExactly("files");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WRONG_BLOB_COUNT", "WRONG_SIZES", "WRONG_ITEM_COUNTS"})
  void filesThatAreNotAsAnnouncedAreFive(ExportFlaw flaw) {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.flawedExport(flaw));

      Run run = exports.toFile(Which.BILLED_USAGE, "--folder=" + files());

      assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
      assertThat(exports.left()).isSubsetOf("files");
      exports.checkSecrets(run);
    }
  }

  @Test
  void addsUpWhatItKeepsAndSoFindsWhatIsTruncated() {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.truncatedFile(700));

      Run run = exports.run(Which.BILLED_USAGE, "--folder=" + files());

      assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
      assertThat(run.complaints())
          .last()
          .asString()
          .contains("ends in the middle of its gzip data");
    }
  }

  @Test
  void dataThatChangesBetweenTwoFilesIsThirteen() {
    try (Exports exports = exports(Exports.prompt().exportBlobs(3))) {
      exports.emulator().inject(Fault.newDataVersion().after(1));

      Run run = exports.toFile(Which.BILLED_USAGE, "--folder=" + files(), "--parallel=1");
      Run again = exports.toFile(Which.BILLED_USAGE, "--folder=" + files());

      assertThat(run.exitCode()).as(run.err()).isEqualTo(13);
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(exports.rows()).extracting(row -> row.get("ResourceURI")).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsNoRowOfWhatHasNotChanged(Which which) {
    try (Exports exports = exports(Exports.prompt())) {
      // Each export of the emulator has an eTag of its own, so this goes on with one and the same.
      exports.emulator().inject(Fault.status(503).on("/blobs/").times(50));
      // One file at a time, so that no request is still on its way when the first run has ended.
      Run first = exports.toFile(which, "--parallel=1");
      exports.emulator().clearFaults();
      long before = blobRequests(exports);
      String tag = first.complaints().get(0).replace("eTag: ", "");

      Run second = exports.toFile(which, "--unless-etag=" + tag);

      assertThat(second.exitCode()).as(second.err()).isEqualTo(10);
      assertThat(second.complaints())
          .contains("eTag: " + tag, "The data has not changed; nothing was read.");
      assertThat(blobRequests(exports)).isEqualTo(before);
      assertThat(exports.left()).isEmpty();
    }
  }

  @Test
  void readsWhatHasChanged() {
    try (Exports exports = exports(Exports.prompt())) {
      Run run = exports.toFile(Which.BILLED_USAGE, "--unless-etag=older");

      assertThat(run.exitCode()).isZero();
      assertThat(exports.rows()).hasSize(Exports.ROWS);
    }
  }

  private Path files() {
    return folder.resolve("files");
  }

  private static long blobRequests(Exports exports) {
    return exports.emulator().requests().stream()
        .map(EmulatorRequest::path)
        .filter(path -> path.contains("/blobs/"))
        .count();
  }

  private Exports exports(EmulatorBuilder emulator) {
    return new Exports(emulator.start(), folder);
  }
}
