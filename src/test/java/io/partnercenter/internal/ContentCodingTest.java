package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Gzip;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in content codings, wherever they are read. */
class ContentCodingTest {
  private static final String PDF = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  /** What a body can be compressed to. */
  private enum Form {
    PLAIN,
    GZIP,
    MEMBERS,
    TWICE;

    byte[] of(String text) {
      int half = text.length() / 2;
      return switch (this) {
        case PLAIN -> text.getBytes(UTF_8);
        case GZIP -> Gzip.of(text);
        case MEMBERS -> Gzip.of(text.substring(0, half), "", text.substring(half));
        case TWICE -> twice(Gzip.of(text));
      };
    }
  }

  private static byte[] twice(byte[] gzip) {
    return Gzip.of(new byte[][] {gzip});
  }

  private static Stream<Arguments> readable() {
    return Stream.of(
        Arguments.of(List.of("gzip"), Form.GZIP),
        Arguments.of(List.of("GZip"), Form.GZIP),
        Arguments.of(List.of("x-gzip"), Form.GZIP),
        Arguments.of(List.of("gzip"), Form.MEMBERS),
        Arguments.of(List.of("x-gzip"), Form.MEMBERS),
        Arguments.of(List.of("gzip, gzip"), Form.TWICE),
        Arguments.of(List.of("gzip", "x-gzip"), Form.TWICE),
        Arguments.of(List.of("gzip"), Form.TWICE), // The second proxy has replaced the header.
        Arguments.of(List.of("gzip, gzip"), Form.GZIP),
        Arguments.of(List.of("gzip, identity"), Form.GZIP),
        Arguments.of(List.of(), Form.GZIP), // A proxy has dropped the header, or its body.
        Arguments.of(List.of("gzip"), Form.PLAIN),
        Arguments.of(List.of("identity"), Form.PLAIN),
        Arguments.of(List.of("none"), Form.PLAIN),
        Arguments.of(List.of(", "), Form.PLAIN),
        Arguments.of(List.of("utf-8"), Form.PLAIN)); // Meant as a charset, as many servers do.
  }

  private static MockResponse answer(
      int status, List<String> codings, Form form, String type, String text) {
    MockResponse.Builder answer =
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", type)
            .body(new Buffer().write(form.of(text)));
    codings.forEach(coding -> answer.addHeader("Content-Encoding", coding));
    return answer.build();
  }

  private PartnerServer answers(int status, List<String> codings, Form form, String json) {
    return server.answers(answer(status, codings, form, "application/json", json));
  }

  private InvoiceSummary summary() {
    return partner.invoices().summary().get();
  }

  @ParameterizedTest
  @MethodSource("readable")
  @DisplayName("C64: gzip is read in every form it comes in, whatever is read")
  void gzipIsReadInEveryForm(List<String> codings, Form form) {
    answers(200, codings, form, Answers.SUMMARY);
    answers(200, codings, form, Answers.page(1, 3, "more"));
    answers(200, codings, form, Answers.page(4, 5, null));
    answers(403, codings, form, "{\"code\":\"900329\",\"description\":\"Not app-only.\"}");
    server.answers(answer(200, codings, form, "application/pdf", PDF));

    assertThat(summary().balanceAmount()).isEqualTo("120.50");
    try (Stream<OneTimeInvoiceLineItem> rows =
        partner.invoices().byId("G1").lineItems(Answers.ROWS).stream()) {
      assertThat(rows.map(OneTimeInvoiceLineItem::skuName)).isEqualTo(Answers.skuNames(1, 5));
    }
    assertThat(catchThrowableOfType(PartnerServiceException.class, this::summary).errorCode())
        .hasValue("900329");
    partner.invoices().byId("G1").statement().downloadTo(folder.resolve("it.pdf"));
    assertThat(folder.resolve("it.pdf")).hasContent(PDF);
    assertThat(server.requests()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "compress", "made-up", "br, gzip", "gzip, br"})
  @DisplayName("C64: another coding ends in one attempt, and the message names it")
  void anotherCodingIsNamed(String coding) {
    answers(200, List.of(coding), Form.PLAIN, "\u000b\u0002{\u0000");
    answers(200, List.of(coding), Form.PLAIN, "x");
    server.answers(answer(200, List.of(coding), Form.PLAIN, "application/pdf", "x"));

    for (Runnable call :
        List.<Runnable>of(
            this::summary,
            () -> partner.invoices().query(InvoiceQuery.all()).get(),
            () -> partner.invoices().byId("G1").statement().openStream())) {
      PartnerDataException failure = catchThrowableOfType(PartnerDataException.class, call::run);

      assertThat(failure)
          .hasMessageContainingAll("Content-Encoding: " + coding, "gzip", "/v1/invoices");
      assertThat(failure.attempts()).extracting(Attempt::failure).containsExactly("unreadable");
    }
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  @DisplayName("C64: a refusal in another coding is a refusal, and says why it has no text")
  void aRefusalInAnotherCodingIsARefusal() {
    answers(403, List.of("br"), Form.PLAIN, "\u000b\u0002");

    PartnerServiceException refused =
        catchThrowableOfType(PartnerServiceException.class, this::summary);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused).hasMessageContaining("Content-Encoding: br");
  }

