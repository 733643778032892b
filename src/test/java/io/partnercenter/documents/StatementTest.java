package io.partnercenter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.DownloadedFile;
import io.partnercenter.testing.PartnerServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and receipts on the wire. */
class StatementTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  private DownloadedFile download() {
    return partner.invoices().byId("G000000041").statement().downloadTo(folder.resolve("it.pdf"));
  }

  @Test
  void aStatementIsAskedForAsAPdf() {
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    download();

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine())
        .isEqualTo("GET /v1/invoices/G000000041/documents/statement HTTP/1.1");
    assertThat(request.getHeaders().values("Accept"))
        .containsExactly("application/pdf, application/json;q=0.5");
    assertThat(request.getHeaders().values("Authorization"))
        .containsExactly("Bearer hunter2-token-1");
    assertThat(request.getHeaders().names())
        .contains("MS-RequestId", "MS-CorrelationId", "MS-CV", "X-Locale")
        .doesNotContain("Content-Type");
  }

  @Test
  @DisplayName("C28: a receipt is asked for below its invoice, by its own id")
  void aReceiptIsAskedForBelowItsInvoice() {
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    partner
        .invoices()
        .byId("G000000041")
        .receipts()
        .byId("E-Tax-7")
        .statement()
        .downloadTo(folder.resolve("it.pdf"));

    assertThat(server.request().getRequestLine())
        .isEqualTo("GET /v1/invoices/G000000041/receipts/E-Tax-7/documents/statement HTTP/1.1");
  }

  @ParameterizedTest
  @DisplayName("C28, C53: whatever ids are made of, each is one segment")
  @CsvSource({"a/b c, a%2Fb%20c", "../x, ..%2Fx", "a?b#c, a%3Fb%23c", "株, %E6%A0%AA"})
  void idsAreOneSegmentEach(String id, String segment) {
    server.answers(Pdfs.answer(Pdfs.SMALL).build()).answers(Pdfs.answer(Pdfs.SMALL).build());
    var invoice = partner.invoices().byId(id);

    invoice.statement().downloadTo(folder.resolve("statement.pdf"));
    invoice.receipts().byId(id).statement().downloadTo(folder.resolve("receipt.pdf"));

    assertThat(server.targets())
        .containsExactly(
            "/v1/invoices/" + segment + "/documents/statement",
            "/v1/invoices/" + segment + "/receipts/" + segment + "/documents/statement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
  @DisplayName("C53: what cannot be the id of a receipt is refused before any request")
  void whatCannotBeAReceiptIsRefusedBeforeAnyRequest(String id) {
    var receipts = partner.invoices().byId("G000000041").receipts();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> receipts.byId(id))
        .withMessageContaining("receiptId");
  }

  @Test
  void whatIsNotBilledYetHasNeither() {
    assertThatIllegalStateException().isThrownBy(() -> partner.invoices().unbilled().statement());
    assertThatIllegalStateException().isThrownBy(() -> partner.invoices().unbilled().receipts());
  }

  @Test
  void theFileIsWhatTheServiceSent() throws Exception {
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    DownloadedFile file = download();

    assertThat(file)
        .isEqualTo(
            new DownloadedFile(
                folder.resolve("it.pdf"), Pdfs.SMALL.length, "Invoice_G000000041.pdf"));
    assertThat(Files.readAllBytes(file.path())).isEqualTo(Pdfs.SMALL);
    assertThat(folder).isDirectoryContaining("glob:**/it.pdf");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void itIsTheSameAwaitedOrNot() throws Exception {
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    DownloadedFile file =
        partner
            .invoices()
            .byId("G000000041")
            .statement()
            .downloadToAsync(folder.resolve("it.pdf"))
            .join();

    assertThat(Files.readAllBytes(file.path())).isEqualTo(Pdfs.SMALL);
  }

  @ParameterizedTest
  @DisplayName("C27: a refusal is a refusal, and never a file")
  @CsvSource({"400, 1", "401, 2", "403, 1", "404, 1", "500, 4", "503, 4"})
  void refusalsLeaveNoFile(int status, int requests) {
    for (int i = 0; i < requests; i++) {
      server.answersJson(status, "{\"code\":\"900329\",\"description\":\"App-only won't do.\"}");
    }

    var refused = catchThrowableOfType(PartnerServiceException.class, this::download);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.errorCode()).hasValue("900329");
    assertThat(refused.operation()).isEqualTo("invoices.statement.download");
    assertThat(refused.path()).isEqualTo("/v1/invoices/G000000041/documents/statement");
    assertThat(server.requests()).hasSize(requests);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusalsOfAPromiseAreTheSame() {
    server.answersJson(404, "{\"code\":\"1000\",\"description\":\"Not found.\"}");
    var promise =
        partner.invoices().byId("G1").statement().downloadToAsync(folder.resolve("it.pdf"));

    var failed = catchThrowableOfType(CompletionException.class, promise::join);

    assertThat(failed).hasCauseInstanceOf(PartnerServiceException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a500IsTriedAgainAndA401GetsANewToken() {
    AtomicInteger issued = new AtomicInteger();
    IPartner renewing =
        server.partner(
            server
                .builder()
                .credentials(
                    request -> new AccessToken("hunter2-token-" + issued.incrementAndGet(), null)));
    server.answers(500).answers(401).answers(Pdfs.answer(Pdfs.SMALL).build());

    renewing.invoices().byId("G1").statement().downloadTo(folder.resolve("it.pdf"));

    assertThat(server.headers("Authorization"))
        .containsExactly(
            "Bearer hunter2-token-1", "Bearer hunter2-token-1", "Bearer hunter2-token-2");
    assertThat(server.headers("MS-RequestId")).containsOnly(server.headers("MS-RequestId").get(0));
  }

  @Test
  @DisplayName("C47: a redirect is a refusal, wherever it leads")
  void redirectsAreNotFollowed() {
    try (PartnerServer elsewhere = new PartnerServer()) {
      server.answers(
          new MockResponse.Builder()
              .code(302)
              .setHeader("Location", elsewhere.baseUrl() + "it.pdf")
              .build());

      var refused = catchThrowableOfType(PartnerServiceException.class, this::download);

      assertThat(refused.statusCode()).isEqualTo(302);
      assertThat(elsewhere.requests()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }
}
