package io.partnercenter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.invoices.DocumentOperations;
import io.partnercenter.invoices.DownloadOptions;
import io.partnercenter.models.DownloadedFile;
import io.partnercenter.testing.PartnerServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs behind a byte order mark, which makes a document three bytes longer than it is. */
class MarkedPdfTest {
  private static final byte[] PDF = Pdfs.ofSize(100_000);
  private static final byte[] MARKED = new Buffer().writeUtf8("\uFEFF").write(PDF).readByteArray();

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();
  private final DocumentOperations statement = partner.invoices().byId("G1").statement();

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("C82, C44: a byte order mark in front of a PDF is no part of it")
  void aByteOrderMarkIsNoPartOfIt(boolean announced) {
    List<Long> bytes = new ArrayList<>();
    List<@Nullable Long> totals = new ArrayList<>();
    MockResponse.Builder answer = Pdfs.answer(MARKED);
    if (!announced) answer.chunkedBody(new Buffer().write(MARKED), 4_000);
    server.answers(answer.build());

    DownloadedFile file =
        statement
            .with(
                DownloadOptions.defaults()
                    .progress(
                        (soFar, total) -> {
                          bytes.add(soFar);
                          totals.add(total);
                        }))
            .downloadTo(folder.resolve("it.pdf"));

    assertThat(file.path()).hasBinaryContent(PDF);
    assertThat(file.bytes()).isEqualTo(PDF.length);
    assertThat(bytes).endsWith((long) PDF.length);
    assertThat(totals).containsOnly(announced ? (long) PDF.length : null);
  }

  @Test
  @DisplayName("C82: what else is in front of a PDF stays, as its offsets may count it")
  void whatElseIsInFrontStays() {
    byte[] preceded = Pdfs.bytes("\uFEFF\r\n%PDF-1.4\n%%EOF");
    server.answers(Pdfs.answer(preceded).build());

    statement.downloadTo(folder.resolve("it.pdf"));

    assertThat(folder.resolve("it.pdf")).hasBinaryContent(preceded);
  }
}
