package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Logs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What storage is asked, what it is told, and what it is not. */
class StorageRequestsTest {
  private final ExportServer server = new ExportServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aBrokenConnectionGoesOnAtTheByteWhereItBroke() {
    server.rows(1, 50);
    server.cut(List.of(11));

    ExportServer.read(server.partner(), 1);

    assertThat(server.requests("/storage/"))
        .extracting(request -> request.getHeaders().get("Range"))
        .containsExactly("bytes=0-1048511", "bytes=11-1048511");
    assertThat(server.requests("/storage/").get(1).getHeaders().get("If-Match")).isNotNull();
  }

  @Test
  void whatBringsNothingSeveralTimesIsGivenUp() {
    server.rows(1, 50);
    server.cut(List.of(0, 0, 0, 0));

    assertThatThrownBy(() -> ExportServer.read(server.partner(), 1))
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
      ExportServer.read(server.partner(), 1);
      server.instead =
          request ->
              request.getTarget().startsWith("/storage")
                  ? new MockResponse.Builder().code(400).body("no: " + request.getUrl()).build()
                  : null;
      Throwable failure = catchThrowable(() -> ExportServer.read(server.partner(), 1));
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

    ExportServer.read(partner, 1);

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
        catchThrowableOfType(
            PartnerServiceException.class, () -> ExportServer.read(server.partner(), 1));

    assertThat(failure.statusCode()).isEqualTo(403);
    assertThat(server.requests("/manifests/")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aManifestThatIsGoneIsFoundThroughItsOperation(int status) {
    server.rows(1, 3).rows(4, 6);
    server.requestsPerSignature = 1;
    server.instead =
        request ->
            request.getTarget().contains("/manifests/")
                ? new MockResponse.Builder().code(status).build()
                : null;

    assertThat(ExportServer.read(server.partner(), 1))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 6));
  }

  @Test
  @DisplayName("C47: files are read from Azure Storage and nowhere else")
  void filesElsewhereAreNotRead() {
    server.rows(1, 2);
    for (String root : List.of("https://evil.example/x", "http://a.blob.core.windows.net/x", "")) {
      server.location =
          manifest -> "\"resourceLocation\":" + manifest.replace(server.storage(), root);

      assertThatThrownBy(() -> ExportServer.read(server.partner(), 1))
          .isInstanceOf(PartnerDataException.class);
    }
    assertThat(server.requests("/storage/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up", "a//b", "a/./b", "", " "})
  void aFileWhoseNameLeadsElsewhereIsNotRead(String name) {
    server.file(name, ExportServer.gzip(""));

    assertThatThrownBy(() -> ExportServer.read(server.partner(), 1))
        .isInstanceOf(PartnerDataException.class);
    assertThat(server.requests("/storage/")).isEmpty();
  }
}
