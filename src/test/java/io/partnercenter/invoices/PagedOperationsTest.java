package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static io.partnercenter.invoices.Paging.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a walk gets from page to page, and where it ends. */
class PagedOperationsTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void closeServer() {
    server.close();
  }

  private PagedOperations<? extends InvoiceLineItem> seek() {
    return Paging.SEEK.lines(partner);
  }

  private PagedOperations<? extends InvoiceLineItem> offset() {
    return Paging.OFFSET.lines(partner);
  }

  private void threePages(Paging paging) {
    paging.answers(server, Pages.ofOrders("1", "2"), Pages.ofOrders("3", "4"), Pages.ofOrders("5"));
  }

  @Nested
  class Verbs {
    @ParameterizedTest
    @EnumSource
    void getIsTheFirstPageAndSaysThatAnotherFollows(Paging paging) {
      threePages(paging);

      var page = paging.lines(partner).get();

      assertThat(orderIds(page)).containsExactly("1", "2");
      assertThat(page.hasNext()).isTrue();
      assertThat(page.next()).isNotNull();
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void getOfTheOnlyPageSaysThatNoneFollows() {
      server.answersJson(200, Pages.ofOrders("1").json());

      var page = seek().get();

      assertThat(page.hasNext()).isFalse();
      assertThat(page.next()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void getAsyncIsTheSamePage(Paging paging) {
      threePages(paging);

      var page = paging.lines(partner).getAsync().join();

      assertThat(orderIds(page)).containsExactly("1", "2");
      assertThat(page.hasNext()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreAllPages(Paging paging) {
      threePages(paging);

      List<List<String>> pages = paging.lines(partner).pages().map(Paging::orderIds).toList();

      assertThat(pages).containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5"));
      paging.assertAskedFor(server, 1);
      paging.assertAskedFor(server, 2);
      assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C9: a stream is all rows of all pages, in the service's order")
    void streamIsAllRows(Paging paging) {
      threePages(paging);

      List<String> rows = orderIds(paging.lines(partner).stream());

      assertThat(rows).containsExactly("1", "2", "3", "4", "5");
      assertThat(server.requests()).hasSize(3);
    }

    @Test
    @DisplayName("C9: 3 pages of 2000 are 6000 rows")
    void streamDoesNotEndAfterTheFirstTwoThousand() {
      String[] page = new String[2000];
      for (int i = 0; i < page.length; i++) page[i] = "{\"orderId\":\"" + i + "\"}";
      for (int i = 1; i <= 3; i++) {
        page[0] = "{\"orderId\":\"page " + i + "\"}";
        Pages json = Pages.of(page);
        server.answersJson(200, (i == 3 ? json : json.next("token-" + i)).json());
      }

      long rows = seek().stream().count();

      assertThat(rows).isEqualTo(6000);
    }

    @Test
    void aSecondWalkOfTheSameOperationsBeginsAnew() {
      var lines = seek();
      Paging.SEEK.answers(server, Pages.ofOrders("1"), Pages.ofOrders("2"));
      Paging.SEEK.answers(server, Pages.ofOrders("1"), Pages.ofOrders("2"));

      List<String> first = orderIds(lines.stream());
      List<String> second = orderIds(lines.stream());

      assertThat(second).isEqualTo(first).containsExactly("1", "2");
    }

    @Test
    void failAtThePageThatIsRefusedAfterTheRowsBeforeIt() {
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json()).answers(403);
      Iterator<? extends InvoiceLineItem> rows = seek().stream().iterator();

      assertThat(rows.next()).extracting(row -> Paging.orderId(row)).isEqualTo("1");
      assertThat(rows.next()).extracting(row -> Paging.orderId(row)).isEqualTo("2");
      assertThatThrownBy(rows::hasNext).isInstanceOf(PartnerServiceException.class);
    }
  }

  @Nested
  class Laziness {
    @Test
    void makesNoRequestBeforeTheTerminalOperation() {
      threePages(Paging.SEEK);

      try (Stream<String> rows = seek().stream().map(Paging::orderId).filter("3"::equals)) {
        assertThat(server.requests()).isEmpty();
        assertThat(rows.toList()).containsExactly("3");
      }
    }

    @Test
    void makesOneRequestForTheFirstRow() {
      threePages(Paging.SEEK);

      var row = oneByOne(seek()).stream().findFirst();

      assertThat(row.map(Paging::orderId)).hasValue("1");
      assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void makesTheSecondRequestOnlyForARowOfTheSecondPage(Paging paging) {
      threePages(paging);
      var lines = oneByOne(paging.lines(partner));
      Iterator<String> rows = lines.stream().map(Paging::orderId).iterator();

      assertThat(rows.next()).isEqualTo("1");
      assertThat(rows.next()).isEqualTo("2");
      assertThat(server.requests()).hasSize(1);
      assertThat(rows.next()).isEqualTo("3");
      assertThat(server.requests()).hasSize(2);
    }

    @Test
    void makesNoRequestForRowsBeyondALimit() {
      threePages(Paging.SEEK);

      List<String> rows = orderIds(oneByOne(seek()).stream().limit(2));

      assertThat(rows).containsExactly("1", "2");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void makesOneRequestForTheFirstOfThePages() {
      threePages(Paging.OFFSET);

      var page = oneByOne(offset()).pages().findFirst();

      assertThat(page).isPresent();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Nested
  class Requests {
    @Test
    void haveANewIdForEachPageAndOneCorrelationForAll() {
      threePages(Paging.SEEK);

      walk(seek());

      assertThat(server.headers("MS-RequestId")).hasSize(3).doesNotHaveDuplicates();
      assertThat(server.headers("MS-CorrelationId").stream().distinct()).hasSize(1);
    }

    @Test
    void keepTheirIdWhenAPageIsAskedForAgain() {
      server.answersJson(200, Pages.ofOrders("1").next("token-1").json());
      server.answers(503).answersJson(200, Pages.ofOrders("2").json());

      List<String> rows = orderIds(seek().stream());

      List<String> ids = server.headers("MS-RequestId");
      assertThat(rows).containsExactly("1", "2");
      assertThat(ids.get(2)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(0));
      assertThat(server.headers("MS-ContinuationToken"))
          .containsExactly(null, "token-1", "token-1");
    }

    @Test
    @DisplayName("C45: a page that breaks off is asked for again, and its rows come once")
    void forAPageThatBrokeOffDeliverItsRowsOnce() {
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
      server.answersCut(Pages.ofOrders("3", "4").json(), 40);
      server.answersJson(200, Pages.ofOrders("3", "4").json());

      List<String> rows = orderIds(seek().stream());

      assertThat(rows).containsExactly("1", "2", "3", "4");
      assertThat(server.headers("MS-ContinuationToken"))
          .containsExactly(null, "token-1", "token-1");
    }

    @Test
    @DisplayName("C5: a token that expires between pages is replaced and the walk goes on")
    void takeANewTokenWhenTheOldOneExpiresOnTheWay() {
      AtomicInteger issued = new AtomicInteger();
      IPartner renewing =
          server.partner(
              server
                  .builder()
                  .credentials(
                      request ->
                          new AccessToken(
                              "hunter2-token-" + issued.incrementAndGet(),
                              server.time().now().plus(Duration.ofHours(1)))));
      threePages(Paging.SEEK);
      var lines = oneByOne(Paging.SEEK.lines(renewing));
      Iterator<String> rows = lines.stream().map(Paging::orderId).iterator();
      rows.next();
      rows.next();

      server.time().pass(Duration.ofMinutes(61));

      assertThat(rows.next()).isEqualTo("3");
      assertThat(server.headers("Authorization"))
          .containsExactly("Bearer hunter2-token-1", "Bearer hunter2-token-2");
      assertThat(server.headers("MS-ContinuationToken")).containsExactly(null, "token-1");
    }
  }

  private static <T> PagedOperations<T> oneByOne(PagedOperations<T> pages) {
    return pages.with(WalkOptions.defaults().prefetch(0));
  }
}
