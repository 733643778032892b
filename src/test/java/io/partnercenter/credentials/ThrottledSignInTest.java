package io.partnercenter.credentials;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerCloud;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.internal.Timing;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.Logs;
import io.partnercenter.testing.MemoryStore;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins that the token endpoint throttles or refuses for a while. */
@DisplayName("C62: a throttled sign-in says how long, and nobody signs in meanwhile")
class ThrottledSignInTest {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String OTHER_TENANT = "99999999-2222-3333-4444-555555555555";
  private static final String APP = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  private static final Duration DRAWN = ofMillis(250);

  private final EntraServer entra = new EntraServer();
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
    entra.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void theExceptionSaysHowLong(int status) {
    throttles(status, "900");

    PartnerAuthenticationException e = failure(partner(app()));

    assertThat(e.retryAfter()).contains(ofMinutes(15));
    assertThat(e)
        .hasMessageContaining("login.microsoftonline.com answered " + status)
        .hasMessageContaining("to be tried again after 900 s");
    assertThat(entra.paths()).hasSize(1);
  }

  @Test
  @DisplayName("C62: the next sign-in of the partner makes no request until the time is over")
  void theNextSignInMakesNoRequest() {
    throttles(429, "900");
    IPartner partner = partner(app());
    failure(partner);
    server.time().pass(ofMinutes(5));

    PartnerAuthenticationException e = failure(partner);

    assertThat(e.retryAfter()).contains(ofMinutes(10));
    assertThat(e).hasMessageContaining("not sent").hasMessageContaining("after 600 s");
    assertThat(entra.paths()).hasSize(1);
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void signInsGoOnWhenTheTimeIsOver() {
    throttles(429, "900");
    IPartner partner = partner(app());
    failure(partner);
    entra.answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);

    server.time().pass(ofMinutes(15));
    partner.invoices().summary().get();

    assertThat(entra.paths()).hasSize(2);
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  @DisplayName("C62: a pause that is short enough is waited for by the next sign-in")
  void aShortPauseIsWaitedFor() {
    throttles(429, "57");
    IPartner partner = server.partner(builder(app()).retry(RetryOptions.none()));
    assertThat(failure(partner).retryAfter()).contains(ofSeconds(57));
    entra.answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofSeconds(57).plus(DRAWN));
  }

  @Test
  void aSignInThatIsRepeatedWaitsOnce() {
    throttles(429, "57").answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);

    partner(app()).invoices().summary().get();

