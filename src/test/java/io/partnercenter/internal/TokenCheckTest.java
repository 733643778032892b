package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.SignInException;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.Jwt;
import io.partnercenter.testing.PartnerServer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {
  private static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final Instant NOW = FakeTime.BEGINNING;

  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C6: a token for graph.windows.net is refused before any request, with the fix")
  void aTokenForAzureAdGraphIsRefusedBeforeAnyRequest() {
    String token = Jwt.of(Map.of("aud", "https://graph.windows.net", "secret", "hunter2"));
    IPartner partner =
        server.partner(server.builder().credentials(PartnerCredentials.bearer(() -> token)));

    PartnerAuthenticationException e =
        catchThrowableOfType(
            PartnerAuthenticationException.class, () -> partner.invoices().summary().get());

    assertThat(e)
        .hasMessageContaining(
            "the token is for https://graph.windows.net, which Partner Center has refused since"
                + " August 2025; ask for the scope"
                + " https://api.partnercenter.microsoft.com/.default")
        .hasCauseInstanceOf(SignInException.class);
    assertThat(e.getMessage()).doesNotContain(token);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("C6: audiences that are known to be another's are refused")
  @CsvSource({
    "GLOBAL, https://graph.windows.net/, refused since August 2025",
    "CHINA, https://graph.chinacloudapi.cn, refused since August 2025",
    "GLOBAL, https://graph.microsoft.com, which is Microsoft Graph;",
    "GLOBAL, HTTPS://Graph.Microsoft.com/, which is Microsoft Graph;",
    "GLOBAL, https://partner.partnercenterapi.microsoftonline.cn, Partner Center of another cloud",
    "CHINA, https://api.partnercenter.microsoft.com, Partner Center of another cloud",
  })
  void anAudienceOfAnotherIsRefused(PartnerCloud cloud, String audience, String problem) {
    assertThat(problem(cloud, Map.of("aud", audience)))
        .contains(problem)
        .endsWith("ask for the scope " + cloud.tokenResource() + "/.default");
  }

  @Test
  void partnerCentersTokenIsRefusedWhereGraphsIsWanted() {
    TokenCheck graph = new TokenCheck(PartnerCloud.GLOBAL, "https://graph.microsoft.com", null);

    assertThat(graph.problem(token(Map.of("aud", PARTNER_CENTER)), NOW))
        .contains(
            "which is Partner Center; ask for the scope https://graph.microsoft.com/.default");
    assertThat(graph.problem(token(Map.of("aud", "https://graph.microsoft.com/")), NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "GLOBAL, https://login.partner.microsoftonline.cn/t/v2.0",
    "GLOBAL, https://sts.chinacloudapi.cn/t/",
    "GLOBAL, https://login.microsoftonline.us/t/v2.0",
    "US_GOVERNMENT, https://login.microsoftonline.com/t/v2.0",
    "CHINA, https://sts.windows.net/t/",
  })
  void anIssuerOfAnotherCloudIsRefused(PartnerCloud cloud, String issuer) {
    assertThat(problem(cloud, Map.of("iss", issuer)))
        .contains("another cloud's")
        .contains("sign in at " + cloud.authority());
  }

  @ParameterizedTest
  @DisplayName("what is not known to be wrong is let through")
  @CsvSource({
    "aud, https://api.partnercenter.microsoft.com",
    "aud, https://api.partnercenter.microsoft.com/",
    "aud, fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd",
    "aud, https://gateway.example.com",
    "iss, https://sts.windows.net/t/",
    "iss, https://login.microsoftonline.com/t/v2.0",
    "iss, https://issuer.example.com/",
    "iss, 'not an address'",
    "tid, 99999999-2222-3333-4444-555555555555",
  })
  void whatIsNotKnownToBeWrongPasses(String claim, String value) {
    assertThat(problem(PartnerCloud.GLOBAL, Map.of(claim, value))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b.c", "eyJhbGciOiJub25lIn0.bm90IGpzb24.x", "..", "a.MQ.c"})
  void whatIsNoJwtPasses(String token) {
    TokenCheck check = new TokenCheck(PartnerCloud.GLOBAL, PARTNER_CENTER, TENANT);

    assertThat(check.problem(new AccessToken(token, null), NOW)).isNull();
  }

  @Test
  void aTokenThatHasExpiredByThePartnersClockIsRefused() {
    assertThat(problem(PartnerCloud.GLOBAL, Map.of("exp", NOW.getEpochSecond())))
        .contains("expired at " + NOW)
        .contains("set the clock");
    assertThat(problem(PartnerCloud.GLOBAL, Map.of("exp", NOW.getEpochSecond() + 1))).isNull();
  }

  @Test
  @DisplayName("C24: a token of another tenant is refused, if the partner has one")
  void aTokenOfAnotherTenantIsRefused() {
    String other = Jwt.of(Map.of("tid", "99999999-2222-3333-4444-555555555555"));
    IPartner partner =
        server.partner(
            server.builder().tenantId(TENANT).credentials(PartnerCredentials.bearer(() -> other)));

    assertThatThrownBy(() -> partner.invoices().summary().get())
        .isInstanceOf(PartnerAuthenticationException.class)
        .hasMessageContaining("is of the tenant 99999999-2222-3333-4444-555555555555")
        .hasMessageContaining("this partner is the tenant " + TENANT);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTokenOfThePartnersTenantIsSent() {
    String own = Jwt.of(Map.of("tid", TENANT.toUpperCase(java.util.Locale.ROOT)));
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner =
        server.partner(
            server.builder().tenantId(TENANT).credentials(PartnerCredentials.bearer(() -> own)));

    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "contoso.onmicrosoft.com", "11111111-2222"})
  void aTenantIsNamedByItsGuid(String tenant) {
    assertThatThrownBy(() -> IPartner.builder().tenantId(tenant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tenantId is a GUID");
  }

  private static @Nullable String problem(PartnerCloud cloud, Map<String, ?> claims) {
    return new TokenCheck(cloud, cloud.tokenResource(), null).problem(token(claims), NOW);
  }

  private static AccessToken token(Map<String, ?> claims) {
    return AccessToken.of(Jwt.of(claims));
  }
}
