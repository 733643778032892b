package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.ServiceError;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values from outside that would add lines to a support bundle, or turn its text around. */
@DisplayName("C78: every value from outside is one line of a support bundle")
class ForgedSupportBundleTest {
  private static final Pattern LINE =
      Pattern.compile(
          "(Problem|Kind|Operation|Request id|Correlation id|Service's time|Attempts?( \\d+)?"
              + "|Not tried again, for|Signed in with MFA|Cause|SDK|Java)\\b.*");

  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("C78: a correlation vector with line breaks over HTTP/2 is one line")
  @ValueSource(
      strings = {
        "v.1\nAttempt 9: 200 in 1 ms",
        "v.1\r\nKind: none",
        "v.1\u2028SDK: other",
        "v.1\u0085SDK: other",
        "v.1\u000bSDK: other",
        "v.1\u202e:KDS",
        "v.1\u001b[2J",
        "v\u200b.\u20661\u2069\ufeff",
      })
  void aCorrelationVectorIsOneLine(String vector) {
    PartnerException failure = overHttp2("MS-CV", vector, "{\"code\":\"7\"}");

    assertOneLineEach(failure);
    assertThat(failure.correlationVector().orElseThrow()).startsWith("v");
    assertThat(printable(failure.correlationVector().orElseThrow())).isTrue();
    assertThat(printable(String.valueOf(failure.getMessage()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-ms-error-code", "Retry-After", "Date", "isMfaCompliant", "Location"})
  void anotherHeaderIsOneLine(String name) {
    assertOneLineEach(overHttp2(name, "x\nKind: none\u202e\u2029", ""));
  }

  @ParameterizedTest
  @DisplayName("C78: what the service says is one line, without marks that turn text around")
  @ValueSource(
      strings = {
        "{\"code\":\"7\\u202e\\nKind: none\",\"description\":\"no\\u2066\\u2028SDK: other\"}",
        "{\"code\":\"7\",\"description\":\"no\",\"source\":\"\\nKind: none\"}",
        "{\"message\":\"\\u200f\\u061c\\u2069 no\\rKind: none\"}",
        "<title>no\u202e\nKind: none</title>",
        "no\nKind: none\u0000\u009b2J",
      })
  void whatTheServiceSaysIsOneLine(String body) {
    server.answersJson(400, body);

    assertOneLineEach(failure(server.partner()));
  }

  @Test
  void aFieldOfAnAnswerIsOneLine() {
    server.answersJson(
        200, "{\"details\":[{\"summary\":{\"balanceAmount\":\"x\\nKind: \\u202e\"}}]}");

    assertOneLineEach(failure(server.partner()));
  }

  @Test
  void causesAreOneLineEach() {
    IPartner failing =
        server.partner(
            server
                .builder()
                .retryBudget(0)
                .transport(
                    request -> {
                      throw new IOException(
                          "reset\nKind: none", new IOException("by\u2028SDK: \u202e"));
                    }));

    PartnerException failure = failure(failing);

    assertOneLineEach(failure);
    assertThat(SupportBundle.of(failure).text().lines())
        .filteredOn(line -> line.startsWith("Cause: "))
        .hasSize(2);
  }

  @Test
  @DisplayName("C78: none of the facts of a call can forge a line, wherever it comes from")
  void noFactOfACallCanForgeALine() {
    String forged = "x\nKind: none\u202e\u2028SDK: other\u0085\u001b";
    Attempt attempt = new Attempt(1, 500, forged, Duration.ZERO, Duration.ZERO, forged);
    CallFacts facts =
        new CallFacts(
            forged, forged, forged, forged, forged, List.of(attempt, attempt), null, forged, true);
    ServiceError error = new ServiceError(forged, forged, forged, forged);

    assertOneLineEach(new PartnerServiceException(500, error, null, forged, facts));
    assertOneLineEach(new PartnerDataException(forged, 1, forged, forged, facts, null));
    assertOneLineEach(
        new PartnerExportException(
            PartnerExportException.Reason.FAILED, forged, forged, forged, facts));
    assertOneLineEach(
        new PartnerTransportException(
            forged, PartnerTransportException.Phase.BODY, facts, new IOException(forged)));
  }

  @Test
  void ordinaryTextOfAllLanguagesStays() {
    server.answersJson(400, "{\"code\":\"7\",\"description\":\"Größe 価格 מחיר \uD83D\uDCB6\"}");

    assertThat(SupportBundle.of(failure(server.partner())).text())
        .contains("\"Größe 価格 מחיר \uD83D\uDCB6\"");
  }

  private PartnerException overHttp2(String name, String value, String body) {
    server.mock().setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    Headers headers =
        new Headers.Builder()
            .add("Content-Length", Integer.toString(body.length()))
            .addUnsafeNonAscii(name, value)
            .build();
    int status = name.equals("Location") ? 302 : 400;
    server.answers(new MockResponse.Builder().code(status).body(body).headers(headers).build());
    OkHttpClient client =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    return failure(server.partner(server.builder().okHttp(client)));
  }

  private static PartnerException failure(IPartner partner) {
    return catchThrowableOfType(PartnerException.class, () -> partner.invoices().summary().get());
  }

  private static void assertOneLineEach(PartnerException failure) {
    String bundle = SupportBundle.of(failure).text();
    assertThat(bundle.lines().toList())
        .allSatisfy(
            line -> {
              assertThat(line).matches(LINE);
              assertThat(printable(line)).as(line).isTrue();
            });
    assertThat(bundle.lines()).filteredOn(line -> line.startsWith("Kind: ")).hasSize(1);
    assertThat(bundle.lines()).filteredOn(line -> line.startsWith("SDK: ")).hasSize(1);
    assertThat(printable(String.valueOf(failure.getMessage()))).as(failure.getMessage()).isTrue();
  }

  private static boolean printable(String text) {
    return !Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]").matcher(text).find();
  }
}
