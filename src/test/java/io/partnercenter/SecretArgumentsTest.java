package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.exports.ExportHandle;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.Link;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments in whose place somebody has put a secret, by mistake. */
@DisplayName("C79: a message that refuses an argument does not repeat a secret")
class SecretArgumentsTest {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";

  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  /** As Entra makes them, as vaults do, and as people do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abC8Q~hunter2.Xk81mVb7Lw_2dTg9-zzTop4Yq",
        "hunter2-opaque-token",
        "hunter2/with+signs==",
        "hunter2 with a blank, and more",
        "1.hunter2AAAABBBBCCCC",
        "1.aHVudGVyMmFhYWFhYWFhYWFhYWFhYWFh",
        "eyJhbGciOiJSUzI1NiJ9.hunter2.c2ln"
      })
  void noArgumentIsRepeated(String secret) {
    PartnerBuilder builder = server.builder();
    IPartner partner = server.partner();

    assertRefused(() -> MsalCredentials.of(PartnerCloud.GLOBAL, TENANT, secret));
    assertRefused(() -> builder.tenantId(secret));
    assertRefused(() -> LineItemQuery.oneTimeBilling(secret, BillingPeriod.PREVIOUS));
    assertRefused(() -> partner.invoices().estimates().links(secret));
    assertRefused(
        () -> partner.invoices().byId("G1").lineItems(Answers.ROWS).from(new Cursor(secret)).get());
    assertRefused(
        () ->
            IPartner.builder()
                .credentials(PartnerCredentials.bearer(() -> "token"))
                .build()
                .exports()
                .billedReconciliation("G1")
                .pickUp(new ExportHandle(secret)));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abC8Q~hunter2.Xk81", "hunter2/with+signs==", "hunter2 with a blank"})
  void aTenantOfMsalIsNotRepeated(String secret) {
    assertRefused(() -> MsalCredentials.of(PartnerCloud.GLOBAL, secret, TENANT));
  }

  @ParameterizedTest
  @DisplayName("C79: nor one in or in place of an address")
  @ValueSource(
      strings = {
        "http://user:hunter2@proxy.example/x",
        "https://hunter2@proxy.example/x",
        "https://host.example/x?token=hunter2",
        "https://host.example/x#hunter2",
        "http://host.example/hunter2",
        "http://hunter2-opaque-token/",
        "http://hunter2opaque.token1/",
        "hunter2:opaque",
        "hunter2",
        "hunter2/with+signs==",
        "ftp://user:hunter2@host.example/"
      })
  void noAddressIsRepeated(String address) {
    assertRefused(() -> IPartner.builder().baseUrl(URI.create(address)));
    assertRefused(() -> IPartner.builder().graphUrl(URI.create(address)));
  }

  @Test
  void aLinkIsNotRepeatedWithItsSecrets() {
    EstimateLink link =
        new EstimateLink(
            null,
            null,
            null,
            null,
            new Link("/elsewhere?sig=hunter2", "GET", java.util.List.of(), Map.of()),
            Map.of());

    assertRefused(() -> server.partner().invoices().estimates().lineItems(link));
  }

  @Test
  @DisplayName("C79: what is too short for a secret is quoted, on one line")
  void whatIsTooShortForASecretIsQuoted() {
    assertThat(catchThrowable(() -> LineItemQuery.oneTimeBilling("E\nO", BillingPeriod.PREVIOUS)))
        .hasMessage("a currency code has three letters, such as USD; \"E O\" has not");
    assertThat(catchThrowable(() -> IPartner.builder().tenantId("contoso.example")))
        .hasMessage("tenantId is a GUID, not a text of 15 characters");
    assertThat(catchThrowable(() -> IPartner.builder().tenantId("contoso")))
        .hasMessage("tenantId is a GUID, not \"contoso\"");
    assertThat(catchThrowable(() -> IPartner.builder().baseUrl(URI.create("http://a.example/x"))))
        .hasMessage("tokens are sent over https only, so http://a.example/… will not do");
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    StringWriter shown = new StringWriter();
    assertThat(failure).isInstanceOf(IllegalArgumentException.class);
    failure.printStackTrace(new PrintWriter(shown, true));
    assertThat(shown.toString()).doesNotContain("hunter2", "aHVudGVyMmFhYWFhYWFhYWFhYWFhYWFh");
  }
}