    assertThat(server.time().naps()).containsExactly(ofSeconds(57).plus(DRAWN));
  }

  @Test
  void aDateIsObeyedToo() {
    entra
        .http()
        .answers(
            new MockResponse.Builder()
                .code(429)
                .setHeader("Date", "Sun, 01 Mar 2026 12:00:00 GMT")
                .setHeader("Retry-After", "Sunday, 01-Mar-26 12:15:00 GMT")
                .body("{}")
                .build());

    assertThat(failure(partner(app())).retryAfter()).contains(ofMinutes(15));
  }

  @Test
  void aRetryAfterThatCannotBeReadMeansWait() {
    throttles(429, "soon");
    IPartner partner = server.partner(builder(app()).retry(RetryOptions.none()));

    PartnerAuthenticationException e = failure(partner);

    assertThat(e.retryAfter()).contains(ofSeconds(30));
    assertThat(e).hasMessageContaining("its Retry-After \"soon\" cannot be read");
  }

  @Test
  @DisplayName("C62: credentials of one's own that use the partner's transport rest like MSAL's")
  void credentialsOfOnesOwnRestToo() {
    throttles(429, "900");
    IPartner partner = partner(ofOnesOwn());

    PartnerAuthenticationException first = failure(partner);
    PartnerAuthenticationException second = failure(partner);

    assertThat(first.retryAfter()).contains(ofMinutes(15));
    assertThat(first).hasMessageContaining("to be tried again after 900 s");
    assertThat(second.retryAfter()).contains(ofMinutes(15));
    assertThat(second).hasMessageContaining("not sent");
    assertThat(entra.paths()).hasSize(1);
  }

  @Test
  void credentialsThatHideTheirCauseRestToo() {
    throttles(429, "900");
    PartnerCredentials hiding =
        request -> {
          try {
            return ofOnesOwn().token(request);
          } catch (IOException e) {
            throw new IllegalStateException("no luck");
          }
        };
    IPartner partner = partner(hiding);

    assertThat(failure(partner).retryAfter()).contains(ofMinutes(15));
    assertThat(failure(partner).retryAfter()).contains(ofMinutes(15));
    assertThat(entra.paths()).hasSize(1);
  }

  @Test
  @DisplayName("C62: the partner of another tenant does not rest")
  void thePartnerOfAnotherTenantDoesNotRest() {
    throttles(429, "900").answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);
    failure(partner(app()));

    partner(client(OTHER_TENANT).clientSecret("hunter2")).invoices().summary().get();

    assertThat(entra.paths())
        .containsExactly(
            "/" + TENANT + "/oauth2/v2.0/token", "/" + OTHER_TENANT + "/oauth2/v2.0/token");
  }

  @Test
  void aTokenInHandIsUsedOnWhileItsRenewalRests() {
    entra.answersToken("hunter2-token-1", ofMinutes(4)); // Briefly enough for MSAL not to keep it.
    throttles(429, "900");
    for (int call = 0; call < 5; call++) server.answersJson(200, Answers.SUMMARY);
    RetryOptions retry = RetryOptions.none().longestRetryAfter(ofSeconds(1));
    IPartner partner = server.partner(builder(app()).retry(retry));
    partner.invoices().summary().get();

    try (Logs logs = new Logs()) {
      server.time().pass(ofSeconds(121));
      for (int call = 0; call < 4; call++) {
        partner.invoices().summary().get();
        server.time().pass(ofSeconds(11));
      }
      assertThat(logs.ofTheSdk())
          .filteredOn(line -> line.getLevel().intValue() >= 900)
          .as("warnings")
          .hasSizeLessThanOrEqualTo(1);
    }

    assertThat(entra.paths()).hasSize(2);
  }

  @Test
  void whoRunsOutOfTimeInARestLearnsOfIt() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Timing fake = server.time().timing();
    Timing stuck =
        new Timing(
            fake.clock(), fake.nanoTime(), (pause, closed) -> Background.await(gate), fake.dice());
    throttles(429, "57");
    IPartner partner =
        server.partner(
            TimedPartners.builder(stuck)
                .baseUrl(server.baseUrl())
                .transport(entra.transport())
                .credentials(app()));
    Background<InvoiceSummary> patient = Background.start(() -> partner.invoices().summary().get());
    Background.awaitInside(Background.class, "await", 1);

    PartnerTransportException e =
        catchThrowableOfType(
            PartnerTransportException.class,
            () ->
                partner
                    .with(io.partnercenter.RequestOptions.defaults().deadline(ofMillis(50)))
                    .invoices()
                    .summary()
                    .get());
    entra.answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);
    gate.countDown();
    patient.result();

    assertThat(e)
        .hasMessageContaining("signing in took more than 50 ms")
        .hasMessageContaining("the token endpoint has asked for a pause of 57 s");
  }

  @ParameterizedTest
  @DisplayName("C62: a refusal that says it is temporary is repeated")
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"error\":\"temporarily_unavailable\",\"error_description\":\"Later.\"}",
        "400 | {\"error\":\"invalid_grant\",\"error_description\":\"AADSTS90033: Later.\"}",
        "401 | {\"error\":\"x\",\"error_description\":\"No.\",\"error_codes\":[90033]}",
        "400 | {\"error\":\"server_error\",\"error_description\":\"AADSTS90024: Later.\"}",
      })
  void aTemporaryRefusalIsRepeated(int status, String refusal) {
    entra.answers(status, refusal).answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);

    partner(app()).invoices().summary().get();

    assertThat(entra.paths()).hasSize(2);
    assertThat(server.time().naps()).containsExactly(DRAWN);
  }

  @Test
  void aTemporaryRefusalThatLastsSaysSo() {
    for (int i = 0; i < 4; i++) {
      entra.refuses(400, "temporarily_unavailable", "AADSTS90033: The service is unavailable.");
    }

    PartnerAuthenticationException e = failure(partner(app()));

    assertThat(e)
        .hasMessageContaining("AADSTS90033")
        .hasMessageContaining("try again later")
        .hasMessageNotContaining("refresh token");
    assertThat(entra.paths()).hasSize(4);
  }

  @Test
  void refusalsThatAreNotTemporaryAreNotRepeated() {
    entra.refuses(400, "invalid_request", "AADSTS900331: temporarily_unavailable is no word here.");

    failure(partner(app()));

    assertThat(entra.paths()).hasSize(1);
  }

  @Test
  @DisplayName("C62: one person's throttling is not remembered for all programs of this process")
  void msalDoesNotRememberIt() throws Exception {
    entra
        .http()
        .answers(
            PartnerServer.json(400, "{\"error\":\"temporarily_unavailable\"}")
                .setHeader("Retry-After", "3600")
                .build());
    entra.answersToken("hunter2-token-1", "hunter2-refresh-1");
    // MSAL remembers for the whole process which refresh tokens take a person: no other test has
    // this.
    MsalCredentials person =
        client(TENANT)
            .deviceCode(code -> {})
            .refreshToken(new MemoryStore("hunter2-refresh-alone"));
    TokenRequest request =
        new TokenRequest("https://api.partnercenter.microsoft.com", false, entra.transport());

    SignInException e = catchThrowableOfType(SignInException.class, () -> person.token(request));
    assertThat(e.retryAfter()).contains(ofHours(1));

    assertThat(person.token(request).value()).isEqualTo("hunter2-token-1");
  }

  @ParameterizedTest
  @DisplayName("C62: an app alone is not told about refresh tokens")
  @ValueSource(strings = {"AADSTS50196", "AADSTS99999999", "AADSTS700082"})
  void anAppAloneIsNotToldAboutRefreshTokens(String code) {
    entra.refuses(400, "invalid_grant", code + ": So it is.");

    PartnerAuthenticationException e = failure(partner(app()));

    assertThat(e).hasMessageContaining(code).hasMessageNotContaining("refresh token");
    assertThat(needsPerson(e)).isFalse();
  }

  @Test
  void aClientInALoopIsToldToKeepItsPartner() {
    entra.refuses(400, "invalid_grant", "AADSTS50196: The server terminated an operation.");

    PartnerAuthenticationException e =
        failure(partner(app().refreshToken(new MemoryStore("hunter2-refresh-1"))));

    assertThat(e)
        .hasMessageContaining("AADSTS50196: the app signs in too often")
        .hasMessageNotContaining("refresh token");
    assertThat(needsPerson(e)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("C62: an answer without access_token says so")
  @ValueSource(
      strings = {
        "{\"token_type\":\"Bearer\",\"expires_in\":3599}",
        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":null}",
        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"\"}",
        "{}",
      })
  void anAnswerWithoutAccessTokenSaysSo(String body) {
    entra.answers(200, body).answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner = partner(app());

    PartnerAuthenticationException e = failure(partner);

    assertThat(e)
        .hasMessageContaining("the token endpoint answered without an access_token")
        .hasCauseInstanceOf(SignInException.class);
    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @Test
  void aTokenWithoutALifetimeIsUsed() {
    entra.answers(200, "{\"token_type\":\"Bearer\",\"access_token\":\"hunter2-token-1\"}");
    server.answersJson(200, Answers.SUMMARY);

    partner(app()).invoices().summary().get();

    assertThat(server.headers("Authorization")).containsExactly("Bearer hunter2-token-1");
  }

  private static boolean needsPerson(PartnerAuthenticationException e) {
    return e.getCause() instanceof SignInException cause && cause.needsPerson();
  }

  private EntraServer throttles(int status, String retryAfter) {
    entra
        .http()
        .answers(PartnerServer.json(status, "{}").setHeader("Retry-After", retryAfter).build());
    return entra;
  }

  private static MsalClient client(String tenant) {
    return MsalCredentials.of(PartnerCloud.GLOBAL, tenant, APP);
  }

  private static MsalCredentials app() {
    return client(TENANT).clientSecret("hunter2");
  }

  private static PartnerCredentials ofOnesOwn() {
    Request request =
        new Request.Builder()
            .url("https://login.example.com/token")
            .post(RequestBody.create("grant_type=client_credentials", null))
            .build();
    return asked -> {
      try (Response response = asked.transport().send(request)) {
        throw new IOException("status " + response.code());
      }
    };
  }

  private IPartner partner(PartnerCredentials credentials) {
    return server.partner(builder(credentials));
  }

  /** MSAL dates tokens by the machine's clock; so this partner's begins there. */
  private PartnerBuilder builder(PartnerCredentials credentials) {
    Timing fake = server.time().timing();
    Instant start = Instant.now();
    Timing timing =
        new Timing(
            () -> start.plus(Duration.between(FakeTime.BEGINNING, fake.clock().instant())),
            fake.nanoTime(),
            fake.sleeper(),
            fake.dice());
    return TimedPartners.builder(timing)
        .baseUrl(server.baseUrl())
        .transport(entra.transport())
        .credentials(credentials);
  }

  private static PartnerAuthenticationException failure(IPartner partner) {
    return catchThrowableOfType(
        PartnerAuthenticationException.class, () -> partner.invoices().summary().get());
  }
}
