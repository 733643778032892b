package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerListener;
import io.partnercenter.PartnerListener.ExportEvent;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Logs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
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

  private static List<String> names(IPartner partner, int parallel) {
    ExportOptions options = ExportOptions.defaults().parallelBlobs(parallel);
    try (Stream<ReconciliationRecord> rows =
        partner.exports().billedReconciliation("G1").with(options).stream()) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyRowOfEveryFileComesOnce(int parallel) {
    for (int file = 0; file < 5; file++) server.rows(file * 100 + 1, file * 100 + 100);

    List<String> names = names(server.partner(), parallel);

    assertThat(names).containsExactlyInAnyOrderElementsOf(ExportServer.skuNames(1, 500));
  }

  @Test
  void theRowsOfAFileKeepTheirOrder() {
    server.rows(1, 5_000).rows(5_001, 10_000);

    List<String> names = names(server.partner(), 2);

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

    List<String> names = names(server.partner(), 2);

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
  void aBrokenConnectionGoesOnAtTheByteWhereItBroke() {
    server.rows(1, 50);
    server.cut(List.of(11));

    names(server.partner(), 1);

    assertThat(server.requests("/storage/"))
        .extracting(request -> request.getHeaders().get("Range"))
        .containsExactly("bytes=0-1048511", "bytes=11-1048511");
    assertThat(server.requests("/storage/").get(1).getHeaders().get("If-Match")).isNotNull();
  }

  @Test
  void whatBringsNothingSeveralTimesIsGivenUp() {
    server.rows(1, 50);
    server.cut(List.of(0, 0, 0, 0));

    assertThatThrownBy(() -> names(server.partner(), 1))
        .isInstanceOf(PartnerTransportException.class);
    assertThat(server.requests("/storage/")).hasSize(4);
  }

  @Test
  @DisplayName("C39: the token never reaches storage, and the signature no log or message")
  void secretsStayWhereTheyBelong() {
    server.rows(1, 50);
    server.cut(List.of(3));
    server.requestsPerSignature = 1;
    StringWriter printed = new StringWriter();

    try (Logs logs = new Logs()) {
      names(server.partner(), 1);
      server.instead =
          request ->
              request.getTarget().startsWith("/storage")
                  ? new MockResponse.Builder().code(400).body("no: " + request.getUrl()).build()
                  : null;
      Throwable failure = catchThrowable(() -> names(server.partner(), 1));
      failure.printStackTrace(new PrintWriter(printed, true));
      assertThat(logs.text()).contains("/storage/data").doesNotContain("hunter2");
    }

    assertThat(printed.toString()).contains("/storage/data").doesNotContain("hunter2");
    assertThat(server.requests("/storage/"))
        .isNotEmpty()
        .allSatisfy(
            request -> {
              assertThat(request.getHeaders().get("Authorization")).isNull();
              assertThat(request.getUrl().encodedQuery()).contains("sig=hunter2%2B");
            });
  }

  @Test
  void aGatewaysHeadersAreNotForStorage() {
    server.rows(1, 2);
    IPartner partner =
        server
            .partner()
            .with(io.partnercenter.RequestOptions.defaults().header("X-Gateway-Key", "k"));

    names(partner, 1);

    assertThat(server.requests("/graph/"))
        .allMatch(request -> "k".equals(request.getHeaders().get("X-Gateway-Key")));
    assertThat(server.requests("/storage/"))
        .allMatch(request -> request.getHeaders().get("X-Gateway-Key") == null);
  }

  @Test
  void aSignatureThatNeverWorksIsRefusedAndNotAskedForWithoutEnd() {
    server.rows(1, 3);
    server.requestsPerSignature = 0;

    PartnerServiceException failure =
        catchThrowableOfType(PartnerServiceException.class, () -> names(server.partner(), 1));

    assertThat(failure.statusCode()).isEqualTo(403);
    assertThat(server.requests("/manifests/")).hasSize(3);
  }

  @Test
  void dataThatChangesWhileItIsReadIsNotMixed() {
    server.rows(1, 3).rows(4, 6);
    server.requestsPerSignature = 1;
    try (Stream<ReconciliationRecord> rows =
        server
            .partner()
            .exports()
            .billedReconciliation("G1")
            .with(ExportOptions.defaults().parallelBlobs(1))
            .stream()) {
      Iterator<ReconciliationRecord> all = rows.iterator();
      assertThat(all.next().skuName()).startsWith("row 1,");
      server.eTag = "data-2";

      PartnerExportException failure =
          catchThrowableOfType(PartnerExportException.class, () -> all.forEachRemaining(row -> {}));

      assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
    }
  }

  @Test
  void filesOfTwoVersionsAreNotTakenForOne() {
    for (int file = 0; file < 4; file++) server.rows(file * 10, file * 10 + 9);
    server.instead =
        request -> {
          if (request.getTarget().contains("part-3")) server.eTag = "data-2";
          return null;
        };

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> names(server.partner(), 1));

    assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
  }

  @Test
  void aFileThatChangesWhileItIsReadIsNotMixed() {
    server.rows(1, 50);
    server.cut(List.of(20));
    List<RecordedRequest> asked = new ArrayList<>();
    server.instead =
        request -> {
          if (request.getTarget().startsWith("/storage")) asked.add(request);
          return asked.size() == 2 ? new MockResponse.Builder().code(412).build() : null;
        };

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> names(server.partner(), 1));

    assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
  }

  @Test
  @DisplayName("C38: a file that is short, or has too few rows, is an error")
  void whatTheManifestCountsIsChecked() {
    server.rows(1, 50);
    server.blobExtras = ",\"itemCount\":51";
    assertThatThrownBy(() -> names(server.partner(), 1))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("has 50 rows, where the manifest says 51");

    server.blobExtras = ",\"sizeInBytes\":5";
    assertThatThrownBy(() -> names(server.partner(), 1))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("where the manifest says 5");

    server.blobExtras = ",\"itemCount\":50,\"sizeInBytes\":" + server.content(0).length;
    assertThat(names(server.partner(), 1)).hasSize(50);
  }

  @Test
  void filesOfNothingHaveNoRows() {
    server.file("empty", new byte[0]);
    server.file("no-lines", ExportServer.gzip(""));
    server.file("one-empty-line", ExportServer.gzip("\n"));

    assertThat(names(server.partner(), 2)).isEmpty();
  }

  @Test
  void aFileThatIsDecompressedAlreadyIsReadAsItIs() {
    server.file("plain", (ExportServer.row(1) + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(names(server.partner(), 1)).containsExactlyElementsOf(ExportServer.skuNames(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><title>Sorry</title></html>", "[1,2]", "{\"skuName\":", "\u0000"})
  void somethingElseThanRowsIsNotUnderstood(String content) {
    server.file("other", content.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> names(server.partner(), 1))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("/storage/data/other");
  }

  @Test
  void aFileThatIsCutShortIsNotUnderstood() {
    byte[] whole = ExportServer.gzip(ExportServer.row(1) + "\n" + ExportServer.row(2) + "\n");
    for (int length = 1; length < whole.length; length++) {
      ExportServer shortened = new ExportServer().file("f", Arrays.copyOf(whole, length));
      try (shortened) {
        assertThatThrownBy(() -> names(shortened.partner(), 1))
            .isInstanceOf(PartnerDataException.class);
      }
    }
  }

  @Test
  @DisplayName("C47: files are read from Azure Storage and nowhere else")
  void filesElsewhereAreNotRead() {
    server.rows(1, 2);
    for (String root : List.of("https://evil.example/x", "http://a.blob.core.windows.net/x", "")) {
      server.location =
          manifest -> "\"resourceLocation\":" + manifest.replace(server.storage(), root);

      assertThatThrownBy(() -> names(server.partner(), 1)).isInstanceOf(PartnerDataException.class);
    }
    assertThat(server.requests("/storage/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up", "a//b", "a/./b", "", " "})
  void aFileWhoseNameLeadsElsewhereIsNotRead(String name) {
    server.file(name, ExportServer.gzip(""));

    assertThatThrownBy(() -> names(server.partner(), 1)).isInstanceOf(PartnerDataException.class);
    assertThat(server.requests("/storage/")).isEmpty();
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

    assertThat(names(partner, 2))
        .containsExactlyInAnyOrderElementsOf(ExportServer.skuNames(1, 200));
  }

  @Test
  void aFailureEndsWhatIsReadBesideIt() {
    server.rows(1, 100).file("bad", ExportServer.gzip("nonsense\n"));

    assertThatThrownBy(() -> names(server.partner(), 2)).isInstanceOf(PartnerException.class);
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

    names(partner, 1);

    ExportEvent last = events.get(events.size() - 1);
    assertThat(last.files()).isEqualTo(2);
    assertThat(last.filesRead()).isEqualTo(2);
    assertThat(last.rows()).isEqualTo(150);
    assertThat(last.bytes()).isEqualTo(server.content(0).length + server.content(1).length);
  }
}
