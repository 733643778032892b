package io.partnercenter.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Jwt;
import io.partnercenter.testing.PartnerServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals that say what can be done, although the service does not. */
@DisplayName("C65: a refusal says how to go on")
class RefusalHelpTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C65: a refusal of Microsoft Graph names the permission and where to consent")
  void aRefusalOfGraphNamesThePermission() {
    PartnerServiceException e = refusedByGraph(403, "hunter2-opaque-token");

    assertThat(e.getMessage())
        .contains("PartnerBilling.Read.All")
        .contains("API permissions")
        .contains("Microsoft Entra admin center")
        .contains("grant admin consent");
    assertThat(e.remedy()).hasValueSatisfying(help -> assertThat(e.getMessage()).contains(help));
  }

  @Test
  void anAppNeedsTheApplicationPermission() {
    assertThat(refusedByGraph(403, Jwt.of(Map.of("idtyp", "app"))))
        .hasMessageContaining("add the application permission PartnerBilling.Read.All")
        .hasMessageContaining("the token sent was app-only");
  }

  @Test
  void aUserNeedsTheDelegatedPermission() {
    assertThat(refusedByGraph(403, Jwt.of(Map.of("scp", "User.Read"))))
        .hasMessageContaining("add the delegated permission PartnerBilling.Read.All");
  }

  @Test
  @DisplayName("C65: a token that has the permission is not accused of lacking it")
  void aTokenThatHasThePermissionIsNotAccused() {
    for (String token :
        List.of(
            Jwt.of(Map.of("roles", List.of("User.Read.All", "PartnerBilling.Read.All"))),
            Jwt.of(Map.of("scp", "User.Read PartnerBilling.Read.All")))) {
      assertThat(refusedByGraph(403, token))
          .hasMessageContaining("the token has PartnerBilling.Read.All")
          .hasMessageContaining("the partner's own tenant")
          .hasMessageNotContaining("API permissions");
    }
  }

  @Test
  void otherRefusalsOfGraphDoNotNameIt() {
    assertThat(refusedByGraph(400, "hunter2-opaque-token"))
        .hasMessageNotContaining("PartnerBilling.Read.All");
  }

  @Test
  void refusalsOfPartnerCenterDoNotNameIt() {
    server.answersJson(403, "{\"code\":\"7\",\"description\":\"no\"}");

    assertThat(refusal()).hasMessageNotContaining("PartnerBilling.Read.All");
  }

  @Test
  void refusalsOfStorageDoNotNameIt() {
    try (ExportServer graph = new ExportServer().rows(1, 2)) {
      graph.requestsPerSignature = 0;

      assertThat(catchThrowable(() -> ExportServer.read(graph.partner(), 1)))
          .isInstanceOf(PartnerServiceException.class)
          .hasMessageNotContaining("PartnerBilling.Read.All");
    }
  }

  @ParameterizedTest
  @DisplayName("C65: a redirect says where to, and that none is followed")
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void aRedirectSaysWhereTo(int status) {
    redirects(status, "https://login.proxy.example/portal");

    PartnerServiceException e = refusal();

    assertThat(e.remedy())
        .contains(
            "redirects are not followed, and this one leads to https://login.proxy.example/portal;"
                + " check the base URL, and whether a proxy wants a sign-in");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("C65: a redirect says host and path only, and no secret")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example/x?token=hunter2#hunter2 | https://a.example/x",
        "https://user:hunter2@a.example:8443/x | https://a.example:8443/x",
        "//a.example/x | http://a.example/x",
        "https://a.example/sig=hunter2/y | https://a.example/sig=…",
        "https://a.example/eyJhbGciOiJSUzI1NiJ9.hunter2.c2ln/y | https://a.example/…/y",
        "https://a.example/to/hunter2-token-1/y | https://a.example/to/…/y",
        "https://a.example/a%0d%0ab | https://a.example/a%0d%0ab",
        "https://bücher.example/x | https://xn--bcher-kva.example/x",
      })
  void aRedirectSaysHostAndPathOnly(String location, String said) {
    redirects(302, location);

    assertThat(refusal().getMessage())
        .contains("leads to " + said + ";")
        .doesNotContain("hunter2", "?");
  }

  @Test
  void aRedirectWithinTheServiceNamesItsWholeAddress() {
    redirects(301, "/v2/invoices?size=1");

    assertThat(refusal())
        .hasMessageContaining("leads to " + server.baseUrl() + "v2/invoices; check the base URL");
  }

  @Test
  void aLongAddressIsCut() {
    redirects(301, "https://a.example/" + "x".repeat(4_000));

    assertThat(refusal().getMessage()).contains("https://a.example/xx").hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "ftp://a.example/x", "https://", "http://[", ""})
  void aRedirectToNoAddressSaysSo(String location) {
    redirects(302, location);

    assertThat(refusal())
        .hasMessageContaining("redirects are not followed, and this one names no address");
  }

  @Test
  void aRedirectWithoutLocationSaysSo() {
    server.answers(302);

    assertThat(refusal())
        .hasMessageContaining("redirects are not followed, and this one names no address");
  }

  @Test
  void whatIsNoRedirectIsNotCalledOne() {
    server.answers(304);

    assertThat(refusal()).hasMessageNotContaining("redirect");
  }

  @Test
  void aRedirectInPlaceOfADocumentSaysSoToo(@TempDir Path folder) {
    redirects(302, "https://a.example/x");

    assertThat(
            catchThrowable(
                () ->
                    server
                        .partner()
                        .invoices()
                        .byId("G1")
                        .statement()
                        .downloadTo(folder.resolve("G1.pdf"))))
        .hasMessageContaining("leads to https://a.example/x;");
  }

  @Test
  @DisplayName("C65: a token endpoint that redirects says where to")
  void aTokenEndpointThatRedirectsSaysWhereTo() {
    try (EntraServer entra = new EntraServer()) {
      entra
          .http()
          .answers(
              new MockResponse.Builder()
                  .code(302)
                  .setHeader("Location", "https://portal.example/login?x=hunter2")
                  .build());
      PartnerCredentials app =
          MsalCredentials.of(
                  PartnerCloud.GLOBAL,
                  "11111111-2222-3333-4444-555555555555",
                  "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
              .clientSecret("hunter2");
      IPartner partner =
          server.partner(server.builder().transport(entra.transport()).credentials(app));

      assertThat(catchThrowable(() -> partner.invoices().summary().get()))
          .hasMessageContaining("login.microsoftonline.com answered 302")
          .hasMessageContaining("leads to https://portal.example/login;");
    }
  }

  private static PartnerServiceException refusedByGraph(int status, String token) {
    try (ExportServer graph = new ExportServer()) {
      graph.instead =
          request ->
              PartnerServer.json(
                      status, "{\"error\":{\"code\":\"UnknownError\",\"message\":\"Forbidden\"}}")
                  .build();
      IPartner partner =
          graph.partner(graph.builder().credentials(PartnerCredentials.bearer(() -> token)));
      return catchThrowableOfType(
          PartnerServiceException.class,
          () -> partner.exports().billedReconciliation("G1").start());
    }
  }

  private void redirects(int status, String location) {
    Headers headers =
        new Headers.Builder()
            .add("Content-Length", "0")
            .addUnsafeNonAscii("Location", location)
            .build();
    server.answers(new MockResponse.Builder().code(status).headers(headers).build());
  }

  private PartnerServiceException refusal() {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> server.partner().invoices().summary().get());
  }
}
