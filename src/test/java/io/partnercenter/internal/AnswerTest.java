package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole answer with status 200: what is read, and what is refused. */
class AnswerTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C44: a byte order mark is no part of the answer")
  void aByteOrderMarkIsNoPartOfTheAnswer() {
    server.answersJson(200, "\uFEFF" + Answers.SUMMARY);
    server.answersJson(200, "\uFEFF" + Answers.page(1, 2, null));

    assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("120.50");
    try (Stream<OneTimeInvoiceLineItem> rows =
        partner.invoices().byId("G1").lineItems(Answers.ROWS).stream()) {
      assertThat(rows.map(OneTimeInvoiceLineItem::skuName)).isEqualTo(Answers.skuNames(1, 2));
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON",
        "text/json",
        "application/problem+json",
        "application/vnd.ms+json;odata.metadata=minimal"
      })
  void jsonGoesByManyNames(String mediaType) {
    server.answers(answer(mediaType, Answers.SUMMARY));

    assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("120.50");
  }

  @ParameterizedTest
  @DisplayName("C64: a media type that came twice and was folded is one")
  @ValueSource(
      strings = {
        "application/json, application/json",
        "application/json; charset=utf-8,application/json; charset=utf-8",
        "text/json, application/problem+json"
      })
  void aMediaTypeThatCameTwiceIsOne(String mediaType) {
    server.answers(answer(mediaType, Answers.SUMMARY));

    assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("120.50");
  }

  @ParameterizedTest
  @DisplayName("C19: a page of a proxy is not mistaken for bad JSON")
  @ValueSource(
      strings = {
        "text/html; charset=utf-8",
        "application/xml",
        "application/octet-stream",
        "application/json, text/html",
        "application/json,",
        ",",
        "json"
      })
  void whatIsNoJsonIsNamed(String mediaType) {
    server.answers(answer(mediaType, "<html>Sign in to the hotel's network</html>"));

    PartnerDataException e = failure();

    assertThat(e)
        .hasMessageContaining("answered in " + mediaType + ", where JSON was asked for")
        .hasMessageNotContaining("hotel");
    assertThat(e.attempts()).extracting(Attempt::failure).containsExactly("unreadable");
  }

  @ParameterizedTest
  @DisplayName("C18: where one thing was asked for, nothing is an answer that makes no sense")
  @ValueSource(strings = {"", "null", " ", "\r\n"})
  void nothingIsNoAnswer(String body) {
    server.answersJson(200, body);

    assertThat(failure().getMessage()).contains("GET /v1/invoices/summary answered");
  }

  @Test
  void noContentIsNoAnswer() {
    server.answers(204);

    assertThat(failure()).hasMessageContaining("answered without a body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"balanceAmount\":1}]",
        "\"text\"",
        "7",
        "true",
        "nonsense",
        "{\"balanceAmount\":1}}",
        "{\"balanceAmount\":1}{}",
        "{\"balanceAmount\":1} x",
        "{\"balanceAmount\":1}{",
        "{\"balanceAmount\":1,}",
        "{'balanceAmount':1}",
        "{\"balanceAmount\" 1}",
        "// comment\n{\"balanceAmount\":1}",
      })
  void whatIsNotOneJsonObjectIsRefused(String body) {
    server.answersJson(200, body);

    assertThat(failure().attempts()).hasSize(1);
  }

  @Test
  void ofAFieldThatIsThereTwiceTheLastOneCounts() {
    server.answersJson(200, "{\"balanceAmount\":1,\"balanceAmount\":2}");

    assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("2");
  }

  @Test
  @DisplayName("C48: nesting without end is refused, not followed")
  void nestingWithoutEndIsRefused() {
    server.answersJson(200, "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}");

    assertThat(failure()).hasMessageContaining("answered what cannot be read");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    Buffer body = new Buffer().writeUtf8("{\"currencyCode\":\"").writeByte(0xC3).writeByte(0x28);
    server.answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body(body.writeUtf8("\"}"))
            .build());

    assertThat(failure()).hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
  void otherEncodingsAreNamed(String charset) {
    server.answers(encoded(Answers.SUMMARY, charset));
    server.answers(encoded(Answers.page(1, 2, null), charset));

    String family = charset.substring(0, "UTF-16".length());
    assertThat(failure()).hasMessageContaining("answered JSON in %s ", family);
    assertThat(
            catchThrowableOfType(
                PartnerDataException.class,
                () -> partner.invoices().byId("G1").lineItems(Answers.ROWS).get()))
        .hasMessageContaining("answered JSON in %s ", family);
  }

  private static MockResponse encoded(String json, String charset) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json; charset=" + charset)
        .body(new Buffer().write(json.getBytes(Charset.forName(charset))))
        .build();
  }

  private static MockResponse answer(String mediaType, String body) {
    MockResponse.Builder response = new MockResponse.Builder().body(body);
    if (mediaType != null) response.addHeader("Content-Type", mediaType);
    return response.build();
  }

  private PartnerDataException failure() {
    return catchThrowableOfType(
        PartnerDataException.class, () -> partner.invoices().summary().get());
  }
}
