package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.Azurite;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.transport.OkHttpTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files in a storage that was not written for these tests. */
@Timeout(120)
class AzuriteTest {
  private static final int ROWS = 5_500;

  private static Azurite azurite;
  private static String container;

  private final ExportServer graph = new ExportServer();
  private final OkHttpTransport http = new OkHttpTransport(new OkHttpClient());
  private final List<Answered> answered = new CopyOnWriteArrayList<>();
  private final Map<String, String> versions = new TreeMap<>();
  private String directory;
  @TempDir Path folder;

  private record Answered(Request request, int status) {
    String file() {
      List<String> path = request.url().pathSegments();
      return path.get(path.size() - 1);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Azurite.isInstalled(), () -> "no Node, or no " + Azurite.program() + ": .ci/run azurite");
    azurite = Azurite.start();
    container = azurite.container("billedusagefastpath");
  }

  @AfterAll
  static void stop() {
    if (azurite != null) azurite.close();
  }

  @BeforeEach
  void directory() {
    directory = container + "/v1/PartnerTenantId=" + System.nanoTime() + "/BillingMonth=202609";
    graph.elsewhere = directory;
    graph.signatureElsewhere = () -> Azurite.readable(Instant.now().plusSeconds(600));
  }

  @AfterEach
  void close() {
    graph.close();
  }

  private void store(String name, byte[] content) throws IOException {
    versions.put(name, azurite.store(directory, name, content));
    graph.file(name, new byte[0]);
  }

  /** Rows that hardly compress: more than four portions. */
  private static byte[] rows(String name) {
    Random dice = new Random(name.hashCode());
    StringBuilder lines = new StringBuilder();
    byte[] bytes = new byte[750];
    for (int row = 0; row < ROWS; row++) {
      dice.nextBytes(bytes);
      String text = Base64.getEncoder().encodeToString(bytes);
      lines.append("{\"SkuName\":\"%s/%d\",\"Tags\":\"%s\"}\n".formatted(name, row, text));
    }
    return ExportServer.gzip(lines.toString());
  }

  private static Stream<String> names(String name) {
    return IntStream.range(0, ROWS).mapToObj(row -> name + "/" + row);
  }

  private RunningExport<ReconciliationRecord> export(int parallel) {
    return graph
        .partner(graph.builder().transport(this::send))
        .exports()
        .billedReconciliation("G1")
        .with(ExportOptions.defaults().parallelBlobs(parallel))
        .start();
  }

  private Response send(Request request) throws IOException {
    Response response = http.send(request);
    if (request.url().toString().startsWith(container)) {
      answered.add(new Answered(request, response.code()));
    }
    return response;
  }

