package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static io.partnercenter.invoices.Paging.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages without rows, and answers without pages. */
class EmptyPagesTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C11: an empty page in the middle is not the end")
  void inTheMiddleAreNotTheEnd(Paging paging) {
    paging.answers(server, Pages.ofOrders("1", "2"), Pages.of(), Pages.ofOrders("3", "4"));

    List<String> rows = orderIds(paging.lines(partner).stream());

    assertThat(rows).containsExactly("1", "2", "3", "4");
  }

  @ParameterizedTest
  @EnumSource
  void atTheEndAddNothing(Paging paging) {
    paging.answers(server, Pages.ofOrders("1", "2"), Pages.of());

    List<String> rows = orderIds(paging.lines(partner).stream());

    assertThat(rows).containsExactly("1", "2");
  }

  @ParameterizedTest
  @EnumSource
  void inARowAreNoRepetition(Paging paging) {
    paging.answers(server, Pages.of(), Pages.of(), Pages.of(), Pages.ofOrders("1"));

    List<String> rows = orderIds(paging.lines(partner).stream());

    assertThat(rows).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  @DisplayName("C18: an answer without a body is a collection without rows")
  void areWhatAnAnswerWithoutABodyIs(int status) {
    server.answers(new MockResponse.Builder().code(status).build());

    PagedResourceCollection<Invoice> page = partner.invoices().query(InvoiceQuery.all()).get();

    assertThat(page.items()).isEmpty();
    assertThat(page.hasNext()).isFalse();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"items\":null}",
        "{\"items\":[]}",
        "{\"totalCount\":0}",
        "{\"items\":[],\"links\":null,\"continuationToken\":null,\"attributes\":null}"
      })
  @DisplayName("C18: null, no items or items of null are a collection without rows")
  void areWhatJsonWithoutItemsIs(String body) {
    server.answersJson(200, body);

    List<Invoice> rows = partner.invoices().query(InvoiceQuery.all()).stream().toList();

    assertThat(rows).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  @DisplayName("C18: an answer without a body is not the end where a page was to follow")
  void areNotWhatAnAnswerWithoutABodyIsBehindALink(int status) {
    for (Paging paging : Paging.values()) {
      server.answersJson(200, paging.link(Pages.ofOrders("1", "2"), 1).json());
      server.answers(new MockResponse.Builder().code(status).build());
      server.answersJson(200, Pages.ofOrders("3").json());

      List<String> rows = orderIds(unhurried(paging).stream());

      assertThat(rows).as("%s", paging).containsExactly("1", "2", "3");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C18: null is not the end where a page was to follow")
  void areNotWhatNullIsBehindALink(Paging paging) {
    server.answersJson(200, paging.link(Pages.ofOrders("1", "2"), 1).json());
    server.answersJson(200, " null\n").answersJson(200, Pages.ofOrders("3").json());

    List<String> rows = orderIds(unhurried(paging).stream());

    assertThat(rows).containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  @DisplayName("C9: where it stays without a body, the walk fails and does not end")
  void areAFailureWhereNoneFollows(int status) {
    server.answersJson(200, Pages.ofOrders("1").next("token-1").json());
    for (int i = 0; i < 4; i++) server.answers(new MockResponse.Builder().code(status).build());

    assertThatThrownBy(() -> walk(Paging.SEEK.lines(partner)))
        .isInstanceOf(PartnerTransportException.class)
        .hasMessageContaining("the body ends too soon");
  }

  /** Nothing is fetched ahead, so that answers go where they are meant to. */
  private PagedOperations<? extends InvoiceLineItem> unhurried(Paging paging) {
    return paging.lines(partner).with(WalkOptions.defaults().prefetch(0));
  }

  @Test
  void areAskedForAgainWhereTheyAreNotReady() {
    server.answers(new MockResponse.Builder().code(204).setHeader("Retry-After", "20").build());
    server.answersJson(200, Pages.ofOrders("1").json());

    List<String> rows = orderIds(Paging.SEEK.lines(partner).stream());

    assertThat(rows).containsExactly("1");
    assertThat(server.time().naps())
        .singleElement()
        .satisfies(nap -> assertThat(nap).isBetween(seconds(20), seconds(21)));
  }

  @Test
  void areAFailureAndNotTheEndWhereTheyAreNeverReady() {
    MockResponse notReady =
        new MockResponse.Builder().code(204).setHeader("Retry-After", "20").build();
    server.answersJson(200, Pages.ofOrders("1").next("token-1").json());
    for (int i = 0; i < 4; i++) server.answers(notReady);

    assertThatThrownBy(() -> walk(Paging.SEEK.lines(partner)))
        .isInstanceOfSatisfying(
            PartnerServiceException.class,
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(204);
              assertThat(refused.retryAfter()).hasValue(seconds(20));
              assertThat(refused.attempts()).hasSize(4);
            });
  }

  private Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
