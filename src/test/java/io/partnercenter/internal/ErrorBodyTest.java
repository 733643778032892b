package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.errors.ServiceError;
import okhttp3.Headers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape of body that comes with a refusal. */
class ErrorBodyTest {
  @Test
  void aFaultOfPartnerCenter() {
    ServiceError error =
        read(
            """
            {"code": "800002", "description": "The currency is missing.",
             "data": ["currencyCode"], "source": "Invoice Service"}
            """);

    assertThat(error.code()).isEqualTo("800002");
    assertThat(error.description()).isEqualTo("The currency is missing.");
    assertThat(error.source()).isEqualTo("Invoice Service");
    assertThat(error.body()).contains("\"data\": [\"currencyCode\"]");
    assertThat(error).hasToString("code 800002, \"The currency is missing.\"");
  }

  @Test
  void aFaultWithANumberForACode() {
    ServiceError error = read("{\"code\":900329,\"description\":\"App-only is not supported\"}");

    assertThat(error.code()).isEqualTo("900329");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"  \""})
  @DisplayName("C20: a fault without a description has its code at least")
  void aFaultWithoutADescription(String description) {
    ServiceError error = read("{\"code\":\"2032\",\"description\":" + description + "}");

    assertThat(error.description()).isNull();
    assertThat(error).hasToString("code 2032");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"code\":1e99999999999}", "{\"code\":7,\"data\":[-1e99999999999]}"})
  @DisplayName("C19: a number beyond all bounds in a refusal leaves it a refusal")
  void aNumberBeyondAllBoundsLeavesItARefusal(String body) {
    assertThat(read(body).description()).isEqualTo(body);
  }

  @Test
  void aMessageOfTheWebFramework() {
    ServiceError error =
        read(
            """
            {"Message": "The request is invalid.",
             "modelState": {"provider": ["The value 'one_time' is not valid."]}}
            """);

    assertThat(error.code()).isNull();
    assertThat(error.description())
        .isEqualTo(
            "The request is invalid. {\"provider\":[\"The value 'one_time' is not valid.\"]}");
  }

  @Test
  void aMessageWithDetails() {
    ServiceError error = read("{\"message\":\"No route.\",\"messageDetail\":\"No controller.\"}");

    assertThat(error.description()).isEqualTo("No route. No controller.");
  }

  @Test
  @DisplayName("C2: the gateway's own words about throttling are read")
  void aThrottleOfTheGateway() {
    ServiceError error =
        read(
            "{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}");

    assertThat(error.description()).isEqualTo("Rate limit is exceeded. Try again in 57 seconds.");
  }

  @Test
  void anErrorOfMicrosoftGraph() {
    ServiceError error =
        read(
            """
            {"error": {"code": "Forbidden", "message": "Missing role", "target": "billing",
             "innerError": {"request-id": "9f"}}}
            """);

    assertThat(error.code()).isEqualTo("Forbidden");
    assertThat(error.description()).isEqualTo("Missing role");
    assertThat(error.source()).isEqualTo("billing");
  }

  @Test
  void anErrorOfTheTokenService() {
    ServiceError error =
        read(
            """
            {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid secret.",
             "error_codes": [7000215], "correlation_id": "c0"}
            """);

    assertThat(error.code()).isEqualTo("invalid_client");
    assertThat(error.description()).isEqualTo("AADSTS7000215: Invalid secret.");
  }

  @Test
  void anErrorOfStorage() {
    ServiceError error =
        read(
            "\uFEFF<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code>"
                + "<Message>Signature did not match.\nTime:2026</Message></Error>");

    assertThat(error.code()).isEqualTo("AuthenticationFailed");
    assertThat(error.description()).isEqualTo("Signature did not match. Time:2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<Error><Code>Other</Code></Error>", "busy"})
  void anErrorOfStorageThatIsNamedInAHeader(String body) {
    ServiceError error = ErrorBody.read(body, Headers.of("x-ms-error-code", "ServerBusy"));

    assertThat(error.code()).isEqualTo("ServerBusy");
  }

  @Test
  @DisplayName("C20: an empty body says nothing, and is not blank words")
  void noBody() {
    ServiceError error = read("");

    assertThat(error.code()).isNull();
    assertThat(error.description()).isNull();
    assertThat(error.toString()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("C20: of a page for a browser the title is told")
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html> | 502 Bad Gateway",
        "<HTML><TITLE lang='en'> Sign in </TITLE><body>…</body></HTML>           | Sign in",
        "<html><body>Whatever</body></html>                            | a page without a title",
      })
  void aPageForABrowser(String body, String description) {
    assertThat(read(body).description()).isEqualTo(description);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upstream connect error",
        "{\"code\":\"1\", \"descr",
        "{}",
        "{\"x\":1}",
        "[1]",
        "7"
      })
  void whatHasNoShapeIsQuotedAsItIs(String body) {
    ServiceError error = read(body);

    assertThat(error.code()).isNull();
    assertThat(error.description()).isEqualTo(body);
    assertThat(error.body()).isEqualTo(body);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheBody() {
    assertThat(read("\uFEFF\r\n{\"code\":\"1000\"}").code()).isEqualTo("1000");
  }

  @Test
  @DisplayName("C48: of a huge body only the beginning is kept")
  void ofAHugeBodyOnlyTheBeginningIsKept() {
    ServiceError error = read("x".repeat(1 << 20));

    assertThat(error.description()).hasSize(301).endsWith("x…");
    assertThat(error.body()).hasSize(8001).endsWith("x…");
  }

  @Test
  void nestingWithoutEndIsNoTrouble() {
    ServiceError error = read("{\"code\":".repeat(5000));

    assertThat(error.description()).startsWith("{\"code\":");
  }

  private static ServiceError read(String body) {
    return ErrorBody.read(body, Headers.EMPTY);
  }
}