  private static List<String> names(Stream<ReconciliationRecord> rows) {
    try (rows) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  @Test
  void filesOfSeveralMebibytesComePartByPartAndOfOneVersion() throws IOException {
    List<String> files = List.of("part-0.json.gz", "part-1.json.gz", "part-2.json.gz");
    for (String file : files) store(file, rows(file));

    List<String> names = names(export(2).stream());

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(files.stream().flatMap(AzuriteTest::names).toList());
    assertThat(answered).extracting(Answered::status).containsOnly(206);
    for (String file : files) {
      List<Request> parts =
          answered.stream().filter(a -> a.file().equals(file)).map(Answered::request).toList();
      assertThat(parts).hasSizeGreaterThan(4);
      assertThat(parts.get(0).header("If-Match")).isNull();
      assertThat(parts)
          .extracting(part -> part.header("Range"))
          .startsWith("bytes=0-1048511", "bytes=1048512-2097023", "bytes=2097024-3145535");
      assertThat(parts.subList(1, parts.size()))
          .extracting(part -> part.header("If-Match"))
          .containsOnly(versions.get(file));
    }
  }

  @Test
  @DisplayName("C39: the token never reaches storage")
  void theTokenNeverReachesStorage() throws IOException {
    store("part-0", ExportServer.gzip(ExportServer.row(1)));

    names(export(1).stream());

    assertThat(answered).isNotEmpty();
    assertThat(answered).allMatch(a -> a.request().header("Authorization") == null);
  }

  @Test
  void namesOfFilesAreEncoded() throws IOException {
    String name = "part 1+2=3%, ä&b#c?.json.gz";
    store(name, ExportServer.gzip(ExportServer.row(1)));

    assertThat(names(export(1).stream())).containsExactlyElementsOf(ExportServer.skuNames(1, 1));
  }

  @Test
  void aSignatureThatIsRefusedFromTheBeginningIsReplaced() throws IOException {
    store("part-0", ExportServer.gzip(ExportServer.row(1)));
    Iterator<Duration> lives =
        List.of(Duration.ofHours(-1), Duration.ofHours(1), Duration.ofHours(1)).iterator();
    graph.signatureElsewhere = () -> Azurite.readable(Instant.now().plus(lives.next()));

    List<String> names = names(export(1).stream());

    assertThat(names).containsExactlyElementsOf(ExportServer.skuNames(1, 1));
    assertThat(answered).extracting(Answered::status).containsExactly(403, 206);
    assertThat(graph.requests("/manifests/")).hasSize(2); // The last look at the end.
  }

  @Test
  @DisplayName("C45: a signature that expires between two parts of a file is replaced")
  void aSignatureThatExpiresWhileAFileIsReadIsReplaced() throws IOException {
    store("part-0", rows("part-0"));
    List<String> signatures = new ArrayList<>();
    graph.signatureElsewhere =
        () -> {
          Duration life = signatures.isEmpty() ? Duration.ofSeconds(3) : Duration.ofHours(1);
          signatures.add(Azurite.readable(Instant.now().plus(life)));
          return signatures.get(signatures.size() - 1);
        };
    List<String> names = new ArrayList<>();

    try (Stream<ReconciliationRecord> rows = export(1).stream()) {
      Iterator<ReconciliationRecord> all = rows.iterator();
      names.add(all.next().skuName());
      Instant deadline = Instant.now().plusSeconds(30);
      while (azurite.opens(directory, "part-0", signatures.get(0))) {
        assertThat(Instant.now()).as("it should have expired").isBefore(deadline);
      }
      all.forEachRemaining(row -> names.add(row.skuName()));
    }

    assertThat(names).containsExactlyElementsOf(names("part-0").toList());
    assertThat(answered).extracting(Answered::status).contains(403);
    assertThat(graph.requests("/manifests/")).hasSize(2); // The last look at the end.
  }

  @Test
  void aFileThatIsOverwrittenWhileItIsReadIsNotMixed() throws IOException {
    store("part-0", rows("part-0"));
    List<String> names = new ArrayList<>();

    try (Stream<ReconciliationRecord> rows = export(1).stream()) {
      Iterator<ReconciliationRecord> all = rows.iterator();
      names.add(all.next().skuName());
      azurite.store(directory, "part-0", rows("other"));

      PartnerExportException failure =
          catchThrowableOfType(
              PartnerExportException.class,
              () -> all.forEachRemaining(row -> names.add(row.skuName())));

      assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
    }

    assertThat(answered).extracting(Answered::status).contains(412);
    assertThat(names).hasSizeLessThan(ROWS).allMatch(name -> name.startsWith("part-0/"));
  }

  @Test
  void aFileOfNothingHasNoRows() throws IOException {
    store("empty", new byte[0]);
    store("part-1", ExportServer.gzip(ExportServer.row(1)));

    assertThat(names(export(1).stream())).containsExactlyElementsOf(ExportServer.skuNames(1, 1));
    assertThat(answered).extracting(Answered::status).containsExactly(416, 206);
  }

  @Test
  void aFileThatIsGoneIsLookedForInAFreshManifestAndThenRefused() {
    graph.file("gone", new byte[0]);

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> names(export(1).stream()));

    assertThat(failure.reason()).isEqualTo(Reason.EXPIRED);
    assertThat(failure.errorCode()).contains("BlobNotFound");
    assertThat(answered).isNotEmpty().extracting(Answered::status).containsOnly(404);
  }

  @Test
  void aFileThatWasSentElsewhereIsReadThere() throws Exception {
    store("part-0", rows("part-0"));
    ExportBlob<ReconciliationRecord> blob = export(1).blobs().get(0);
    ObjectMapper mapper = new ObjectMapper();

    ExportBlob<ReconciliationRecord> asJson =
        mapper.readValue(mapper.writeValueAsBytes(blob), new TypeReference<>() {});

    assertThat(names(asJson.stream())).containsExactlyElementsOf(names("part-0").toList());
    assertThat(names(sent(blob).stream(this::send))).hasSize(ROWS);
    assertThat(answered).allMatch(a -> a.request().header("Authorization") == null);
  }

  @SuppressWarnings("unchecked")
  private static ExportBlob<ReconciliationRecord> sent(ExportBlob<ReconciliationRecord> blob)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(blob);
    Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    return (ExportBlob<ReconciliationRecord>) read;
  }

  @Test
  void aFileWhoseSignatureHasExpiredSaysSo() throws IOException {
    store("part-0", ExportServer.gzip(ExportServer.row(1)));
    graph.signatureElsewhere = () -> Azurite.readable(Instant.now().minusSeconds(3600));
    ExportBlob<ReconciliationRecord> blob = export(1).blobs().get(0);

    PartnerServiceException failure =
        catchThrowableOfType(PartnerServiceException.class, () -> names(blob.stream()));

    assertThat(failure.statusCode()).isEqualTo(403);
    assertThat(failure.errorCode()).isPresent();
  }

  @Test
  void aDownloadHasTheBytesAndIsReadWithoutStorage() throws IOException {
    byte[] content = rows("part-0");
    store("part-0", content);
    store("empty", new byte[0]);

    export(2).downloadTo(folder);

    assertThat(Files.readAllBytes(folder.resolve("part-0"))).isEqualTo(content);
    ExportFolder<ReconciliationRecord> stored =
        ExportFolder.open(folder, ReconciliationRecord.class);
    assertThat(names(stored.stream())).containsExactlyElementsOf(names("part-0").toList());
  }
}
