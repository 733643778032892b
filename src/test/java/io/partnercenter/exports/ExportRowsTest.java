package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerListener;
import io.partnercenter.PartnerListener.ExportEvent;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.ExportServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the manifest to the rows. */
class ExportRowsTest {
  private final ExportServer server = new ExportServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyRowOfEveryFileComesOnce(int parallel) {
    for (int file = 0; file < 5; file++) server.rows(file * 100 + 1, file * 100 + 100);

    List<String> names = ExportServer.read(server.partner(), parallel);

    assertThat(names).containsExactlyInAnyOrderElementsOf(ExportServer.skuNames(1, 500));
  }

  @Test
  void theRowsOfAFileKeepTheirOrder() {
    server.rows(1, 5_000).rows(5_001, 10_000);

    List<String> names = ExportServer.read(server.partner(), 2);

    List<String> ofTheFirst = ExportServer.skuNames(1, 5_000);
    assertThat(names.stream().filter(ofTheFirst::contains).limit(500))
        .containsExactlyElementsOf(ofTheFirst.subList(0, 500));
  }

  @Test
  @DisplayName("C38, C45: 200 broken connections and two expired signatures lose no row of 50 MB")
  void everyRowComesOnceHoweverOftenConnectionsBreak() {
    long seed = new Random().nextLong();
    Random dice = new Random(seed);
    for (int file = 0; file < 4; file++) server.file("f" + file, noise(dice, file, 16_700));
    server.cut(IntStream.range(0, 200).map(i -> 1 + dice.nextInt(200_000)).boxed().toList());
    server.requestsPerSignature = 100;

    List<String> names = ExportServer.read(server.partner(), 2);

    List<String> all = new ArrayList<>();
    for (int file = 0; file < 4; file++) {
      for (int row = 0; row < 16_700; row++) all.add(file + "/" + row);
    }
    Collections.sort(all);
    assertThat(names.stream().sorted().toList()).as("seed %d", seed).isEqualTo(all);
    assertThat(server.requests("/storage/")).hasSizeGreaterThan(240);
    assertThat(server.requests("/manifests/")).hasSizeGreaterThanOrEqualTo(2);
  }

  /** Rows that hardly compress, so that a file has several portions. */
  private static byte[] noise(Random dice, int file, int rows) {
    StringBuilder lines = new StringBuilder();
    byte[] bytes = new byte[750];
    for (int row = 0; row < rows; row++) {
      dice.nextBytes(bytes);
      String text = Base64.getEncoder().encodeToString(bytes);
      lines.append("{\"skuName\":\"").append(file).append('/').append(row);
      lines.append("\",\"productName\":\"").append(text).append("\"}\n");
    }
    return ExportServer.gzip(lines.toString());
  }

  @Test
  @DisplayName("C38: a file that is short, or has too few rows, is an error")
  void whatTheManifestCountsIsChecked() {
    server.rows(1, 50);
    server.blobExtras = ",\"itemCount\":51";
    assertThatThrownBy(() -> ExportServer.read(server.partner(), 1))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("has 50 rows, where the manifest says 51");

    server.blobExtras = ",\"sizeInBytes\":5";
    assertThatThrownBy(() -> ExportServer.read(server.partner(), 1))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("where the manifest says 5");

    server.blobExtras = ",\"itemCount\":50,\"sizeInBytes\":" + server.content(0).length;
    assertThat(ExportServer.read(server.partner(), 1)).hasSize(50);
  }

  @Test
  void filesOfNothingHaveNoRows() {
    server.file("empty", new byte[0]);
    server.file("no-lines", ExportServer.gzip(""));
    server.file("one-empty-line", ExportServer.gzip("\n"));

    assertThat(ExportServer.read(server.partner(), 2)).isEmpty();
  }

  @Test
  void aFileThatIsDecompressedAlreadyIsReadAsItIs() {
    server.file("plain", (ExportServer.row(1) + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(ExportServer.read(server.partner(), 1))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><title>Sorry</title></html>", "[1,2]", "{\"skuName\":", "\u0000"})
  void somethingElseThanRowsIsNotUnderstood(String content) {
    server.file("other", content.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> ExportServer.read(server.partner(), 1))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("/storage/data/other");
  }

  @Test
  void aFileThatIsCutShortIsNotUnderstood() {
    byte[] whole = ExportServer.gzip(ExportServer.row(1) + "\n" + ExportServer.row(2) + "\n");
    for (int length = 1; length < whole.length; length++) {
      ExportServer shortened = new ExportServer().file("f", Arrays.copyOf(whole, length));
      try (shortened) {
        assertThatThrownBy(() -> ExportServer.read(shortened.partner(), 1))
            .isInstanceOf(PartnerDataException.class);
      }
    }
  }

  @Test
  void rowsThatCannotBeReadAreTakenAside() {
    server.rows(1, 1);
    String bad = "{\"SkuName\":\"x\",\"Total\":\"much\"}";
    server.file("f", ExportServer.gzip(ExportServer.row(2) + "\n" + bad + "\n"));
    List<UnreadableRow> aside = new ArrayList<>();

    try (Stream<ReconciliationRecord> rows =
        server
            .partner()
            .exports()
            .billedReconciliation("G1")
            .start()
            .onUnreadable(aside::add)
            .stream()) {
      assertThat(rows).hasSize(2);
    }

    assertThat(aside).singleElement().returns(1, UnreadableRow::page);
    assertThat(aside).singleElement().returns(1, UnreadableRow::row);
    assertThat(aside).singleElement().returns(bad, UnreadableRow::json);
  }

  @Test
  void nothingPilesUpInFrontOfASlowConsumer() {
    for (int file = 0; file < 20; file++) server.rows(file * 10, file * 10 + 9);

    try (Stream<ReconciliationRecord> rows =
        server
            .partner()
            .exports()
            .billedReconciliation("G1")
            .with(ExportOptions.defaults().parallelBlobs(2))
            .stream()) {
      assertThat(rows.iterator().next()).isNotNull();
      assertThat(server.requests("/storage/")).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void anExecutorWithoutThreadsDoesNoHarm() {
    server.rows(1, 100).rows(101, 200);
    IPartner partner =
        server.partner(
            server
                .builder()
                .executor(
                    task -> {
                      throw new RejectedExecutionException("full");
                    }));

    assertThat(ExportServer.read(partner, 2))
        .containsExactlyInAnyOrderElementsOf(ExportServer.skuNames(1, 200));
  }

  @Test
  void aFailureEndsWhatIsReadBesideIt() {
    server.rows(1, 100).file("bad", ExportServer.gzip("nonsense\n"));

    assertThatThrownBy(() -> ExportServer.read(server.partner(), 2))
        .isInstanceOf(PartnerException.class);
  }

  @Test
  void theListenerHearsHowFarItIs() {
    server.rows(1, 100).rows(101, 150);
    List<ExportEvent> events = new ArrayList<>();
    IPartner partner =
        server.partner(
            server
                .builder()
                .listener(
                    new PartnerListener() {
                      @Override
                      public void onExport(ExportEvent event) {
                        events.add(event);
                      }
                    }));

    ExportServer.read(partner, 1);

    ExportEvent last = events.get(events.size() - 1);
    assertThat(last.files()).isEqualTo(2);
    assertThat(last.filesRead()).isEqualTo(2);
    assertThat(last.rows()).isEqualTo(150);
    assertThat(last.bytes()).isEqualTo(server.content(0).length + server.content(1).length);
  }
}
