package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.console.Exports.Which;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.ResultForm;
import io.partnercenter.models.ReconciliationRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of an export arrives once, whatever its form and whatever befalls it on the way. */
final class ExportCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void writesEveryRowOfEachExportOnce(Which which) {
    try (Exports exports = exports(Exports.prompt())) {
      Run run = exports.toFile(which);

      checkWhole(exports, which, run);
      assertThat(exports.left()).containsExactly("rows.out");
    }
  }

  static Stream<EmulatorBuilder> forms() {
    return Stream.of(
        Exports.prompt().exports(e -> e.camelCaseKeys(true)),
        Exports.prompt().exports(e -> e.mixedNumbers(true)),
        Exports.prompt().exports(e -> e.members(4)),
        Exports.prompt().exports(e -> e.sizesAndCounts(true)),
        Exports.prompt().exports(e -> e.resultForm(ResultForm.LINK)),
        Exports.prompt().exports(e -> e.resultForm(ResultForm.URL)),
        Exports.prompt().exports(e -> e.resultForm(ResultForm.MANIFEST_AND_LINK)),
        Exports.prompt().exports(e -> e.untidyUrls(true).contentEncoding(true)),
        Exports.prompt().exports(e -> e.byteOrderMark(true).blankLines(true).lastNewline(false)),
        Exports.prompt().exports(e -> e.succeededAs("Completed").blobs(7)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readsEveryForm(EmulatorBuilder form) {
    try (Exports exports = exports(form)) {
      for (Which which : List.of(Which.BILLED_RECONCILIATION, Which.UNBILLED_USAGE)) {
        checkWhole(exports, which, exports.toFile(which, "--replace"));
      }
    }
  }

  @Test
  void readsMoreFilesThanItOpensAtOnce() {
    try (Exports exports = exports(Exports.prompt().exportBlobs(9))) {
      checkWhole(
          exports, Which.BILLED_USAGE, exports.toFile(Which.BILLED_USAGE, "--parallel", "4"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void losesNoRowThroughCutsErrorsAndSignaturesThatExpire(Which which) {
    try (Exports exports = exports(Exports.prompt().exportBlobs(5))) {
      exports
          .emulator()
          .inject(
              Fault.sasLife(2),
              Fault.cutBody(500).on("/blobs/"),
              Fault.statuses(500, 503).on("/operations/"),
              Fault.disconnect().on("/blobs/").after(2),
              Fault.cutBody(3_000).on("/blobs/").after(3).times(2));

      checkWhole(exports, which, exports.toFile(which, "--parallel=2"));
    }
  }

  @Test
  void writesCsvToStandardOutputAndAllElseToStandardError() {
    try (Exports exports = exports(Exports.prompt())) {
      Run run = exports.run(Which.BILLED_RECONCILIATION);

      assertThat(Read.csv(run.out())).hasSize(Exports.ROWS);
      assertThat(run.complaints()).first().asString().matches("eTag: [A-Za-z0-9]{20}");
      assertThat(exports.left()).isEmpty();
    }
  }

  @Test
  void namesEveryRequestAndNoSecretIfAskedTo() {
    try (Exports exports = exports(Exports.prompt().exportBlobs(3))) {
      exports.emulator().inject(Fault.sasLife(1), Fault.status(403).on("/blobs/"));

      Run run = exports.run(Which.BILLED_USAGE, "--verbose");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains("POST ", "/blobs/").doesNotContain("sv=", "skoid=");
      exports.checkSecrets(run);
    }
  }

  @Test
  void headsColumnsAsTheServiceDoesWithKeysOfEitherCase() {
    try (Exports exports = exports(Exports.prompt().exports(e -> e.camelCaseKeys(true)))) {
      String[] header = exports.run(Which.BILLED_USAGE).lines().get(0).split(",");

      assertThat(header)
          .startsWith("PartnerId", "PartnerName")
          .contains("ResourceURI", "PCToBCExchangeRate", "BenefitOrderID", "BenefitID")
          .endsWith("additionalProperties");
    }
  }

  @Test
  void writesJsonThatReadsBackLineByLine() throws Exception {
    try (Exports exports = exports(Exports.prompt())) {
      LineItems expected = exports.expected(Which.BILLED_RECONCILIATION);

      Run run = exports.run(Which.BILLED_RECONCILIATION, "--format=json");

      assertThat(run.lines()).hasSize(Exports.ROWS);
      BigDecimal total = BigDecimal.ZERO;
      for (String line : run.lines()) {
        ReconciliationRecord row = Read.json(line, new TypeReference<>() {});
        total = total.add(Objects.requireNonNull(row.total()));
      }
      assertThat(total).isEqualByComparingTo(expected.total());
    }
  }

  @Test
  void leavesOutWhatIsNotBasic() {
    try (Exports exports = exports(Exports.prompt())) {
      exports.toFile(Which.BILLED_RECONCILIATION, "--attributes=basic");

      assertThat(exports.rows())
          .hasSize(Exports.ROWS)
          .allSatisfy(row -> assertThat(row.get("CustomerDomainName")).isEmpty());
    }
  }

  @Test
  void hasNothingToWriteOfAnExportWithoutFiles() {
    try (Exports exports = exports(Exports.prompt().exportBlobs(0))) {
      Run run = exports.toFile(Which.UNBILLED_USAGE);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(exports.rows()).isEmpty();
      assertThat(run.complaints()).contains("0 rows");
    }
  }

  @Test
  void startsAnEmulatorByItself() {
    Run run = Run.alone("export", "unbilled-usage", "--currency=EUR", "--period=last", "--rows=8");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Read.csv(run.out())).hasSize(8);
    assertThat(run.err()).contains("export: waiting for 0 s: notStarted");
  }

  private Exports exports(EmulatorBuilder emulator) {
    return new Exports(emulator.start(), folder);
  }

  private static void checkWhole(Exports exports, Which which, Run run) {
    LineItems expected = exports.expected(which);
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<CSVRecord> rows = exports.rows();
    assertThat(rows)
        .extracting(row -> row.get(which.keyColumn()))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(0, expected.rows()).mapToObj(expected::key).toList());
    assertThat(
            rows.stream()
                .map(row -> new BigDecimal(row.get(which.amount)))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(expected.total());
    assertThat(run.complaints())
        .contains("1,200 rows")
        .anyMatch(line -> line.endsWith(expected.currencyCode() + " in 1,200 rows"));
    exports.checkSecrets(run);
  }
}
