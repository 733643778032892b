package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.PartnerServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph, storage, or whoever sits in front of them could say to lead an export astray. */
class ExportSecurityTest {
  private final ExportServer server = new ExportServer().rows(1, 2);
  private final PartnerServer elsewhere = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
    elsewhere.close();
  }

  private RunningExport<ReconciliationRecord> export() {
    return server.partner().exports().billedReconciliation("G1").start();
  }

  private List<String> names() {
    try (Stream<ReconciliationRecord> rows = export().stream()) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  @ParameterizedTest
  @DisplayName("C47: no step of an export follows a redirect")
  @ValueSource(strings = {"/export", "/operations/", "/manifests/", "/storage/"})
  void noStepFollowsARedirect(String step) {
    server.location = manifest -> "\"resourceLocation\":{\"id\":\"m-1\"}";
    server.instead =
        request ->
            request.getUrl().encodedPath().contains(step)
                ? new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", elsewhere.baseUrl() + "x")
                    .build()
                : null;

    PartnerServiceException refused =
        catchThrowableOfType(PartnerServiceException.class, this::names);

    assertThat(refused.statusCode()).isEqualTo(307);
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  @DisplayName("C47: an operation that is said to be elsewhere is asked about here")
  void anOperationElsewhereIsAskedAboutHere() {
    server.instead =
        request ->
            request.getTarget().endsWith("/export")
                ? new MockResponse.Builder()
                    .code(202)
                    .addHeader("Location", elsewhere.baseUrl() + "operations/" + ExportServer.ID)
                    .build()
                : null;

    assertThat(names()).hasSize(2);
    assertThat(elsewhere.requests()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("C53: an id of the service's that is a step in a path leads nowhere")
  @ValueSource(strings = {".", "..", "a\\u0000b"})
  void anIdThatIsAStepLeadsNowhere(String id) {
    server.location = manifest -> "\"resourceLocation\":{\"id\":\"" + id + "\"}";

    assertThatThrownBy(this::names).isInstanceOf(PartnerDataException.class);

    server.instead =
        request ->
            request.getTarget().endsWith("/export")
                ? PartnerServer.json(202, "{\"id\":\"" + id + "\"}").build()
                : null;

    assertThatThrownBy(this::names).isInstanceOf(PartnerDataException.class);
    assertThat(server.requests()).allMatch(request -> request.getTarget().matches(".*[\\w-]"));
  }

  @Test
  @DisplayName("C39: a signature behind the directory is neither printed, stored nor sent twice")
  void aSignatureBehindTheDirectoryIsNotPrinted(@TempDir Path folder) throws Exception {
    server.location =
        manifest ->
            "\"resourceLocation\":"
                + manifest.replace("/storage/data", "/storage/data?sp=r&sig=hunter2#hunter2");

    RunningExport<ReconciliationRecord> export = export();
    export.downloadTo(folder);

    assertThat(export.blobs().toString()).doesNotContain("hunter2");
    assertThat(export.await().toString()).doesNotContain("hunter2");
    assertThat(Files.readString(folder.resolve("manifest.json"))).doesNotContain("hunter2");
    assertThat(names()).hasSize(2);
  }

  @ParameterizedTest
  @DisplayName("C39: a signature in a field that nobody knows is neither printed nor stored")
  @ValueSource(
      strings = {
        "\"rootFolderSAS\":\"hunter2\"",
        "\"containerSasToken\":\"hunter2\"",
        "\"rootFolder\":\"https://x.blob.core.windows.net/y?sv=1&sig=hunter2\"",
        "\"more\":[{\"link\":\"?sv=1&sig=hunter2\",\"SAS\":{\"text\":\"hunter2\"}}]",
      })
  void aSignatureInAnotherFieldIsNotPrinted(String field, @TempDir Path folder) throws Exception {
    server.location =
        manifest ->
            "\"resourceLocation\":"
                + manifest.replace("\"blobCount\"", field + ",\"other\":\"kept\",\"blobCount\"");
    server.blobExtras = "," + field;

    RunningExport<ReconciliationRecord> export = export();
    export.downloadTo(folder);

    assertThat(export.await().toString()).contains("other=kept").doesNotContain("hunter2");
    assertThat(Files.readString(folder.resolve("manifest.json"))).doesNotContain("hunter2");
    assertThat(names()).hasSize(2);
  }

  @ParameterizedTest
  @DisplayName("C39, C49: a signature within the host of the files is refused, and not repeated")
  @ValueSource(strings = {"x.sv=1&sig=hunter2", "sig=hunter2.blob.core.windows.net"})
  void aSignatureWithinTheHostIsNotRepeated(String host) {
    server.location =
        manifest ->
            "\"resourceLocation\":"
                + manifest.replaceFirst(
                    "\"rootDirectory\":\"[^\"]+", "\"rootDirectory\":\"https://" + host + "/data");

    assertThatThrownBy(this::names)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("files at")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  @DisplayName("C49: why an export failed is told without the secrets in it")
  void aFailureIsToldWithoutSecrets() {
    server.status = "failed";
    server.error =
        ",\"error\":{\"code\":\"sig=hunter2\",\"message\":\"no: https://x/y?sv=1&sig=hunter2\"}";
    RunningExport<ReconciliationRecord> export = export();

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, this::names);

    assertThat(failure.getMessage()).contains("has failed").doesNotContain("hunter2");
    assertThat(failure.errorCode() + " " + failure.description()).doesNotContain("hunter2");
    assertThat(export.status().toString()).doesNotContain("hunter2");
  }

  @Test
  void aVersionThatCannotBeSentBackIsNot() {
    byte[] content = ExportServer.gzip(ExportServer.row(1));
    server.instead =
        request -> request.getTarget().contains("/storage/") ? half(request, content) : null;

    assertThat(names()).containsExactly("row 1, Zürich");
  }

  /** Headers are Latin-1 or whatever; only ASCII goes into a request. */
  private static MockResponse half(RecordedRequest request, byte[] content) {
    boolean second = !String.valueOf(request.getHeaders().get("Range")).startsWith("bytes=0-");
    int middle = content.length / 2;
    int first = second ? middle : 0;
    int last = second ? content.length - 1 : middle - 1;
    return new MockResponse.Builder()
        .code(206)
        .headers(new Headers.Builder().addUnsafeNonAscii("ETag", "\"dätä\"").build())
        .addHeader("Content-Range", "bytes " + first + "-" + last + "/" + content.length)
        .body(new Buffer().write(content, first, last - first + 1))
        .build();
  }
}
