package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.console.Exports.Which;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an export is said in one line, and nothing of it is left in a file. */
final class ExportFailureTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"WRONG_BLOB_COUNT", "WRONG_SIZES", "WRONG_ITEM_COUNTS"})
  void filesThatAreNotAsAnnouncedAreFive(ExportFlaw flaw) {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.flawedExport(flaw));

      checkNothing(exports, exports.toFile(Which.BILLED_RECONCILIATION), 5, "manifest");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_BLOBS", "NO_ROWS", "EMPTY_LINE"})
  void anExportOfNothingIsAFileWithoutRows(ExportFlaw flaw) {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.flawedExport(flaw));

      Run run = exports.toFile(Which.BILLED_RECONCILIATION);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(exports.rows()).isEmpty();
      assertThat(run.complaints()).contains("0 rows");
    }
  }

  @Test
  void aHugeRowIsARowWithoutAnAmount() {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.flawedExport(ExportFlaw.HUGE_LINE));

      Run run = exports.toFile(Which.BILLED_USAGE);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.complaints())
          .contains("1,201 rows")
          .contains("Not added up: 1 rows without an amount, 0 without a currency");
      assertThat(exports.rows()).hasSize(1_201);
    }
  }

  @ParameterizedTest
  @DisplayName("C38: a truncated file is an error, and leaves no file of its own")
  @ValueSource(longs = {5, 700, 20_000})
  void aTruncatedFileIsFive(long bytes) {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.truncatedFile(bytes));

      checkNothing(exports, exports.toFile(Which.BILLED_USAGE), 5, "");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 1", "0, 3", "1, 3"})
  void dataThatChangesWhileItIsReadIsThirteen(int after, int parallel) {
    try (Exports exports = exports(Exports.prompt().exportBlobs(3))) {
      exports.emulator().inject(Fault.newDataVersion().after(after));

      Run run = exports.toFile(Which.BILLED_RECONCILIATION, "--parallel=" + parallel);

      checkNothing(exports, run, 13, "run the same again");
      assertThat(exports.toFile(Which.BILLED_RECONCILIATION).exitCode()).isZero();
    }
  }

  @Test
  void dataThatChangesWhenASignatureIsReplacedIsThirteen() {
    try (Exports exports = exports(Exports.prompt().exportBlobs(3))) {
      exports.emulator().inject(Fault.sasLife(1), Fault.newDataVersion());

      Run run = exports.toFile(Which.UNBILLED_USAGE, "--parallel=1");

      checkNothing(exports, run, 13, "run the same again");
    }
  }

  @Test
  void noDataIsEleven() {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.failedExport());

      checkNothing(exports, exports.toFile(Which.UNBILLED_USAGE), 11, "export again later");
    }
  }

  @Test
  @DisplayName("C35: the export of a legacy invoice is said to be of no use")
  void aLegacyInvoiceIsTwelve() {
    try (Exports exports = exports(Exports.prompt())) {
      String legacy = exports.emulator().tenant().legacyInvoices().get(0).id();

      Run run =
          Run.against(
              exports.emulator(),
              "export",
              "billed-reconciliation",
              legacy,
              "--to=" + exports.file());

      checkNothing(exports, run, 12, "here, that is the command line-items");
    }
  }

  @Test
  void anOperationThatIsGoneWhileItIsWaitedForIsThirteen() {
    try (Exports exports = exports(Exports.prompt())) {
      exports.emulator().inject(Fault.status(410).on("/operations/"));

      checkNothing(exports, exports.toFile(Which.UNBILLED_USAGE), 13, "run the same again");
    }
  }

  @Test
  void impatienceIsFour() {
    try (Exports exports = exports(Exports.prompt().exportPolls(1))) {
      Run run = exports.run(Which.UNBILLED_USAGE, "--patience=0.5s");

      checkNothing(exports, run, 4, "The export is notStarted after 0 s");
    }
  }

  @Test
  void anOlderFileStaysWhereItWas() throws Exception {
    try (Exports exports = exports(Exports.prompt())) {
      Files.writeString(exports.file(), "yesterday's");
      exports.emulator().inject(Fault.truncatedFile(700));

      Run run = exports.toFile(Which.BILLED_USAGE, "--replace");

      assertThat(run.exitCode()).isEqualTo(5);
      assertThat(exports.file()).hasContent("yesterday's");
      assertThat(exports.left()).containsExactly("rows.out");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export",
        "export billed-usage",
        "export unbilled-usage --currency=EUR",
        "export unbilled-usage --period=last",
        "export unbilled-usage --period=next --currency=EUR",
        "export unbilled-usage --period=last --currency=EURO",
        "export billed-usage G000024135 --parallel=0",
        "export billed-usage G000024135 --patience=soon",
        "export billed-usage G000024135 --attributes=some",
        "export billed-usage G000024135 --format=table",
        "export billed-usage G000024135 --to=/no/such/folder/rows.csv",
        "export billed-usage G000024135 --folder=a --from-folder=b",
        "export billed-usage --from-folder=/no/such/folder"
      })
  void badArgumentsAreTwoAndAskForNothing(String arguments) {
    try (Exports exports = exports(Exports.prompt())) {
      Run run = Run.against(exports.emulator(), arguments.split(" "));

      checkNothing(exports, run, 2, "");
      assertThat(exports.emulator().requestCount()).isZero();
    }
  }

  @Test
  void aServiceElsewhereWithoutGraphIsTwo() {
    try (Exports exports = exports(Exports.prompt())) {
      Run run =
          Run.with(
              Map.of(
                  "PARTNER_TOKEN",
                  exports.emulator().token(),
                  "PARTNER_BASE_URL",
                  exports.emulator().baseUrl().toString()),
              exports.arguments(Which.UNBILLED_USAGE));

      checkNothing(exports, run, 2, "PARTNER_GRAPH_URL");
    }
  }

  private Exports exports(EmulatorBuilder emulator) {
    return new Exports(emulator.start(), folder);
  }

  private static void checkNothing(Exports exports, Run run, int exitCode, String word) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.complaints())
        .filteredOn(line -> !line.startsWith("eTag: ") && !line.startsWith("export: waiting "))
        .singleElement()
        .asString()
        .contains(word);
    assertThat(run.out()).isEmpty();
    assertThat(exports.left()).isEmpty();
    exports.checkSecrets(run);
  }
}
