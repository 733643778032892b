package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.SupportBundle;
import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Logs;
import io.partnercenter.testing.MemoryStore;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that repeat a token by whose looks nobody could tell that it is one. */
@DisplayName("C67: an opaque token that the service repeats is blacked out")
class RepeatedTokenTest {
  private static final String TOKEN = "zQ4/Rk93nTy+Xk81mVb7Lw~2dTg9";

  /** How a token may be written. */
  enum Writing {
    PLAIN {
      @Override
      String of(String token) {
        return token;
      }
    },
    JSON_ESCAPED {
      @Override
      String of(String token) {
        return token.replace("/", "\\/");
      }
    },
    ALL_JSON_ESCAPED {
      @Override
      String of(String token) {
        return each(token, "\\u%04x");
      }
    },
    JSON_IN_JSON {
      @Override
      String of(String token) {
        return each(token, "\\\\u%04X");
      }
    },
    URL_ENCODED {
      @Override
      String of(String token) {
        return token.replace("/", "%2F").replace("+", "%2b").replace("~", "%7E");
      }
    },
    URL_ENCODED_TWICE {
      @Override
      String of(String token) {
        return URL_ENCODED.of(token).replace("%", "%25");
      }
    },
    ALL_URL_ENCODED {
      @Override
      String of(String token) {
        return each(token, "%%%02X");
      }
    },
    HTML_ESCAPED {
      @Override
      String of(String token) {
        return token.replace("/", "&#47;").replace("+", "&#x2B;");
      }
    },
    FOLDED {
      @Override
      String of(String token) {
        return token.substring(0, 11) + "\\r\\n\\t " + token.substring(11);
      }
    };

    abstract String of(String token);

    private static String each(String token, String format) {
      return token.chars().mapToObj(format::formatted).collect(Collectors.joining());
    }
  }

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner(builder());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("C67: however it is written in the error body")
  @EnumSource
  void howeverItIsWritten(Writing writing) {
    String words = "The token " + writing.of(TOKEN) + " is not known here.";
    server.answersJson(400, "{\"code\":\"7\",\"description\":\"" + words + "\"}");

    PartnerServiceException e = (PartnerServiceException) failure();

    assertThat(e.description()).contains("The token … is not known here.");
    assertNothingShows(e);
  }

  @ParameterizedTest
  @DisplayName("C67: in whichever part of an error body it is")
  @ValueSource(
      strings = {
        "{\"code\":\"%s\",\"description\":\"no\"}",
        "{\"code\":\"7\",\"description\":\"no\",\"source\":\"%s\"}",
        "{\"message\":\"no\",\"modelState\":{\"%s\":[\"is wrong\"]}}",
        "{\"error\":{\"code\":\"x\",\"message\":\"no\",\"innerError\":{\"token\":\"%s\"}}}",
        "{\"error\":\"%s\",\"error_description\":\"no\"}",
        "<html><title>no %s</title></html>",
        "<Error><Code>%s</Code><Message>no</Message></Error>",
        "no %s",
        "{\"description\":\"%s",
      })
  void inWhicheverPartOfABody(String body) {
    server.answersJson(400, body.formatted(TOKEN));

    assertNothingShows(failure());
  }