  @Test
  @DisplayName("C64: what is compressed three times is not unpacked for ever")
  void threeTimesIsTooOften() {
    server.answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .addHeader("Content-Encoding", "gzip")
            .body(new Buffer().write(twice(twice(Gzip.of(Answers.SUMMARY)))))
            .build());

    PartnerDataException failure = catchThrowableOfType(PartnerDataException.class, this::summary);

    assertThat(failure).hasMessageContaining("gzip more than twice");
    assertThat(failure.attempts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GZIP", "MEMBERS", "TWICE"})
  @DisplayName("C64, C45: gzip that breaks off anywhere is asked for again")
  void gzipThatBreaksOffIsAskedForAgain(String form) {
    byte[] whole = Form.valueOf(form).of(Answers.SUMMARY);
    for (int cut = 1; cut < whole.length; cut++) {
      server.answers(gzip(Arrays.copyOf(whole, cut))).answers(gzip(whole));

      assertThat(summary().balanceAmount()).as("cut after %s", cut).isEqualTo("120.50");
    }
    assertThat(server.time().naps()).hasSizeGreaterThanOrEqualTo(whole.length - 2);
  }

  private static MockResponse gzip(byte[] body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .addHeader("Content-Encoding", "gzip")
        .body(new Buffer().write(body))
        .build();
  }

  @Test
  @DisplayName("C64: gzip that was damaged on its way is asked for again, and the message says so")
  void damagedGzipIsAskedForAgain() {
    byte[] damaged = Gzip.of(Answers.SUMMARY);
    damaged[damaged.length - 6]++; // In its checksum.
    for (int i = 0; i < 4; i++) server.answers(gzip(damaged));

    PartnerTransportException failure =
        catchThrowableOfType(PartnerTransportException.class, this::summary);

    assertThat(failure).hasMessageContaining("the body does not fit its gzip checksum");
    assertThat(failure.attempts()).hasSize(4);
  }

  @Test
  @DisplayName("C64: nothing in gzip is nothing, as without")
  void nothingInGzipIsNothing() {
    server.answers(gzip(Gzip.of(""))).answers(gzip(new byte[0])).answers(gzip(Gzip.of("")));

    assertThat(partner.invoices().query(InvoiceQuery.all()).get().items()).isEmpty();
    assertThat(partner.invoices().query(InvoiceQuery.all()).get().items()).isEmpty();
    assertThat(catchThrowableOfType(PartnerDataException.class, this::summary))
        .hasMessageContaining("without a body");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  @DisplayName("C64, C48: the limit is counted behind the last decompression")
  void theLimitIsCountedBehindTheLastDecompression() {
    IPartner limited = server.partner(server.builder().responseLimit(100_000));
    server.answers(gzip(twice(Gzip.zeros(1 << 20))));

    assertThat(
            catchThrowableOfType(
                PartnerDataException.class, () -> limited.invoices().summary().get()))
        .hasMessageContaining("more than 100000 bytes");
  }

  @Test
  @DisplayName("C64: a transport that decompresses by itself is not in the way")
  void aTransportMayDecompressByItself() {
    Transport decoding =
        request -> {
          assertThat(request.header("Accept-Encoding")).isEqualTo("gzip");
          return new OkHttpTransport(new OkHttpClient())
              .send(request.newBuilder().removeHeader("Accept-Encoding").build());
        };
    IPartner other = server.partner(server.builder().transport(decoding));
    answers(200, List.of("gzip"), Form.GZIP, Answers.SUMMARY);

    assertThat(other.invoices().summary().get().balanceAmount()).isEqualTo("120.50");
  }

  @Test
  @DisplayName("C64: a connection whose answer came in gzip is used again")
  void aConnectionIsUsedAgain() {
    for (Form form : Form.values()) answers(200, List.of("gzip"), form, Answers.SUMMARY);

    for (int i = 0; i < Form.values().length; i++) summary();

    assertThat(server.requests())
        .extracting(request -> request.getConnectionIndex())
        .containsOnly(0);
  }
}
