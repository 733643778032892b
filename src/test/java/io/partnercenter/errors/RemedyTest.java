package io.partnercenter.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Jwt;
import io.partnercenter.testing.PartnerServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C7: an app-only token where a user is needed: the message names the required flow")
  void anAppAloneIsToldToSignInWithAUser() {
    refuses(403, "900329");

    PartnerServiceException e = refusal(partner(Map.of("idtyp", "app")));

    assertThat(e)
        .hasMessageContaining("sign in as app and user")
        .hasMessageContaining("the token sent was app-only");
    assertThat(e.remedy()).isPresent();
  }

  @ParameterizedTest
  @DisplayName("C7: a refusal says what to do about it")
  @CsvSource({
    "401, 900420, not of graph.windows.net",
    "403, 900124, Microsoft Partner Agreement",
    "403, 900149, programme membership is not active",
    "403, 800039, reseller programme is not active",
    "403, 900150, Admin agent",
    "403, 900308, Admin agent",
    "403, 900309, Conditional Access",
    "403, 2032, the partner's own tenant",
  })
  void aRefusalSaysWhatToDo(int status, String code, String remedy) {
    refuses(status, code);
    if (status == 401) refuses(status, code);

    assertThat(refusal(partner(Map.of("scp", "user_impersonation"))))
        .hasMessageContaining(remedy)
        .hasMessageContaining("the token sent was app+user");
  }

  @ParameterizedTest
  @CsvSource({
    "idtyp, app, app-only",
    "idtyp, user, app+user",
    "scp, user_impersonation, app+user",
    "appidacr, 1, app-only",
    "azpacr, 2, app-only",
  })
  void theKindOfTheTokenIsRead(String claim, String value, String kind) {
    refuses(403, "7");

    assertThat(refusal(partner(Map.of(claim, value))).remedy())
        .contains("the token sent was " + kind);
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    refuses(403, "7");

    assertThat(refusal(partner(Map.of("appidacr", "0"))).remedy()).isEmpty();
  }

  @Test
  void otherRefusalsAreNotExplained() {
    refuses(400, "2032");

    assertThat(refusal(partner(Map.of("idtyp", "app"))).remedy()).isEmpty();
  }

  @Test
  @DisplayName("C7: a refusal for want of multi-factor authentication says so")
  void missingMultiFactorAuthenticationIsNamed() {
    server.answers(
        PartnerServer.json(403, "{\"code\":\"7\"}").addHeader("isMfaCompliant", "false").build());

    PartnerServiceException e = refusal(partner(Map.of()));

    assertThat(e).hasMessageContaining("without multi-factor authentication");
    assertThat(e.call().mfaCompliant()).isFalse();
  }

  @Test
  void theServiceIsAskedAboutMultiFactorAuthenticationOnRequestOnly() {
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner();

    partner.invoices().summary().get();
    partner.with(RequestOptions.defaults().validateMfa(true)).invoices().summary().get();

    assertThat(server.headers("ValidateMfa")).containsExactly(null, "true");
  }

  private void refuses(int status, String code) {
    server.answersJson(status, "{\"code\":\"" + code + "\",\"description\":\"No.\"}");
  }

  private IPartner partner(Map<String, ?> claims) {
    String token = Jwt.of(claims);
    return server.partner(server.builder().credentials(PartnerCredentials.bearer(() -> token)));
  }

  private static PartnerServiceException refusal(IPartner partner) {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().byId("G000024135").get());
  }
}
