package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SupportBundleTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static String bundle(IPartner partner) {
    PartnerException failure =
        catchThrowableOfType(
            PartnerException.class, () -> partner.invoices().byId("G0000241").get());
    return SupportBundle.of(failure).text();
  }

  @Test
  void saysWhatSupportAsksFor() {
    MockResponse refusal =
        PartnerServer.json(403, "{\"code\":\"900329\",\"description\":\"Not for apps\"}")
            .addHeader("Date", "Sun, 01 Mar 2026 02:00:00 GMT")
            .addHeader("MS-CV", "vector.1")
            .build();
    server.answers(500).answers(refusal);

    String text = bundle(server.partner());

    assertThat(text.lines())
        .contains(
            "Kind: PartnerServiceException, status 403, code 900329",
            "Operation: invoices.get (GET /v1/invoices/G0000241)",
            "Request id: " + server.headers("MS-RequestId").get(0),
            "Correlation id: " + server.headers("MS-CorrelationId").get(0),
            "Service's time: 2026-03-01T02:00:00Z")
        .anyMatch(line -> line.matches("Attempt 1: 500 in \\d+ ms, then 250 ms pause, vector .+"))
        .anyMatch(line -> line.matches("Attempt 2: 403 in \\d+ ms, vector vector\\.1"))
        .anyMatch(line -> line.matches("SDK: partnercenter-sdk \\d.*, OkHttp \\d.*"))
        .anyMatch(line -> line.startsWith("Java: "));
  }

  @Test
  void saysWhyThereWasNoAnswer() {
    IPartner partner =
        server.partner(
            server
                .builder()
                .retryBudget(0)
                .transport(
                    request -> {
                      throw new IOException("reset\nby peer");
                    }));

    assertThat(bundle(partner).lines())
        .contains(
            "Kind: PartnerTransportException, ANSWER",
            "Not tried again, for too many calls of this partner have failed",
            "Cause: java.io.IOException: reset by peer");
  }

  @Test
  void ofCausesThatGoRoundInACircleTwentyAreTold() {
    IOException one = new IOException("one");
    one.initCause(new IOException("other", one));
    IPartner partner =
        server.partner(
            server
                .builder()
                .retryBudget(0)
                .transport(
                    request -> {
                      throw one;
                    }));

    assertThat(bundle(partner).lines().filter(line -> line.startsWith("Cause: "))).hasSize(20);
  }

  @Test
  @DisplayName("C49: no secret is in it, though the failure was about one")
  void holdsNoSecret() {
    IPartner partner =
        server.partner(
            server
                .builder()
                .credentials(PartnerCredentials.bearer(() -> "hunter2"))
                .transport(
                    request -> {
                      throw new IOException("sent " + request.header("Authorization"));
                    }));

    assertThat(bundle(partner)).contains("sent Bearer …").doesNotContain("hunter2");
  }
}
