package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.invoices.DownloadOptions;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Gzip;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A {@code Content-Length} that came more than once, on a connection that stays open. */
class FoldedLengthTest {
  private static final byte[] PDF = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".getBytes(UTF_8);

  private final PartnerServer server = new PartnerServer();
  // Without the length an attempt would wait for the connection to close, so it may not take long.
  private final IPartner partner = server.partner(server.builder().timeout(Duration.ofMillis(500)));

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  private InvoiceSummary summary() {
    return partner.invoices().summary().get();
  }

  /** How a length is repeated. */
  enum Repeated {
    FOLDED,
    FOLDED_WITHOUT_SPACES,
    AS_TWO_HEADERS;

    MockResponse answer(int status, String type, byte[] body) {
      MockResponse.Builder answer =
          new MockResponse.Builder()
              .code(status)
              .setHeader("Content-Type", type)
              .body(new Buffer().write(body));
      int length = body.length;
      switch (this) {
        case FOLDED -> answer.setHeader("Content-Length", length + ", " + length);
        case FOLDED_WITHOUT_SPACES ->
            answer.setHeader("Content-Length", length + "," + length + ",0" + length);
        case AS_TWO_HEADERS -> answer.addHeader("Content-Length", length);
      }
      return answer.build();
    }

    MockResponse json(int status, String json) {
      return answer(status, "application/json", json.getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C65: equal lengths count as one, whatever is read")
  void equalLengthsCountAsOne(Repeated repeated) {
    List<@Nullable Long> totals = new ArrayList<>();
    server
        .answers(repeated.json(200, Answers.SUMMARY))
        .answers(repeated.json(200, ""))
        .answers(repeated.json(200, Answers.page(1, 2, null)))
        .answers(repeated.json(403, "{\"code\":\"900329\"}"))
        .answers(repeated.answer(200, "application/pdf", PDF));

    assertThat(summary().balanceAmount()).isEqualTo("120.50");
    assertThat(partner.invoices().query(InvoiceQuery.all()).get().items()).isEmpty();
    assertThat(partner.invoices().byId("G1").lineItems(Answers.ROWS).get().items()).hasSize(2);
    assertThat(catchThrowableOfType(PartnerServiceException.class, this::summary).errorCode())
        .hasValue("900329");
    partner
        .invoices()
        .byId("G1")
        .statement()
        .with(DownloadOptions.defaults().progress((bytes, total) -> totals.add(total)))
        .downloadTo(folder.resolve("it.pdf"));
    assertThat(folder.resolve("it.pdf")).hasBinaryContent(PDF);
    assertThat(totals).containsOnly((long) PDF.length);
    assertThat(server.requests()).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C65: equal lengths of a compressed body are those of what is on the wire")
  void equalLengthsOfACompressedBody(Repeated repeated) {
    MockResponse answer = repeated.answer(200, "application/json", Gzip.of(Answers.SUMMARY));
    server.answers(answer.newBuilder().addHeader("Content-Encoding", "gzip").build());

    assertThat(summary().balanceAmount()).isEqualTo("120.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"45, 46", "45, 4", "45, 45, 44", "45, abc", "45,", "abc", "-1", "45 45", "4_5"})
  @DisplayName("C65: lengths that differ, or are none, end in one attempt that names them")
  void otherLengthsEndInOneAttempt(String length) {
    server.answers(
        PartnerServer.json(200, Answers.SUMMARY).setHeader("Content-Length", length).build());

    PartnerDataException failure = catchThrowableOfType(PartnerDataException.class, this::summary);

    assertThat(failure).hasMessageContaining("Content-Length: " + length);
    assertThat(failure.attempts()).extracting(Attempt::failure).containsExactly("unreadable");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("C65: two headers that differ end in one attempt")
  void twoHeadersThatDifferEndInOneAttempt() {
    server.answers(
        PartnerServer.json(200, Answers.SUMMARY + " ").addHeader("Content-Length", 45).build());

    assertThat(catchThrowableOfType(PartnerDataException.class, this::summary))
        .hasMessageContaining("Content-Length: 46, 45");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("C65: a refusal with lengths that differ is a refusal")
  void aRefusalIsARefusal() {
    server.answers(PartnerServer.json(403, "{}").setHeader("Content-Length", "2, 3").build());

    PartnerServiceException refused =
        catchThrowableOfType(PartnerServiceException.class, this::summary);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused).hasMessageContaining("Content-Length: 2, 3");
  }

  @Test
  @DisplayName("C65, C45: a body that ends before its repeated length has broken off")
  void aBodyThatEndsBeforeItsLengthHasBrokenOff() {
    server.answers(
        PartnerServer.json(200, Answers.SUMMARY.substring(0, 20))
            .setHeader("Content-Length", "45, 45")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    server.answersJson(200, Answers.SUMMARY);

    assertThat(summary().balanceAmount()).isEqualTo("120.50");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  @DisplayName("C65: a body that always does is no whole answer, and the message counts")
  void aBodyThatAlwaysDoesIsNoWholeAnswer() {
    for (int i = 0; i < 4; i++) {
      server.answers(
          PartnerServer.json(200, Answers.SUMMARY.substring(0, 20))
              .setHeader("Content-Length", "45, 45")
              .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
              .build());
    }

    assertThat(catchThrowableOfType(PartnerTransportException.class, this::summary))
        .hasMessageContaining("the body ends too soon: 20 bytes came where 45 were announced");
  }

  @Test
  @DisplayName("C65: chunks end where they say, whatever length comes with them")
  void chunksEndWhereTheySay() {
    server.answers(
        PartnerServer.json(200, "")
            .chunkedBody(Answers.SUMMARY, 10)
            .setHeader("Content-Length", "7, 8")
            .build());

    assertThat(summary().balanceAmount()).isEqualTo("120.50");
  }

  @Test
  @DisplayName("C65: no content has no length")
  void noContentHasNoLength() {
    server.answers(
        new MockResponse.Builder().code(204).setHeader("Content-Length", "5, 5").build());

    assertThat(partner.invoices().query(InvoiceQuery.all()).get().items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"206", "200"})
  @DisplayName("C65: a file of an export with its length twice is read")
  void aFileOfAnExportIsRead(int status) {
    try (ExportServer exports = new ExportServer().rows(1, 20)) {
      byte[] file = exports.content(0);
      MockResponse.Builder answer =
          new MockResponse.Builder()
              .code(status)
              .body(new Buffer().write(file))
              .setHeader("Content-Length", file.length + ", " + file.length);
      if (status == 206) {
        answer.setHeader("Content-Range", "bytes 0-" + (file.length - 1) + "/" + file.length);
      }
      exports.instead =
          request -> request.getTarget().startsWith("/storage/") ? answer.build() : null;

      assertThat(ExportServer.read(exports.partner(), 1))
          .containsExactlyElementsOf(ExportServer.skuNames(1, 20));
    }
  }

  @Test
  @DisplayName("C65: the answer to a sign-in may have its length twice, too")
  void aSignInMayHaveItsLengthTwice() throws Exception {
    server.answers(Repeated.FOLDED.json(200, "{}"));
    server.answers(PartnerServer.json(200, "{}").setHeader("Content-Length", "2, 3").build());

    try (Response response = signIn()) {
      assertThat(response.body().string()).isEqualTo("{}");
    }
    assertThatThrownBy(this::signIn)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("the token endpoint", "Content-Length: 2, 3");
    assertThat(server.requests()).hasSize(2);
  }

  private Response signIn() throws IOException {
    Transport transport =
        new SignInTransport(
            new OkHttpTransport(new OkHttpClient()),
            io.partnercenter.RetryOptions.defaults(),
            Duration.ofMillis(500),
            new Pacing(100, server.time().timing()),
            server.time().timing(),
            new Resources(),
            new KnownSecrets());
    return transport.send(
        new Request.Builder().url(server.baseUrl().resolve("token").toString()).build());
  }
}
