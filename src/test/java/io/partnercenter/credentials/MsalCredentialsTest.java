package io.partnercenter.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.PartnerCloud;
import io.partnercenter.internal.Json;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MsalCredentialsTest {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String APP = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  private static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";
  private static final String GRAPH = "https://graph.microsoft.com";
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().commonName("partner").rsa2048().build();

  @TempDir Path folder;

  private final EntraServer entra = new EntraServer();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void anAppSignsInWithItsSecret() throws Exception {
    entra.answersToken("hunter2-token-1");

    AccessToken token = app().token(request(PARTNER_CENTER));

    assertThat(token.value()).isEqualTo("hunter2-token-1");
    assertThat(token.expiresAt())
        .isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(3600));
    assertThat(form())
        .containsEntry("grant_type", "client_credentials")
        .containsEntry("client_id", APP)
        .containsEntry("client_secret", "hunter2");
    assertThat(entra.audiences()).containsExactly(PARTNER_CENTER);
  }

  @ParameterizedTest
  @EnumSource
  void nothingButTheTokenEndpointIsAsked(PartnerCloud cloud) throws Exception {
    entra.answersToken("hunter2-token-1");

    MsalCredentials.of(cloud, "contoso.onmicrosoft.com", APP)
        .clientSecret("hunter2")
        .token(request(cloud.tokenResource()));

    assertThat(entra.paths()).containsExactly("/contoso.onmicrosoft.com/oauth2/v2.0/token");
    assertThat(entra.audiences()).containsExactly(cloud.tokenResource());
  }

  @Test
  void anAppSignsInWithItsCertificate() throws Exception {
    entra.answersToken("hunter2-token-1");

    client()
        .certificate(CERTIFICATE.keyPair().getPrivate(), CERTIFICATE.certificate())
        .token(request(PARTNER_CENTER));

    assertThat(form())
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .doesNotContainKey("client_secret");
    assertThat(assertion().path("iss").asText()).isEqualTo(APP);
    assertThat(assertion().path("aud").asText()).contains(TENANT);
  }

  @Test
  void aCertificateComesFromAFileToo() throws Exception {
    entra.answersToken("hunter2-token-1");

    client()
        .certificate(pkcs12("changeit"), "changeit".toCharArray())
        .token(request(PARTNER_CENTER));

    assertThat(assertion().path("iss").asText()).isEqualTo(APP);
  }

  @Test
  void aPasswordThatDoesNotOpenTheFileIsNotRepeated() throws Exception {
    Path file = pkcs12("changeit");

    assertThatThrownBy(() -> client().certificate(file, "hunter2".toCharArray()))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void keysThatEntraDoesNotTakeAreRefusedAtOnce() {
    HeldCertificate elliptic = new HeldCertificate.Builder().ecdsa256().build();

    assertThatThrownBy(
            () -> client().certificate(elliptic.keyPair().getPrivate(), elliptic.certificate()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RSA");
  }

  @Test
  void oneSetOfCredentialsServesSeveralAudiences() throws Exception {
    entra.answersToken("for-partner-center").answersToken("for-graph");
    MsalCredentials app = app();

    assertThat(app.token(request(PARTNER_CENTER)).value()).isEqualTo("for-partner-center");
    assertThat(app.token(request(GRAPH)).value()).isEqualTo("for-graph");
    assertThat(app.token(request(PARTNER_CENTER)).value()).isEqualTo("for-partner-center");
    assertThat(entra.audiences()).containsExactly(PARTNER_CENTER, GRAPH);
  }

  @Test
  @DisplayName("C4: a token that was refused does not come back out of MSAL's cache")
  void aRefusedTokenIsNotTakenFromTheCache() throws Exception {
    entra.answersToken("hunter2-token-1").answersToken("hunter2-token-2");
    MsalCredentials app = app();

    assertThat(app.token(request(PARTNER_CENTER)).value()).isEqualTo("hunter2-token-1");
    assertThat(app.token(refused(PARTNER_CENTER)).value()).isEqualTo("hunter2-token-2");
    assertThat(app.token(request(PARTNER_CENTER)).value()).isEqualTo("hunter2-token-2");
  }

  @Test
  void aUsersRefreshTokenIsRedeemed() throws Exception {
    entra.answersToken("hunter2-token-1", "hunter2-refresh-1");
    MemoryStore store = new MemoryStore("hunter2-refresh-1");

    assertThat(app().refreshToken(store).token(request(PARTNER_CENTER)).value())
        .isEqualTo("hunter2-token-1");

    assertThat(form())
        .containsEntry("grant_type", "refresh_token")
        .containsEntry("refresh_token", "hunter2-refresh-1")
        .containsEntry("client_secret", "hunter2");
    assertThat(entra.audiences()).containsExactly(PARTNER_CENTER);
    assertThat(store.written()).isEmpty();
  }

  @Test
  void aRefreshTokenThatRotatesIsStoredBeforeTheAccessTokenIsUsed() throws Exception {
    entra
        .answersToken("hunter2-token-1", "hunter2-refresh-2")
        .answersToken("hunter2-token-2", "hunter2-refresh-3");
    MemoryStore store = new MemoryStore("hunter2-refresh-1");
    MsalCredentials user = app().refreshToken(store);

    user.token(request(PARTNER_CENTER));
    assertThat(store.written()).containsExactly("hunter2-refresh-2");

    user.token(request(GRAPH));
    assertThat(store.written()).containsExactly("hunter2-refresh-2", "hunter2-refresh-3");
    assertThat(entra.forms())
        .extracting(form -> form.get("refresh_token"))
        .containsExactly("hunter2-refresh-1", "hunter2-refresh-2");
  }

  @Test
  void aSignInWhoseNewRefreshTokenCannotBeStoredIsNotUsed() {
    entra.answersToken("hunter2-token-1", "hunter2-refresh-2");
    IOException full = new IOException("the vault is full");
    RefreshTokenStore store =
        new RefreshTokenStore() {
          @Override
          public String read() {
            return "hunter2-refresh-1";
          }

          @Override
          public void write(String refreshToken) throws IOException {
            throw full;
          }
        };

    assertThatThrownBy(() -> app().refreshToken(store).token(request(PARTNER_CENTER)))
        .isSameAs(full);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aStoreWithoutARefreshTokenIsNamedAsTheTrouble(String nothing) {
    MsalCredentials user = app().refreshToken(new MemoryStore(nothing));

    assertThatThrownBy(() -> user.token(request(PARTNER_CENTER)))
        .isInstanceOf(SignInException.class)
        .hasMessageContaining("no refresh token in the store");
    assertThat(entra.paths()).isEmpty();
  }

  @Test
  void aPersonSignsInWithADeviceCode() throws Exception {
    entra.answers(200, deviceCode()).refuses(400, "authorization_pending", "AADSTS70016: Wait.");
    entra.answersToken("hunter2-token-1", "hunter2-refresh-1");
    List<DeviceCode> shown = new ArrayList<>();

    AccessToken token = client().deviceCode(shown::add).token(request(PARTNER_CENTER));

    assertThat(token.value()).isEqualTo("hunter2-token-1");
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).userCode()).isEqualTo("ABCD-1234");
    assertThat(shown.get(0).verificationUri()).hasToString("https://microsoft.com/devicelogin");
    assertThat(shown.get(0).expiresIn()).isEqualTo(Duration.ofMinutes(15));
    assertThat(entra.paths().get(0)).isEqualTo("/" + TENANT + "/oauth2/v2.0/devicecode");
    assertThat(entra.forms().get(2)).containsEntry("device_code", "device-1");
  }

  @Test
  void aPersonIsAskedOnceAsLongAsTheRefreshTokenIsGood() throws Exception {
    entra.answers(200, deviceCode()).answersToken("hunter2-token-1", "hunter2-refresh-1");
    entra.answersToken("hunter2-token-2", "hunter2-refresh-2");
    List<DeviceCode> shown = new ArrayList<>();
    MsalCredentials person = client().deviceCode(shown::add);

    person.token(request(PARTNER_CENTER));
    assertThat(person.token(request(GRAPH)).value()).isEqualTo("hunter2-token-2");

    assertThat(shown).hasSize(1);
    assertThat(entra.forms().get(2)).containsEntry("refresh_token", "hunter2-refresh-1");
  }

  @Test
  void aPersonIsAskedAgainWhenEntraWantsToSeeThem() throws Exception {
    entra.refuses(400, "invalid_grant", "AADSTS700082: The refresh token has expired.");
    entra.answers(200, deviceCode()).answersToken("hunter2-token-1", "hunter2-refresh-2");
    List<DeviceCode> shown = new ArrayList<>();
    MemoryStore store = new MemoryStore("hunter2-refresh-1");

    client().deviceCode(shown::add).refreshToken(store).token(request(PARTNER_CENTER));

    assertThat(shown).hasSize(1);
    assertThat(store.written()).containsExactly("hunter2-refresh-2");
  }

  @ParameterizedTest
  @DisplayName("a refusal names its code and says what to do")
  @CsvSource({
    "401, invalid_client, AADSTS7000222, client secret has expired; create a new one",
    "401, invalid_client, AADSTS7000215, 'the secret''s value'",
    "400, unauthorized_client, AADSTS700016, tenant does not know the app",
    "400, invalid_grant, AADSTS65001, consent is missing",
    "400, invalid_grant, AADSTS700082, 'sign in again, with multi-factor'",
    "400, invalid_grant, AADSTS50076, multi-factor authentication is missing",
    "400, invalid_grant, AADSTS99999999, refresh token is not accepted",
    "400, invalid_request, AADSTS90002, there is no such tenant",
    "400, server_says_no, AADSTS99999999, check tenant id",
  })
  void aRefusalSaysWhatToDo(int status, String error, String code, String remedy) {
    entra.refuses(status, error, code + ": So it is.");

    SignInException e = failure(app().refreshToken(new MemoryStore("hunter2-refresh-1")));

    assertThat(e).hasMessageContaining(code + ": ").hasMessageContaining(remedy);
    assertThat(e.code()).contains(code);
    assertThat(e.needsPerson()).isEqualTo(error.equals("invalid_grant"));
    assertThat(entra.paths()).hasSize(1);
  }

  @Test
  @DisplayName("C49: a refusal that repeats the secret is not repeated")
  void aRefusalThatRepeatsTheSecretIsNotRepeated() {
    entra.refuses(401, "invalid_client", "AADSTS7000215: Not hunter2, nor hunter2-refresh-1.");

    SignInException e = failure(app().refreshToken(new MemoryStore("hunter2-refresh-1")));

    assertThat(e.getMessage()).contains("Not …, nor ….").doesNotContain("hunter2");
    assertThat(e).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aBusyEndpointIsNamed(int status) {
    entra.answers(status, "{}");

    assertThat(failure(app())).hasMessageContaining("login.microsoftonline.com answered " + status);
  }

  @ParameterizedTest
  @DisplayName("an answer of somebody else's, such as a proxy's page, is named and not repeated")
  @CsvSource({
    "200, <html>hunter2",
    "200, '{\"access_token\":\"hunter2'",
    "403, hunter2",
    "200, ''"
  })
  void anAnswerThatIsNotTheTokenEndpointsIsNamed(int status, String body) {
    entra.answers(status, body);

    assertThat(failure(app()))
        .hasMessageContaining("login.microsoftonline.com answered " + status + " without JSON")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  @DisplayName("C24: one person's busy endpoint is not remembered for all others")
  void aBusyEndpointIsNotRemembered() throws Exception {
    entra
        .answers(503, "{}")
        .answers(200, deviceCode())
        .answersToken("hunter2-token-1", "hunter2-refresh-1");
    MsalCredentials person = client().deviceCode(code -> {});

    assertThat(failure(person)).hasMessageContaining("503");
    assertThat(person.token(request(PARTNER_CENTER)).value()).isEqualTo("hunter2-token-1");
  }

  @Test
  @DisplayName("C49: credentials print as app and tenant")
  void credentialsPrintNoSecret() {
    MsalCredentials user = app().refreshToken(new MemoryStore("hunter2-refresh-1"));

    assertThat(app() + " " + user)
        .contains(TENANT, APP, "app-only", "app+user")
        .doesNotContain("hunter2", "hunter2-refresh-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a b", "https://login.microsoftonline.com/x"})
  void aTenantThatIsNoneIsRefused(String tenant) {
    assertThatThrownBy(() -> MsalCredentials.of(PartnerCloud.GLOBAL, tenant, APP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MsalClient client() {
    return MsalCredentials.of(PartnerCloud.GLOBAL, TENANT, APP);
  }

  private static MsalCredentials app() {
    return client().clientSecret("hunter2");
  }

  private TokenRequest request(String resource) {
    return new TokenRequest(resource, false, entra.transport());
  }

  private TokenRequest refused(String resource) {
    return new TokenRequest(resource, true, entra.transport());
  }

  private SignInException failure(MsalCredentials credentials) {
    return catchThrowableOfType(
        SignInException.class, () -> credentials.token(request(PARTNER_CENTER)));
  }

  private Map<String, String> form() {
    return entra.forms().get(0);
  }

  private JsonNode assertion() throws IOException {
    String[] parts = form().getOrDefault("client_assertion", "").split("\\.", -1);
    return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
  }

  /** Asked for again at once, for a test does not wait. */
  private static String deviceCode() {
    return "{\"user_code\":\"ABCD-1234\",\"device_code\":\"device-1\",\"interval\":0,"
        + "\"verification_uri\":\"https://microsoft.com/devicelogin\",\"expires_in\":900,"
        + "\"message\":\"Enter ABCD-1234 at https://microsoft.com/devicelogin.\"}";
  }

  private Path pkcs12(String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "partner",
        CERTIFICATE.keyPair().getPrivate(),
        password.toCharArray(),
        new Certificate[] {CERTIFICATE.certificate()});
    Path file = folder.resolve("partner.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }
}
