package io.partnercenter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.invoices.DocumentOperations;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs that end too soon although their length says otherwise. */
class PdfEndTest {
  private static final byte[] WHOLE = Pdfs.ofSize(96_039);
  private static final byte[] HALF = Arrays.copyOf(WHOLE, 48_019);
  private static final byte[] FAULT = Pdfs.bytes("{\"code\":\"2000\",\"description\":\"Later.\"}");

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();
  private final DocumentOperations statement = partner.invoices().byId("G1").statement();

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  private Path target() {
    return folder.resolve("it.pdf");
  }

  /** How a proxy passes on what it has. */
  enum Framing {
    CONTENT_LENGTH,
    CHUNKED;

    MockResponse answer(byte[] body) {
      MockResponse.Builder answer = Pdfs.answer(body);
      if (this == CHUNKED) answer.chunkedBody(new Buffer().write(body), 4_000);
      return answer.build();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C58: half a PDF that comes as if it were whole is asked for again")
  void halfAPdfIsAskedForAgain(Framing framing) throws Exception {
    server.answers(framing.answer(HALF)).answers(framing.answer(WHOLE));

    statement.downloadTo(target());

    assertThat(target()).hasBinaryContent(WHOLE);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C58: half a PDF with an error behind it is asked for again")
  void halfAPdfWithAnErrorBehindItIsAskedForAgain(Framing framing) throws Exception {
    server.answers(framing.answer(joined(HALF, FAULT))).answers(framing.answer(WHOLE));

    statement.downloadTo(target());

    assertThat(target()).hasBinaryContent(WHOLE);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C58: half a PDF that comes every time is no file, and the message says what is missing")
  void halfAPdfIsNeverAFile(Framing framing) {
    for (int i = 0; i < 4; i++) server.answers(framing.answer(HALF));

    var failure =
        catchThrowableOfType(PartnerTransportException.class, () -> statement.downloadTo(target()));

    assertThat(failure.phase()).isEqualTo(Phase.BODY);
    assertThat(failure)
        .hasMessageContainingAll("the body ends too soon", "48019 bytes", "%%EOF", "1024");
    assertThat(failure.attempts()).extracting(Attempt::failure).containsOnly("broken off");
    assertThat(failure.attempts()).hasSize(4);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisplayName("C58: half a PDF is not opened as a stream either")
  void halfAPdfIsNotOpened() throws Exception {
    server.answers(Pdfs.answer(HALF).build()).answers(Pdfs.answer(WHOLE).build());

    try (var stream = statement.openStream()) {
      assertThat(stream).hasBinaryContent(WHOLE);
    }
  }

  @Test
  @DisplayName("C58: wherever a PDF is cut, no part of it becomes a file")
  void whereverAPdfIsCutNoPartBecomesAFile() throws Exception {
    byte[] pdf = revised();
    for (int cut = 1; cut < pdf.length - 1; cut++) {
      if (isWholeRevision(pdf, cut)) continue; // A whole PDF, of which nobody can say more.
      server.answers(Pdfs.answer(Arrays.copyOf(pdf, cut)).build());
      server.answers(Pdfs.answer(pdf).build());

      Path target = folder.resolve(cut + ".pdf");
      statement.downloadTo(target);

      assertThat(target).as("cut after %s bytes", cut).hasBinaryContent(pdf);
    }
  }

  /** A PDF that was saved twice: the second revision follows the end mark of the first. */
  private static byte[] revised() {
    return Pdfs.bytes(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 2\n0000000000 65535 f \n"
            + "0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n46\n%%EOF\n"
            + "2 0 obj\n<< /Length 2000 >>\nstream\n"
            + "x".repeat(2000)
            + "\nendstream\nendobj\nxref\n2 1\n0000000198 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R"
            + " /Prev 46 >>\nstartxref\n2260\n%%EOF\n");
  }

  private static boolean isWholeRevision(byte[] pdf, int cut) {
    String text = new String(pdf, 0, cut, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("%%EOF");
    return end >= 0 && !text.startsWith("2 0 obj", end + 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "\r\n\r\n", "\u0000\u0000", "<!-- served by proxy-7 -->\n", "\n%%EOF\n"})
  @DisplayName("C58: a few bytes behind the end of a PDF are no fault")
  void aFewBytesBehindTheEndAreNoFault(String trailer) throws Exception {
    byte[] pdf = joined(Pdfs.SMALL, Pdfs.bytes(trailer));
    server.answers(Pdfs.answer(pdf).build());

    statement.downloadTo(target());

    assertThat(target()).hasBinaryContent(pdf);
  }

  @Test
  @DisplayName("C58: an end mark that other readers would not find is none")
  void anEndMarkFarFromTheEndIsNone() {
    byte[] pdf = joined(Pdfs.SMALL, Pdfs.bytes(" ".repeat(1100)));
    for (int i = 0; i < 4; i++) server.answers(Pdfs.answer(pdf).build());

    assertThat(
            catchThrowableOfType(
                PartnerTransportException.class, () -> statement.downloadTo(target())))
        .hasMessageContaining("%%EOF");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4})
  @DisplayName("C58: less than the beginning of a PDF has broken off, whatever length it was given")
  void lessThanTheBeginningHasBrokenOff(int bytes) throws Exception {
    List<byte[]> bodies = new ArrayList<>(List.of(Arrays.copyOf(WHOLE, bytes), WHOLE));
    Transport lenient =
        request ->
            Answers.of(
                request,
                200,
                ResponseBody.create(
                    new Buffer().write(bodies.remove(0)),
                    MediaType.get("application/pdf"),
                    WHOLE.length));

    try (IPartner other = server.partner(server.builder().transport(lenient))) {
      other.invoices().byId("G1").statement().downloadTo(target());
    }

    assertThat(target()).hasBinaryContent(WHOLE);
    assertThat(bodies).isEmpty();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return new Buffer().write(first).write(second).readByteArray();
  }
}
