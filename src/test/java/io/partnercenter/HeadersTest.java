package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every request says about itself, and what a scope of one's own changes. */
class HeadersTest {
  private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyRequestSaysWhoAsksAndWhatFor() {
    server.answersJson(200, Answers.SUMMARY);

    server.partner().invoices().summary().get();

    Headers headers = server.request().getHeaders();
    assertThat(server.request().getMethod()).isEqualTo("GET");
    assertThat(headers.get("Authorization")).isEqualTo("Bearer hunter2-token-1");
    assertThat(headers.get("Accept")).isEqualTo("application/json");
    assertThat(headers.get("MS-RequestId")).matches(GUID);
    assertThat(headers.get("MS-CorrelationId")).matches(GUID);
    assertThat(headers.get("MS-CV")).matches("[A-Za-z0-9+/]{22}\\.0");
    assertThat(headers.get("X-Locale")).isEqualTo("en-US");
    assertThat(headers.get("MS-PartnerCenter-Client")).isEqualTo("partnercenter-sdk");
    assertThat(headers.get("MS-SdkVersion")).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(headers.get("User-Agent"))
        .matches("partnercenter-sdk/\\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+\\)");
    assertThat(headers.get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void aRequestIdIsUsedUpByOneCallWithAllItsAttempts() {
    server.answers(500).answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);
    IPartner noted = server.partner().with(RequestOptions.defaults().requestId("noted"));

    noted.invoices().summary().get();
    noted.invoices().summary().get();

    assertThat(server.headers("MS-RequestId").subList(0, 2)).containsOnly("noted");
    assertThat(server.headers("MS-RequestId").get(2)).matches(GUID);
  }

  @Test
  void moreHeadersAreSentInTheirScopeAndNowhereElse() {
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner();
    IPartner behindGateway = partner.with(RequestOptions.defaults().header("X-Gateway", "west"));

    behindGateway.with(RequestOptions.defaults().locale("de-DE")).invoices().summary().get();
    partner.invoices().summary().get();

    assertThat(server.headers("X-Gateway")).containsExactly("west", null);
  }

  @Test
  void noRequestSaysMore() {
    server.answersJson(200, Answers.SUMMARY);

    server.partner().invoices().summary().get();

    assertThat(server.request().getHeaders().names())
        .containsExactlyInAnyOrder(
            "Accept",
            "Accept-Encoding",
            "Authorization",
            "Connection",
            "Host",
            "MS-CV",
            "MS-CorrelationId",
            "MS-PartnerCenter-Client",
            "MS-RequestId",
            "MS-SdkVersion",
            "User-Agent",
            "X-Locale");
  }

  @Test
  void everyPageAndEveryAttemptSaysTheSame() {
    server
        .answers(500)
        .answersJson(200, Answers.page(1, 2, "t"))
        .answersJson(200, Answers.page(3, 4, null));

    List<Integer> sizes =
        server
            .partner()
            .invoices()
            .byId("G1")
            .lineItems(Answers.ROWS)
            .pages()
            .map(page -> page.items().size())
            .toList();

    assertThat(sizes).containsExactly(2, 2);
    for (String name : List.of("MS-CorrelationId", "X-Locale", "User-Agent", "Authorization")) {
      assertThat(server.headers(name)).hasSize(3).doesNotContainNull();
      assertThat(server.headers(name).stream().distinct()).hasSize(1);
    }
    List<String> ids = server.headers("MS-RequestId");
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
  }

  @Test
  void theApplicationIsNamedIfItHasAName() {
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner(server.builder().applicationName("contoso-ledger/2.3"));

    partner.invoices().summary().get();

    assertThat(server.headers("MS-PartnerCenter-Application"))
        .containsExactly("contoso-ledger/2.3");
  }

  @Test
  void callsOfOneScopeShareItsCorrelationId() {
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner();

    partner.invoices().summary().get();
    partner.invoices().summary().get();

    assertThat(server.headers("MS-CorrelationId").stream().distinct()).hasSize(1);
    assertThat(server.headers("MS-RequestId")).doesNotHaveDuplicates();
  }

  @Test
  void aScopeHasItsOwnIdsAndKeepsTheRest() {
    for (int i = 0; i < 3; i++) server.answersJson(200, Answers.SUMMARY);
    IPartner partner =
        server.partner(server.builder().locale("de-DE").applicationName("contoso-ledger"));

    partner.invoices().summary().get();
    partner.with(RequestOptions.defaults()).invoices().summary().get();
    partner.invoices().summary().get();

    List<String> ids = server.headers("MS-CorrelationId");
    assertThat(ids.get(1)).isNotEqualTo(ids.get(0)).matches(GUID);
    assertThat(ids.get(2)).isEqualTo(ids.get(0));
    List<String> vectors = server.headers("MS-CV");
    assertThat(vectors.get(1)).endsWith(".0").isNotEqualTo(vectors.get(0));
    assertThat(vectors.get(2)).isEqualTo(vectors.get(0).replace(".0", ".1"));
    assertThat(server.headers("X-Locale")).containsOnly("de-DE");
    assertThat(server.headers("MS-PartnerCenter-Application")).containsOnly("contoso-ledger");
  }

  @Test
  void aScopeChangesWhatItIsToldToChange() {
    for (int i = 0; i < 3; i++) server.answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner();
    IPartner scope =
        partner.with(RequestOptions.defaults().correlationId("night-job-7").locale("ja-JP"));

    scope.invoices().summary().get();
    scope.with(RequestOptions.defaults().locale("fr-FR")).invoices().summary().get();
    partner.invoices().summary().get();

    assertThat(server.headers("X-Locale")).containsExactly("ja-JP", "fr-FR", "en-US");
    assertThat(server.headers("MS-CorrelationId").get(0)).isEqualTo("night-job-7");
    assertThat(server.headers("MS-CorrelationId").subList(1, 3)).doesNotContain("night-job-7");
  }

  @Test
  void aScopeHasItsOwnRetriesAndTheRestKeepsTheirs() {
    server.answers(500).answers(500).answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner();
    IPartner once = partner.with(RequestOptions.defaults().retry(RetryOptions.none()));

    assertThatThrownBy(() -> once.invoices().summary().get())
        .isInstanceOf(PartnerServiceException.class);
    partner.invoices().summary().get();

    assertThat(server.requests()).hasSize(3);
  }

  @Test
  @DisplayName("C22: a scope has its own deadline")
  void aScopeHasItsOwnDeadline() {
    server.answers(500);
    IPartner hurried =
        server.partner().with(RequestOptions.defaults().deadline(Duration.ofMillis(100)));

    assertThatThrownBy(() -> hurried.invoices().summary().get())
        .isInstanceOf(PartnerServiceException.class);

    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  @DisplayName("C22: a scope has its own time-out for an attempt")
  void aScopeHasItsOwnTimeout() {
    server.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    RequestOptions hurried =
        RequestOptions.defaults().timeout(Duration.ofMillis(100)).retry(RetryOptions.none());

    assertThatThrownBy(() -> server.partner().with(hurried).invoices().summary().get())
        .isInstanceOf(PartnerTransportException.class)
        .hasMessageContaining("ran out of time");
  }
}
