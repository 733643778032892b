package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Logs;
import io.partnercenter.testing.PartnerServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogTest {
  private final PartnerServer server = new PartnerServer();
  private final Logs logs = new Logs();

  @AfterEach
  void close() {
    server.close();
    logs.close();
  }

  @Test
  void anAttemptIsOneLineForWhoWantsToSeeIt() {
    server.answers(500).answersJson(200, Answers.SUMMARY);

    server.partner().invoices().summary().get();

    List<LogRecord> lines = logs.ofTheSdk();
    assertThat(lines).extracting(LogRecord::getLevel).containsExactly(Level.FINE, Level.FINE);
    assertThat(lines)
        .extracting(LogRecord::getMessage)
        .allMatch(line -> line.endsWith(server.headers("MS-RequestId").get(0) + ")"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("GET /v1/invoices/summary attempt 1: 500 in "),
            line -> assertThat(line).startsWith("GET /v1/invoices/summary attempt 2: 200 in "));
  }

  @Test
  void whatIsThrownIsNotLoggedAsAWarningToo() {
    server.answers(404);

    assertThat(catchThrowable(() -> server.partner().invoices().summary().get())).isNotNull();

    assertThat(logs.ofTheSdk()).extracting(LogRecord::getLevel).containsOnly(Level.FINE);
  }

  @Test
  void aListenerThatFailsIsLoggedAsAWarning() {
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner =
        server.partner(
            server
                .builder()
                .listener(
                    new PartnerListener() {
                      @Override
                      public void onCall(CallEvent event) {
                        throw new IllegalStateException("metrics are down");
                      }
                    }));

    partner.invoices().summary().get();

    assertThat(logs.ofTheSdk())
        .filteredOn(line -> line.getLevel().equals(Level.WARNING))
        .singleElement()
        .satisfies(line -> assertThat(line.getThrown()).hasMessage("metrics are down"));
  }

  @Test
  @DisplayName("C49: neither the log nor any failure holds a token, however a call goes")
  void noTokenIsLoggedHoweverACallGoes() {
    String secret = "eyJhbGciOiJub25lIn0.aHVudGVyMg.c2lnbmF0dXJl";
    String echo =
        "{\"code\":\"7\",\"description\":\"token " + secret + " is bad, Bearer " + secret + "\"}";
    PartnerCredentials credentials = request -> new AccessToken(secret, null);
    IPartner partner = server.partner(server.builder().credentials(credentials));
    StringWriter failures = new StringWriter();

    server.answersJson(200, Answers.SUMMARY);
    partner.invoices().summary().get();
    server.answersJson(401, echo).answersJson(401, echo);
    fail(partner, failures);
    server.answersJson(403, echo);
    fail(partner, failures);
    server.answersJson(200, "{\"balanceAmount\":\"" + secret + "\"}");
    fail(partner, failures);
    server.answersJson(200, secret);
    fail(partner, failures);
    server.answersCut(Answers.SUMMARY, 5).answersJson(400, "<html>Bearer " + secret + "</html>");
    fail(partner, failures);

    assertThat(server.headers("Authorization")).hasSize(8).containsOnly("Bearer " + secret);
    assertThat(logs.text()).contains("attempt 1").doesNotContain("aHVudGVyMg");
    assertThat(failures.toString()).contains("403 FORBIDDEN").doesNotContain("aHVudGVyMg");
  }

  private static void fail(IPartner partner, StringWriter failures) {
    Throwable failure = catchThrowable(() -> partner.invoices().summary().get());
    failure.printStackTrace(new PrintWriter(failures));
  }
}
