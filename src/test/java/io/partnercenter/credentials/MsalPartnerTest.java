package io.partnercenter.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerCloud;
import io.partnercenter.TimedPartners;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.internal.Timing;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.Logs;
import io.partnercenter.testing.MemoryStore;
import io.partnercenter.testing.PartnerServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Partners that sign in with MSAL itself, against an Entra on loopback. */
class MsalPartnerTest {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String APP = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

  /** By MSAL's clock, which does not know that an hour has passed for the partner. */
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private final EntraServer entra = new EntraServer();
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
    entra.close();
  }

  @Test
  @DisplayName("C5: an hour and a minute between two pages cost one sign-in more, and no row")
  void aTokenThatExpiresBetweenTwoPagesIsRenewed() {
    entra.answersToken("hunter2-token-1").answersToken("hunter2-token-2", TWO_HOURS);
    for (int page = 1; page <= 5; page++) {
      String next = page == 5 ? null : "page-" + (page + 1);
      server.answersJson(200, Answers.page(2 * page - 1, 2 * page, next));
    }
    List<String> rows = new ArrayList<>();

    try (Stream<PagedResourceCollection<OneTimeInvoiceLineItem>> pages =
        server
            .partner(builder(app()))
            .invoices()
            .byId("G000024135")
            .lineItems(Answers.ROWS)
            .with(WalkOptions.defaults().prefetch(0))
            .pages()) {
      for (var walk = pages.iterator(); walk.hasNext(); ) {
        walk.next().items().forEach(row -> rows.add(row.skuName()));
        if (rows.size() == 4) server.time().pass(Duration.ofMinutes(61));
      }
    }

    assertThat(rows).isEqualTo(Answers.skuNames(1, 10));
    assertThat(server.headers("Authorization"))
        .containsExactly(
            "Bearer hunter2-token-1",
            "Bearer hunter2-token-1",
            "Bearer hunter2-token-2",
            "Bearer hunter2-token-2",
            "Bearer hunter2-token-2");
    assertThat(entra.paths()).hasSize(2);
  }

  @Test
  @DisplayName("C4: 16 threads on an expired token: one sign-in")
  void sixteenThreadsOnAnExpiredTokenSignInOnce() throws Exception {
    entra.answersToken("hunter2-token-1").answersToken("hunter2-token-2", TWO_HOURS);
    for (int call = 0; call <= 16; call++) server.answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner(builder(app()));
    partner.invoices().summary().get();
    server.time().pass(Duration.ofMinutes(61));

    List<Background<InvoiceSummary>> callers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      callers.add(Background.start(() -> partner.invoices().summary().get()));
    }
    for (Background<InvoiceSummary> caller : callers) {
      assertThat(caller.result().currencyCode()).isEqualTo("GBP");
    }

    assertThat(entra.paths()).hasSize(2);
    assertThat(server.headers("Authorization").subList(1, 17))
        .containsOnly("Bearer hunter2-token-2");
  }

  @Test
  @DisplayName("C4: a token that the service refuses costs one sign-in past MSAL's cache")
  void aRefusedTokenIsReplacedPastTheCache() {
    entra.answersToken("hunter2-token-1").answersToken("hunter2-token-2");
    server.answers(401).answersJson(200, Answers.SUMMARY);

    server.partner(builder(app())).invoices().summary().get();

    assertThat(server.headers("Authorization"))
        .containsExactly("Bearer hunter2-token-1", "Bearer hunter2-token-2");
  }

  @Test
  void partnersThatShareCredentialsShareTheAppsToken() {
    entra.answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);
    MsalCredentials app = app();

    server.partner(builder(app)).invoices().summary().get();
    server.partner(builder(app)).invoices().summary().get();

    assertThat(entra.paths()).hasSize(1);
  }

  @Test
  void aBusyTokenEndpointCostsPausesAndNothingElse() {
    entra.answers(503, "").answers(429, "").answersToken("hunter2-token-1");
    server.answersJson(200, Answers.SUMMARY);

    server.partner(builder(app())).invoices().summary().get();

    assertThat(entra.paths()).hasSize(3);
    assertThat(server.time().naps())
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void aBusyEndpointIsNoReasonForASecondDeviceCode() {
    entra.answers(
        200,
        "{\"user_code\":\"ABCD-1234\",\"device_code\":\"device-1\",\"interval\":0,"
            + "\"verification_uri\":\"https://microsoft.com/devicelogin\",\"expires_in\":900,"
            + "\"message\":\"Enter ABCD-1234.\"}");
    entra.answers(503, "").answersToken("hunter2-token-1", "hunter2-refresh-1");
    server.answersJson(200, Answers.SUMMARY);
    List<String> shown = new ArrayList<>();

    server
        .partner(builder(client().deviceCode(code -> shown.add(code.userCode()))))
        .invoices()
        .summary()
        .get();

    assertThat(shown).containsExactly("ABCD-1234");
    assertThat(server.headers("Authorization")).containsExactly("Bearer hunter2-token-1");
  }

  @Test
  void aRefusedSignInFailsAtOnceAndSaysWhatToDo() {
    entra.refuses(401, "invalid_client", "AADSTS7000222: The secret has expired.");

    PartnerAuthenticationException e = failure(app());

    assertThat(e)
        .hasMessageContaining("there is no token to be had: the sign-in was refused with")
        .hasMessageContaining("AADSTS7000222: the client secret has expired; create a new one");
    assertThat(e.attempts()).isEmpty();
    assertThat(server.requests()).isEmpty();
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void anEndpointThatIsDownIsGivenUpAfterAllAttempts() {
    for (int i = 0; i < 4; i++) entra.answers(503, "");

    assertThat(failure(app())).hasMessageContaining("login.microsoftonline.com answered 503");
    assertThat(entra.paths()).hasSize(4);
  }

  @Test
  @DisplayName("C49: no secret is in a log, an exception, or anything that is printed")
  void noSecretIsSeen() {
    MsalCredentials user =
        client().clientSecret("hunter2-secret").refreshToken(new MemoryStore("hunter2-refresh-1"));
    StringWriter seen = new StringWriter();
    entra.answersToken("hunter2-token-1", "hunter2-refresh-2");
    entra.refuses(
        400,
        "invalid_grant",
        "AADSTS700082: hunter2-refresh-2 has expired, and hunter2-secret will not do.");
    server.answersJson(200, Answers.SUMMARY).answers(401);

    try (Logs logs = new Logs()) {
      IPartner partner = server.partner(builder(user));
      seen.append(partner.invoices().summary().get() + " " + partner + user);
      catchThrowableOfType(
              PartnerAuthenticationException.class, () -> partner.invoices().summary().get())
          .printStackTrace(new PrintWriter(seen));
      seen.append(logs.text());
    }

    assertThat(server.headers("Authorization")).containsOnly("Bearer hunter2-token-1");
    assertThat(seen.toString()).contains("AADSTS700082").doesNotContain("hunter2");
  }

  private static MsalClient client() {
    return MsalCredentials.of(PartnerCloud.GLOBAL, TENANT, APP);
  }

  private static MsalCredentials app() {
    return client().clientSecret("hunter2");
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

  private PartnerAuthenticationException failure(PartnerCredentials credentials) {
    IPartner partner = server.partner(builder(credentials));
    return catchThrowableOfType(
        PartnerAuthenticationException.class, () -> partner.invoices().summary().get());
  }
}
