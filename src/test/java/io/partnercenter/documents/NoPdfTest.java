package io.partnercenter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.invoices.DocumentOperations;
import io.partnercenter.invoices.DownloadOptions;
import io.partnercenter.testing.PartnerServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in the place of a document, and what becomes of it: no file. */
class NoPdfTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();
  private final DocumentOperations statement = partner.invoices().byId("G1").statement();

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  private void download() {
    statement.downloadTo(folder.resolve("it.pdf"));
  }

  private PartnerDataException failure() {
    var failure = catchThrowableOfType(PartnerDataException.class, this::download);
    assertThat(failure.attempts()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
    return failure;
  }

  @ParameterizedTest
  @DisplayName("C27: an error with status 200 never becomes a file, whatever it calls itself")
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"code\":\"2000\",\"description\":\"Not available.\"}",
        "application/pdf | {\"code\":\"2000\",\"description\":\"Not available.\"}",
        "application/octet-stream | {\"code\":\"2000\",\"description\":\"%PDF-1.7 %%EOF\"}",
        "application/json | [\"%PDF-1.7\"]",
        "text/html | <html><title>Sign in</title></html>",
        "application/pdf | <!DOCTYPE html><html>%PDF-1.7</html>",
        "text/plain | Service unavailable",
        "application/pdf | Service unavailable",
      })
  void anErrorNeverBecomesAFile(String mediaType, String body) {
    server.answers(Pdfs.answer(mediaType, Pdfs.bytes(body)).build());

    PartnerDataException failure = failure();

    assertThat(failure)
        .hasMessageContainingAll("no PDF", mediaType, "/v1/invoices/G1/documents/statement");
    assertThat(failure.text()).hasValue(body);
  }

  @ParameterizedTest
  @DisplayName("C27: a document of another type is none, even if it begins like one")
  @ValueSource(
      strings = {"text/html", "text/plain", "image/png", "nonsense", "application/pdf, text/html"})
  void anotherMediaTypeIsRefused(String mediaType) {
    server.answers(Pdfs.answer(mediaType, Pdfs.SMALL).build());

    assertThat(failure()).hasMessageContaining(mediaType);
  }

  @ParameterizedTest
  @DisplayName("C64: a PDF goes by many names, if it begins and ends as one")
  @ValueSource(
      strings = {
        "application/pdf",
        "application/x-pdf",
        "application/pdf, application/pdf",
        "application/pdf, application/octet-stream",
        "Application/PDF; charset=binary",
        "application/octet-stream",
        "application/json", // So it is in the documentation's example.
        "text/json", // These the documentation names besides.
        "application/xml",
        "Text/XML; charset=utf-8"
      })
  void aPdfIsOneByTheseNames(String mediaType) throws Exception {
    server.answers(Pdfs.answer(mediaType, Pdfs.SMALL).build());

    download();

    assertThat(Files.readAllBytes(folder.resolve("it.pdf"))).isEqualTo(Pdfs.SMALL);
  }

  @Test
  void aPdfNeedsNoMediaTypeAndMayHaveSomethingInFrontOfIt() throws Exception {
    byte[] late = Pdfs.bytes("\uFEFF\r\n" + "-".repeat(1000) + "%PDF-1.4\n%%EOF");
    server.answers(new MockResponse.Builder().body(new Buffer().write(late)).build());

    download();

    assertThat(Files.readAllBytes(folder.resolve("it.pdf"))).isEqualTo(late);
  }

  @Test
  void aMarkBeyondTheBeginningIsNone() {
    server.answers(Pdfs.answer(Pdfs.bytes("-".repeat(1020) + "%PDF-1.4\n%%EOF")).build());

    assertThat(failure()).hasMessageContaining("no PDF");
  }

  @Test
  @DisplayName("C49: what is quoted is short and holds no secret")
  void whatIsQuotedIsShortAndHoldsNoSecret() {
    String body = "{\"access_token\":\"hunter2\",\r\n\"x\":\"" + "y".repeat(5000) + "\"}";
    server.answers(Pdfs.answer("application/json", Pdfs.bytes(body)).build());

    PartnerDataException failure = failure();

    assertThat(failure.getMessage()).doesNotContain("hunter2").hasSizeLessThan(800);
    assertThat(failure.text().orElseThrow()).hasSizeLessThan(210).doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 204, 206})
  void aStatusThatPromisesNoWholeDocumentIsRefused(int status) {
    MockResponse.Builder answer = new MockResponse.Builder().code(status);
    if (status != 204) answer.body(new Buffer().write(Pdfs.SMALL));
    server.answers(answer.build());

    assertThat(failure()).hasMessageContaining("status " + status);
  }

  @Test
  void anEmptyBodyIsNoDocument() {
    server.answers(Pdfs.answer(new byte[0]).build());

    assertThat(failure()).hasMessageContaining("without a body");
  }

  /** How the end of a body is told. */
  enum Framing {
    CONTENT_LENGTH,
    CHUNKED,
    END_OF_CONNECTION;

    MockResponse cut(byte[] pdf, int length) {
      MockResponse.Builder answer =
          Pdfs.answer(Arrays.copyOf(pdf, length))
              .removeHeader("Content-Length")
              .setHeader("Connection", "close")
              .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
      if (this == CONTENT_LENGTH) answer.setHeader("Content-Length", pdf.length);
      if (this == CHUNKED) {
        Buffer chunk = new Buffer().writeUtf8(Integer.toHexString(pdf.length) + "\r\n");
        answer.body(chunk.write(pdf, 0, length)).removeHeader("Content-Length");
        answer.setHeader("Transfer-Encoding", "chunked");
      }
      return answer.build();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C27: a body that breaks off is begun again, and is no file if it always does")
  void aBrokenBodyNeverBecomesAFile(Framing framing) {
    byte[] pdf = Pdfs.ofSize(300_000);
    for (int length : new int[] {0, 3, 5000, 299_990}) server.answers(framing.cut(pdf, length));

    var broken = catchThrowableOfType(PartnerTransportException.class, this::download);

    assertThat(broken.phase()).isEqualTo(PartnerTransportException.Phase.BODY);
    assertThat(broken.attempts()).hasSize(4);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentIsBegunAnewAfterABrokenConnection(Framing framing) throws Exception {
    byte[] pdf = Pdfs.ofSize(200_000);
    server.answers(framing.cut(Pdfs.ofSize(300_000), 250_000));
    server.answers(Pdfs.answer(pdf).build());

    download();

    assertThat(Files.readAllBytes(folder.resolve("it.pdf"))).isEqualTo(pdf);
    assertThat(server.headers("MS-RequestId")).hasSize(2);
    assertThat(server.time().naps()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("C48: more than the limit is not stored, whether it is announced or not")
  @ValueSource(booleans = {true, false})
  void moreThanTheLimitIsNotStored(boolean announced) {
    MockResponse.Builder answer = Pdfs.answer(Pdfs.ofSize(100_001));
    if (!announced) answer.chunkedBody(new Buffer().write(Pdfs.ofSize(100_001)), 4000);
    server.answers(answer.build());
    DocumentOperations limited = statement.with(DownloadOptions.defaults().sizeLimit(100_000));

    var failure =
        catchThrowableOfType(
            PartnerDataException.class, () -> limited.downloadTo(folder.resolve("it.pdf")));

    assertThat(failure).hasMessageContaining("more than 100000 bytes");
    assertThat(failure.attempts()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void asMuchAsTheLimitIsStored() {
    server.answers(Pdfs.answer(Pdfs.ofSize(100_000)).build());

    statement
        .with(DownloadOptions.defaults().sizeLimit(100_000))
        .downloadTo(folder.resolve("it.pdf"));

    assertThat(folder.resolve("it.pdf")).hasSize(100_000);
  }
}