  @Test
  void inABodyThatIsCutInTheMiddleOfIt() {
    server.answersJson(400, "{\"code\":\"7\",\"description\":\"" + "x".repeat(285) + TOKEN + "\"}");

    assertNothingShows(failure());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-ms-error-code", "MS-CV", "Retry-After", "Date", "WWW-Authenticate"})
  void inAHeader(String name) {
    server.answers(new MockResponse.Builder().code(400).setHeader(name, "about " + TOKEN).build());

    assertNothingShows(failure());
  }

  @Test
  void inTheTypeOfAnAnswer() {
    server.answers(
        new MockResponse.Builder().setHeader("Content-Type", "text/" + TOKEN).body("x").build());

    assertNothingShows(failure());
  }

  @ParameterizedTest
  @DisplayName("C67: in an answer that cannot be read")
  @ValueSource(
      strings = {
        "{\"balanceAmount\":\"%s\"}",
        "{\"details\":[{\"summary\":{\"balanceAmount\":\"x %s\"}}]}",
        "{\"balanceAmount\":%s}",
        "%s",
        "[\"%s\"]",
      })
  void inAnAnswerThatCannotBeRead(String body) {
    server.answersJson(200, body.formatted(TOKEN));

    PartnerException e = failure();

    assertThat(e).isInstanceOf(PartnerDataException.class);
    assertNothingShows(e);
  }

  @Test
  void inAnAnswerOfWhichOnlyTheBeginningIsQuoted() {
    String longToken = TOKEN.repeat(20);
    IPartner other = server.partner(builder(() -> longToken));
    server.answersJson(200, longToken);

    assertNothingShows((PartnerException) catchThrowable(() -> other.invoices().summary().get()));
  }

  @Test
  @DisplayName("C67: in the failure of a connection, and its causes")
  void inTheFailureOfAConnection() {
    server.answers(new MockResponse.Builder().status("HTTP/9.9 " + TOKEN + " no").build());

    PartnerException e = failure();

    assertThat(e.getMessage()).contains("…");
    assertNothingShows(e);
  }

  @Test
  void aCauseWithoutItStaysAsItIs() {
    ProtocolException cause = new ProtocolException("nothing secret");
    IPartner failing =
        server.partner(
            builder()
                .transport(
                    request -> {
                      throw cause;
                    }));

    assertThat(catchThrowable(() -> failing.invoices().summary().get())).hasCause(cause);
  }

  @Test
  @DisplayName("C67: the token that was refused before is blacked out as well")
  void theTokenBeforeIsBlackedOutToo() {
    Iterator<String> tokens = List.of(TOKEN, "hunter2-the-second-token").iterator();
    IPartner renewing = server.partner(builder(tokens::next));
    server.answers(401).answersJson(400, "{\"code\":\"7\",\"description\":\"not " + TOKEN + "\"}");

    assertNothingShows(
        (PartnerException) catchThrowable(() -> renewing.invoices().summary().get()));
  }

  @Test
  void inAnExportThatFails() {
    try (ExportServer graph = new ExportServer().rows(1, 2)) {
      graph.status = "failed";
      graph.error = ",\"error\":{\"code\":\"6000\",\"message\":\"not for hunter2-graph\"}";

      PartnerException e =
          (PartnerException) catchThrowable(() -> ExportServer.read(graph.partner(), 1));

      assertThat(e).isInstanceOf(PartnerExportException.class).hasMessageContaining("not for …");
      assertNothingShows(e);
    }
  }

  @Test
  @DisplayName("C67: the signature of a file, too")
  void theSignatureOfAFileIsBlackedOut() {
    try (ExportServer graph = new ExportServer().rows(1, 2)) {
      graph.instead =
          request ->
              request.getTarget().startsWith("/storage")
                  ? new MockResponse.Builder()
                      .code(400)
                      .body("<Message>not " + request.getUrl().queryParameter("sig") + "</Message>")
                      .build()
                  : null;

      PartnerException e =
          (PartnerException) catchThrowable(() -> ExportServer.read(graph.partner(), 1));

      assertThat(e.getMessage()).contains("not …");
      assertNothingShows(e);
    }
  }

  @Test
  void aGatewaysKeyIsBlackedOut() {
    IPartner behindGateway =
        partner.with(RequestOptions.defaults().header("X-Gateway-Key", "hunter2-gateway-1"));
    server.answersJson(400, "{\"message\":\"hunter2-gateway-1 is not known\"}");

    PartnerException e =
        (PartnerException) catchThrowable(() -> behindGateway.invoices().summary().get());

    assertThat(e.getMessage()).contains("… is not known");
    assertNothingShows(e);
  }

  @ParameterizedTest
  @DisplayName("C67: what credentials of one's own have signed in with, and what they say of it")
  @EnumSource
  void whatASignInProvesItselfWith(Writing writing) {
    try (EntraServer entra = new EntraServer()) {
      entra.answers(400, "{\"message\":\"not " + writing.of(TOKEN) + "\"}");
      PartnerCredentials own =
          request -> {
            try (Response response = request.transport().send(signIn())) {
              throw new IOException(response.body().string());
            }
          };
      IPartner signingIn =
          server.partner(server.builder().transport(entra.transport()).credentials(own));

      assertNothingShows(
          (PartnerException) catchThrowable(() -> signingIn.invoices().summary().get()));
    }
  }

  @ParameterizedTest
  @DisplayName("C67: nor does MSAL log a refresh token that the token endpoint repeats")
  @EnumSource
  void msalLogsNothingOfIt(Writing writing) {
    try (EntraServer entra = new EntraServer()) {
      entra.refuses(400, "invalid_grant", "AADSTS70000: not " + writing.of(TOKEN));
      MsalCredentials user =
          MsalCredentials.of(
                  io.partnercenter.PartnerCloud.GLOBAL,
                  "11111111-2222-3333-4444-555555555555",
                  "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
              .clientSecret("hunter2")
              .refreshToken(new MemoryStore(TOKEN));
      IPartner signingIn =
          server.partner(server.builder().transport(entra.transport()).credentials(user));

      try (Logs logs = new Logs()) {
        assertNothingShows(
            (PartnerException) catchThrowable(() -> signingIn.invoices().summary().get()));
        assertNothingShows(logs.text());
      }
    }
  }

  @Test
  @DisplayName("C67: a token of a few letters tears no words")
  void aShortTokenTearsNoWords() {
    IPartner simple = server.partner(builder(() -> "invoice"));
    server.answersJson(400, "{\"code\":\"7\",\"description\":\"The invoice is not there.\"}");

    assertThat(catchThrowable(() -> simple.invoices().summary().get()))
        .hasMessageContaining("The invoice is not there.");
  }

  @Test
  void nothingIsBlackedOutWhereNothingIsRepeated() {
    server.answersJson(
        400, "{\"code\":\"7\",\"description\":\"zQ4 is 100%, C:\\\\n &amp; so on\"}");

    assertThat(failure()).hasMessageContaining("zQ4 is 100%, C:\\n &amp; so on");
  }

  @Test
  @DisplayName("C48: a body made to make the search for a token slow is not")
  void noBodyMakesTheSearchSlow() {
    Redactor redactor = new Redactor(List.of("aaaaaaaaaaaaaaab".repeat(100)));

    assertThat(redactor.redact("a".repeat(1 << 18))).hasSizeLessThanOrEqualTo(1 << 18);
    assertThat(redactor.redact("%25".repeat(1 << 16))).startsWith("%25");
  }

  private static Request signIn() {
    String form =
        "grant_type=refresh_token&refresh_token="
            + java.net.URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
    return new Request.Builder()
        .url("https://login.example.com/token")
        .headers(Headers.EMPTY)
        .post(RequestBody.create(form.getBytes(StandardCharsets.UTF_8), null))
        .build();
  }

  private PartnerBuilder builder() {
    return builder(() -> TOKEN);
  }

  private PartnerBuilder builder(java.util.function.Supplier<String> token) {
    return server
        .builder()
        .retry(RetryOptions.none())
        .credentials(PartnerCredentials.bearer(token));
  }

  private PartnerException failure() {
    return (PartnerException) catchThrowable(() -> partner.invoices().summary().get());
  }

  private static void assertNothingShows(PartnerException e) {
    StringWriter shown = new StringWriter();
    e.printStackTrace(new PrintWriter(shown, true));
    shown.append(SupportBundle.of(e).text()).append(String.valueOf(e.call()));
    if (e instanceof PartnerServiceException refusal) shown.append(refusal.error().body());
    if (e instanceof PartnerDataException data) {
      shown.append(data.text().orElse("")).append(data.field().orElse(""));
    }
    assertNothingShows(shown.toString());
  }

  private static void assertNothingShows(String text) {
    for (Writing writing : Writing.values()) {
      String token = writing.of(TOKEN);
      assertThat(text).doesNotContain(token, token.substring(0, 16), token.replace("\\", ""));
    }
    assertThat(text).doesNotContain("hunter2");
  }
}
