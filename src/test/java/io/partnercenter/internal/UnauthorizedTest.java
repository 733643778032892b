package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnauthorizedTest {
  private final PartnerServer server = new PartnerServer();
  private final List<TokenRequest> signIns = new ArrayList<>();
  private final IPartner partner = server.partner(server.builder().credentials(this::signIn));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C4: a refused token is replaced once, and the request sent again at once")
  void aRefusedTokenIsReplacedAndTheRequestSentAgainAtOnce() {
    server.answers(401).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(server.headers("Authorization"))
        .containsExactly("Bearer hunter2-token-1", "Bearer hunter2-token-2");
    assertThat(server.headers("MS-RequestId")).hasSize(2);
    assertThat(server.headers("MS-RequestId").get(1))
        .isEqualTo(server.headers("MS-RequestId").get(0));
    assertThat(signIns).extracting(TokenRequest::refused).containsExactly(false, true);
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  @DisplayName("C4: a second 401 in a row is the end, and no loop")
  void aSecondRefusalEndsTheCall() {
    server.answers(401).answers(401);

    PartnerServiceException e = refusal(partner);

    assertThat(e.statusCode()).isEqualTo(401);
    assertThat(e.attempts()).hasSize(2);
    assertThat(server.requests()).hasSize(2);
    assertThat(signIns).hasSize(2);
  }

  @Test
  void theReplayTakesNothingFromTheAttempts() {
    server.answers(401).answers(500).answers(500).answers(500).answers(500);

    PartnerServiceException e = refusal(partner);

    assertThat(e.attempts()).extracting(Attempt::status).containsExactly(401, 500, 500, 500, 500);
    assertThat(server.time().naps())
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void theReplayIsMadeEvenIfNothingElseIsTriedAgain() {
    server.answers(401).answersJson(200, Answers.SUMMARY);

    IPartner once =
        server.partner(server.builder().credentials(this::signIn).retry(RetryOptions.none()));

    assertThat(once.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @Test
  void aTokenRefusedBetweenTwoFailuresIsReplacedToo() {
    server.answers(500).answers(401).answers(503).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();

    assertThat(signIns).hasSize(2);
    assertThat(server.time().naps())
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void theNewTokenServesTheCallsThatFollow() {
    server.answers(401).answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);

    partner.invoices().summary().get();
    partner.invoices().summary().get();

    assertThat(server.headers("Authorization").get(2)).isEqualTo("Bearer hunter2-token-2");
    assertThat(signIns).hasSize(2);
  }

  @Test
  @DisplayName("C4: a token revoked at page 3 of 5 costs one sign-in and no row")
  void aTokenRevokedInTheMiddleOfAWalkCostsNoRow() {
    for (int page = 1; page <= 5; page++) {
      if (page == 3) server.answers(401);
      server.answersJson(200, page(page));
    }

    assertThat(skuNames()).isEqualTo(Answers.skuNames(1, 10));
    assertThat(server.requests()).hasSize(6);
    assertThat(signIns).hasSize(2);
  }

  @Test
  @DisplayName(
      "C5: a token that expires between two pages is renewed; the walk goes on where it was")
  void aTokenThatExpiresBetweenTwoPagesIsRenewed() {
    for (int page = 1; page <= 5; page++) server.answersJson(200, page(page));
    List<String> rows = new ArrayList<>();

    try (Stream<PagedResourceCollection<OneTimeInvoiceLineItem>> pages =
        partner
            .invoices()
            .byId("G000024135")
            .lineItems(Answers.ROWS)
            .with(WalkOptions.defaults().prefetch(0))
            .pages()) {
      for (Iterator<PagedResourceCollection<OneTimeInvoiceLineItem>> walk = pages.iterator();
          walk.hasNext(); ) {
        walk.next().items().forEach(row -> rows.add(row.skuName()));
        if (rows.size() == 8) server.time().pass(Duration.ofMinutes(61));
      }
    }

    assertThat(rows).isEqualTo(Answers.skuNames(1, 10));
    assertThat(server.headers("Authorization").subList(3, 5))
        .containsExactly("Bearer hunter2-token-1", "Bearer hunter2-token-2");
    assertThat(server.headers("MS-ContinuationToken"))
        .containsExactly(null, "page-2", "page-3", "page-4", "page-5");
  }

  /** Two rows of ten. */
  private static String page(int number) {
    String next = number == 5 ? null : "page-" + (number + 1);
    return Answers.page(2 * number - 1, 2 * number, next);
  }

  private List<String> skuNames() {
    try (Stream<OneTimeInvoiceLineItem> rows =
        partner.invoices().byId("G000024135").lineItems(Answers.ROWS).stream()) {
      return rows.map(OneTimeInvoiceLineItem::skuName).toList();
    }
  }

  /** {@link PartnerCredentials}: tokens that live for an hour. */
  private AccessToken signIn(TokenRequest request) {
    signIns.add(request);
    return new AccessToken(
        "hunter2-token-" + signIns.size(), server.time().now().plus(Duration.ofHours(1)));
  }

  private static PartnerServiceException refusal(IPartner partner) {
    return catchThrowableOfType(
        PartnerServiceException.class, () -> partner.invoices().summary().get());
  }
}
