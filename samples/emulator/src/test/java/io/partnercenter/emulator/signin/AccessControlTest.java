package io.partnercenter.emulator.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.SignInClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operations with and without a user. */
class AccessControlTest {
  private static final String SUMMARY = "/v1/invoices/summary";

  private final Emulator emulator = Emulator.builder().rows(10).start();
  private final SignInClient client = new SignInClient(emulator);
  private final String modern = "/v1/invoices/" + emulator.tenant().modernInvoices().get(0).id();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void someOperationsNeedAUser() throws IOException {
    for (String target :
        List.of(
            modern,
            modern + "/documents/statement",
            modern + "/receipts/E-Tax-1/documents/statement",
            "/v1/invoices/summaries")) {
      Client.Reply reply = client.call(target, emulator.appOnlyToken());

      assertThat(reply.status()).as(target).isEqualTo(403);
      assertThat(reply.json().path("code").asText()).isEqualTo("900329");
      assertThat(client.status(target, emulator.token())).as(target).isNotEqualTo(403);
    }
  }

  @Test
  void otherOperationsNeedNoUser() throws IOException {
    for (String target :
        List.of(
            SUMMARY,
            "/v1/invoices",
            "/v1/invoices/estimates/links?currencyCode=usd",
            modern + "/lineitems?provider=onetime&invoicelineitemtype=billinglineitems",
            "/v1/invoices/unbilled/lineitems?provider=onetime&invoicelineitemtype=usagelineitems"
                + "&currencycode=usd&period=current")) {
      assertThat(client.status(target, emulator.appOnlyToken())).as(target).isEqualTo(200);
    }
  }

  @Test
  void bothKindsOfTokensAreValidAtOnceAndExpireTogether() throws IOException {
    String user = emulator.token();
    String app = emulator.appOnlyToken();

    assertThat(user).isNotEqualTo(app).isEqualTo(emulator.token());
    assertThat(client.status(SUMMARY, app)).isEqualTo(200);
    assertThat(client.status(SUMMARY, user)).isEqualTo(200);
    emulator.expireTokens();
    assertThat(client.status(SUMMARY, app)).isEqualTo(401);
    assertThat(client.status(SUMMARY, user)).isEqualTo(401);
    assertThat(emulator.appOnlyToken()).isNotEqualTo(app);
  }

  @Test
  void aUserWithoutSecondFactorIsRefused() throws IOException {
    emulator.mfa(false);

    Client.Reply reply = client.call(SUMMARY, emulator.token(), "ValidateMfa", "true");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("description").asText()).contains("Multifactor");
    assertThat(reply.headers().get("isMfaCompliant")).isEqualTo("false");
    assertThat(client.status(SUMMARY, emulator.appOnlyToken())).isEqualTo(200);
    emulator.mfa(true);
    assertThat(client.status(SUMMARY, emulator.token())).isEqualTo(200);
  }

  @Test
  void aMissingSecondFactorIsReportedWhereItIsNotEnforced() throws IOException {
    emulator.mfa(false);
    emulator.mfaEnforced(false);

    Client.Reply user = client.call(SUMMARY, emulator.token(), "ValidateMfa", "true");
    Client.Reply app = client.call(SUMMARY, emulator.appOnlyToken(), "ValidateMfa", "true");

    assertThat(user.status()).isEqualTo(200);
    assertThat(user.headers().get("isMfaCompliant")).isEqualTo("false");
    assertThat(app.headers().get("isMfaCompliant")).isEqualTo("true");
    assertThat(client.call(SUMMARY, emulator.token()).headers().get("isMfaCompliant")).isNull();
  }
}
