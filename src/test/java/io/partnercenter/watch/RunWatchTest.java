package io.partnercenter.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.errors.PartnerException;
import io.partnercenter.internal.UnreadableAnswer;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the watch over the whole run sees what it is there for; its finds here are its own. */
class RunWatchTest {
  private final Findings findings = new Findings();

  private void assertFound(String where) {
    assertThatThrownBy(findings::report)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("C49: secrets were found, 1 times")
        .hasMessageContaining("in " + where + ", during ")
        .hasMessageContaining("[a secret]")
        .hasMessageNotContaining(Secrets.MARK);
  }

  private void assertNothingFound() {
    assertThatCode(findings::report).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @DisplayName("C49: a secret is known again by its mark, in Base64 too, or by its looks")
  @ValueSource(
      strings = {
        "Authorization: Bearer hunter2-token-1",
        "HUNTER2",
        "https://x.blob.core.windows.net/y?sv=1&sig=aB%2Bc",
        "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl",
        "eyJhbGciOiJkaXIifQ.12-c2lnbmF0dXJl",
      })
  void aSecretIsKnownAgain(String text) {
    findings.search("a text", "before " + text);
    assertFound("a text");
  }

  @Test
  void aSecretIsKnownAgainWhereverItIsInBase64() {
    for (String user : new String[] {"", "a", "ab", "abc"}) {
      byte[] plain = (user + Secrets.MARK + "!").getBytes(StandardCharsets.UTF_8);
      assertThat(Secrets.before(Base64.getEncoder().encodeToString(plain))).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?sv=1&sig=…",
        "Bearer …",
        "eyJ is no token",
        "MS-CV eyJsbG8gd29ybGQhIQ.1",
        "eyJsbG8gd29ybGQhIQ.12.3"
      })
  void whatWasBlackedOutIsNoSecret(String text) {
    findings.search("a text", text);
    assertNothingFound();
  }

  @Test
  @DisplayName(
      "C49: the watch reads what is logged at the finest level, and what was thrown with it")
  void readsWhatIsLogged() {
    LogRecord line = new LogRecord(Level.FINEST, "sent {0}");
    line.setLoggerName("io.partnercenter");
    line.setParameters(new Object[] {1});
    line.setThrown(new IOException(new IOException("Bearer hunter2")));

    new WatchedLog(findings).publish(line);

    assertFound("the log of io.partnercenter");
  }

  @Test
  void hearsEveryLoggerWhateverItsLevelWas() {
    for (String name : new String[] {"io.partnercenter", "okhttp3.internal.x", "some.library"}) {
      assertThat(Logger.getLogger(name).isLoggable(Level.FINEST)).as(name).isTrue();
    }
    assertThat(Logger.getLogger("").getHandlers()).contains(RunWatch.log());
  }

  @Test
  @DisplayName("C49: the watch reads what is printed, and lets it through")
  void readsWhatIsPrinted() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream original = new PrintStream(printed, true, StandardCharsets.US_ASCII);

    new WatchedOutput("what is printed", original, findings).stream().printf("the hun%s%n", "ter2");

    assertThat(printed.toString(StandardCharsets.US_ASCII)).startsWith("the hunter2");
    assertFound("what is printed");
  }

  @Test
  @DisplayName("C49: the watch reads every exception that the SDK makes, caught or not")
  void readsEveryExceptionOfTheSdk() throws IOException {
    WatchedExceptions exceptions = new WatchedExceptions(findings);
    exceptions.begin();

    try (PartnerServer server = new PartnerServer()) {
      server.answersJson(200, "{\"balanceAmount\":\"x\"}");
      assertThat(catchThrowable(() -> server.partner().invoices().summary().get()))
          .isInstanceOf(PartnerException.class);
    }
    // Tests may say anything, in any exception.
    assertThat(new UnreadableAnswer("hunter2")).isNotNull();

    assertThat(exceptions.search()).isPositive();
    assertNothingFound();
  }

  @Test
  void knowsTestsFromWhatTheyTest() {
    assertThat(Origin.of(RunWatchTest.class.getName())).isEqualTo(Origin.TEST);
    assertThat(Origin.of(UnreadableAnswer.class.getName())).isEqualTo(Origin.SDK);
    assertThat(Origin.of("io.partnercenter.internal.Json$$Lambda/0x1")).isEqualTo(Origin.SDK);
    assertThat(Origin.of("java.lang.String")).isEqualTo(Origin.LIBRARY);
  }
}
