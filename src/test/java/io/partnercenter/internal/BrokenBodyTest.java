package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that breaks in the middle of a page, everywhere and in every kind of framing. */
class BrokenBodyTest {
  private static final int PLACES = 50;
  private static final String FIRST = Answers.page(1, 6, "page-2");
  private static final String LAST = Answers.page(7, 8, null);

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40})
  @DisplayName("C45: of HTTP/2, too, a body that ends before its length has broken off")
  void aBodyOfHttp2HasItsLength(int bytes) {
    List<Integer> lengths = new ArrayList<>(List.of(bytes, LAST.length()));
    Transport http2 =
        request ->
            new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_2)
                .code(200)
                .message("")
                .body(ResponseBody.create(beginning(lengths.remove(0)), null, LAST.length()))
                .build();

    try (IPartner other = server.partner(server.builder().transport(http2))) {
      assertThat(other.invoices().query(InvoiceQuery.all()).get().items()).hasSize(2);
    }
    assertThat(lengths).isEmpty();
  }

  private static Buffer beginning(int bytes) {
    return new Buffer().writeUtf8(LAST.substring(0, bytes));
  }

  /** How the end of a body is told. */
  enum Framing {
    CONTENT_LENGTH,
    CHUNKED,
    END_OF_CONNECTION,
    GZIP;

    /** The answer with all of {@code json}. */
    MockResponse whole(String json) {
      return cut(json, length(json));
    }

    /** The answer that breaks off behind that many bytes of what is on the wire. */
    MockResponse cut(String json, int length) {
      MockResponse.Builder response =
          new MockResponse.Builder()
              .body(new Buffer().write(wire(json), 0, length))
              .removeHeader("Content-Length")
              .addHeader("Content-Type", "application/json")
              .addHeader("Connection", "close")
              .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
      if (this == CONTENT_LENGTH) response.addHeader("Content-Length", length(json));
      if (this == CHUNKED) response.addHeader("Transfer-Encoding", "chunked");
      if (this == GZIP) response.addHeader("Content-Encoding", "gzip");
      return response.build();
    }

    int length(String json) {
      return wire(json).length;
    }

    private byte[] wire(String json) {
      return switch (this) {
        case CONTENT_LENGTH, END_OF_CONNECTION -> json.getBytes(UTF_8);
        case CHUNKED -> chunks(json.getBytes(UTF_8));
        case GZIP -> gzip(json);
      };
    }

    private static byte[] chunks(byte[] bytes) {
      Buffer chunks = new Buffer();
      for (int start = 0; start < bytes.length; start += 100) {
        int size = Math.min(100, bytes.length - start);
        chunks.writeHexadecimalUnsignedLong(size).writeUtf8("\r\n");
        chunks.write(bytes, start, size).writeUtf8("\r\n");
      }
      return chunks.writeUtf8("0\r\n\r\n").readByteArray();
    }

    private static byte[] gzip(String json) {
      Buffer zipped = new Buffer();
      try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
        sink.writeUtf8(json);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return zipped.readByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C45: wherever a page breaks off, every row comes once and in order")
  void whereverAPageBreaksOffEveryRowComesOnce(Framing framing) {
    eachPlace(
        framing,
        (length, times) -> {
          for (int i = 0; i < times; i++) server.answers(framing.cut(FIRST, length));
          server.answers(framing.whole(FIRST));
          server.answers(framing.cut(LAST, length * framing.length(LAST) / framing.length(FIRST)));
          server.answers(framing.whole(LAST));

          assertThat(skuNames()).isEqualTo(Answers.skuNames(1, 8));
        });
  }

  @Test
  @DisplayName("C45: also if it breaks off inside of a number, a literal or a character")
  void everyByteOfABodyWhoseEndIsNotMarked() {
    String json = "{\"balanceAmount\":-1.5e-1,\"x\":[true,false,null,\"é\\u00e9\\\"\"],\"y\":{} }";
    int length = json.getBytes(UTF_8).length;
    for (int cut = 0; cut < length; cut++) {
      server.answers(Framing.END_OF_CONNECTION.cut(json, cut));
      server.answers(Framing.END_OF_CONNECTION.whole(json));

      assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("-0.15");
    }
    assertThat(server.requests()).hasSize(2 * length);
  }

  @Test
  @DisplayName("C45: also if a proxy has cut it off and marked the end as if it were one")
  void everyByteOfAPageThatAProxyHasCutOff() {
    String page = Answers.page(1, 1, "more");
    byte[] bytes = page.getBytes(UTF_8);
    for (int cut = 1; cut < bytes.length; cut++) {
      server.answersJson(200, new String(bytes, 0, cut, ISO_8859_1));
      server.answersJson(200, page).answersJson(200, LAST);

      assertThat(skuNames()).hasSize(3);
    }
  }

  @Test
  @DisplayName("C19: a body that always breaks off is a broken connection, not bad JSON")
  void aBodyThatAlwaysBreaksOffIsABrokenConnection() {
    for (int i = 0; i < 4; i++) server.answersCut(Answers.SUMMARY, 20);

    PartnerTransportException e =
        catchThrowableOfType(
            PartnerTransportException.class, () -> partner.invoices().summary().get());

    assertThat(e.phase()).isEqualTo(Phase.BODY);
    assertThat(e).hasMessageContaining("got no whole answer while its answer was read");
    assertThat(e).hasCauseInstanceOf(IOException.class);
    assertThat(e.attempts()).extracting(Attempt::status).containsExactly(200, 200, 200, 200);
    assertThat(e.attempts()).extracting(Attempt::failure).doesNotContainNull();
  }

  @Test
  void anAnswerWithoutABodyWhoseEndIsNotMarkedIsABrokenConnection() {
    server.answers(Framing.END_OF_CONNECTION.cut(LAST, 0)).answersJson(200, LAST);

    assertThat(skuNames()).isEqualTo(Answers.skuNames(7, 8));
  }

  private void eachPlace(Framing framing, BiConsumer<Integer, Integer> claim) {
    int length = framing.length(FIRST);
    IntStream.range(0, PLACES)
        .map(place -> length * place / PLACES)
        .forEach(
            cut -> {
              claim.accept(cut, 1);
              claim.accept(cut, 2);
            });
  }

  private List<String> skuNames() {
    try (Stream<OneTimeInvoiceLineItem> rows =
        partner.invoices().byId("G000024135").lineItems(Answers.ROWS).stream()) {
      List<String> names = new ArrayList<>();
      rows.forEach(row -> names.add(row.skuName()));
      return names;
    }
  }
}
