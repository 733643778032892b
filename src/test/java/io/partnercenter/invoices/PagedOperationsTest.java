package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static io.partnercenter.invoices.Paging.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

      var row = seek().stream().findFirst();

      assertThat(row.map(Paging::orderId)).hasValue("1");
      assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void makesTheSecondRequestOnlyForARowOfTheSecondPage(Paging paging) {
      threePages(paging);
      Iterator<String> rows = paging.lines(partner).stream().map(Paging::orderId).iterator();

      assertThat(rows.next()).isEqualTo("1");
      assertThat(rows.next()).isEqualTo("2");
      assertThat(server.requests()).hasSize(1);
      assertThat(rows.next()).isEqualTo("3");
      assertThat(server.requests()).hasSize(2);
    }

    @Test
    void makesNoRequestForRowsBeyondALimit() {
      threePages(Paging.SEEK);

      List<String> rows = orderIds(seek().stream().limit(2));

      assertThat(rows).containsExactly("1", "2");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void makesOneRequestForTheFirstOfThePages() {
      threePages(Paging.OFFSET);

      var page = offset().pages().findFirst();

      assertThat(page).isPresent();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Nested
  class Names {
    @Test
    void ofRequestsAreNewForEachPageOfTheSameCorrelation() {
      threePages(Paging.SEEK);

      walk(seek());

      assertThat(server.headers("MS-RequestId")).hasSize(3).doesNotHaveDuplicates();
      assertThat(server.headers("MS-CorrelationId").stream().distinct()).hasSize(1);
    }

    @Test
    void ofRequestsStayTheSameWhenAPageIsAskedForAgain() {
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
    void ofRowsComeOnceFromAPageThatBrokeOff() {
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
    void ofTheCallerMayChangeOnTheWay() {
      AtomicInteger issued = new AtomicInteger();
      IPartner renewing =
          server.partner(
              server
                  .builder()
                  .credentials(
                      request ->
                          new AccessToken(
                              "token-" + issued.incrementAndGet(),
                              server.time().now().plus(Duration.ofHours(1)))));
      threePages(Paging.SEEK);
      Iterator<String> rows = Paging.SEEK.lines(renewing).stream().map(Paging::orderId).iterator();
      rows.next();
      rows.next();

      server.time().pass(Duration.ofMinutes(61));

      assertThat(rows.next()).isEqualTo("3");
      assertThat(server.headers("Authorization"))
          .containsExactly("Bearer token-1", "Bearer token-2");
      assertThat(server.headers("MS-ContinuationToken")).containsExactly(null, "token-1");
    }
  }

  @Nested
  class Emptiness {
    @ParameterizedTest
    @EnumSource
    @DisplayName("C11: an empty page in the middle is not the end")
    void inTheMiddleIsNotTheEnd(Paging paging) {
      paging.answers(server, Pages.ofOrders("1", "2"), Pages.of(), Pages.ofOrders("3", "4"));

      List<String> rows = orderIds(paging.lines(partner).stream());

      assertThat(rows).containsExactly("1", "2", "3", "4");
    }

    @ParameterizedTest
    @EnumSource
    void atTheEndAddsNothing(Paging paging) {
      paging.answers(server, Pages.ofOrders("1", "2"), Pages.of());

      List<String> rows = orderIds(paging.lines(partner).stream());

      assertThat(rows).containsExactly("1", "2");
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralPagesInARowIsNoRepetition(Paging paging) {
      paging.answers(server, Pages.of(), Pages.of(), Pages.of(), Pages.ofOrders("1"));

      List<String> rows = orderIds(paging.lines(partner).stream());

      assertThat(rows).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    @DisplayName("C18: an answer without a body is a collection without rows")
    void ofTheBodyIsAnEmptyCollection(int status) {
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
    void ofTheJsonIsAnEmptyCollection(String body) {
      server.answersJson(200, body);

      List<Invoice> rows = partner.invoices().query(InvoiceQuery.all()).stream().toList();

      assertThat(rows).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void ofAPageThatIsNotReadyIsAskedForAgain() {
      server.answers(new MockResponse.Builder().code(204).setHeader("Retry-After", "20").build());
      server.answersJson(200, Pages.ofOrders("1").json());

      List<String> rows = orderIds(seek().stream());

      assertThat(rows).containsExactly("1");
      assertThat(server.time().naps())
          .singleElement()
          .satisfies(nap -> assertThat(nap).isBetween(seconds(20), seconds(21)));
    }

    @Test
    void ofAPageThatIsNeverReadyIsAFailureAndNotTheEnd() {
      MockResponse notReady =
          new MockResponse.Builder().code(204).setHeader("Retry-After", "20").build();
      server.answersJson(200, Pages.ofOrders("1").next("token-1").json());
      for (int i = 0; i < 4; i++) server.answers(notReady);

      assertThatThrownBy(() -> walk(seek()))
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

  @Nested
  class ContinuationToken {
    private List<String> continuationTokensAfter(String page) {
      server.answersJson(200, page).answersJson(200, Pages.ofOrders("2").json());
      walk(seek());
      return server.headers("MS-ContinuationToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MS-ContinuationToken", "ms-continuationtoken", "MS-CONTINUATIONTOKEN"})
    void isAmongTheHeadersOfTheNextLinkWhateverTheCase(String key) {
      Pages page =
          Pages.ofOrders("1")
              .nextLink("/x", Pages.header("X-Locale", "en"), Pages.header(key, "AbC,dEf/+=="));

      assertThat(continuationTokensAfter(page.json())).containsExactly(null, "AbC,dEf/+==");
    }

    @Test
    void ofTheNextLinkGoesBeforeThatOfThePage() {
      Pages page = Pages.ofOrders("1").next("of the link").with("continuationToken", "\"other\"");

      assertThat(continuationTokensAfter(page.json())).containsExactly(null, "of the link");
    }

    @Test
    void isThatOfThePageWhereTheNextLinkHasNone() {
      Pages page = Pages.ofOrders("1").nextLink("/x").with("continuationToken", "\"AQAAAA==\"");

      assertThat(continuationTokensAfter(page.json())).containsExactly(null, "AQAAAA==");
    }

    @Test
    void isThatOfThePageWhereThatOfTheNextLinkIsBlank() {
      Pages page = Pages.ofOrders("1").next(" ").with("continuationToken", "\"AQAAAA==\"");

      assertThat(continuationTokensAfter(page.json())).containsExactly(null, "AQAAAA==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"links\":null,"})
    void isThatOfThePageWhereThereAreNoLinks(String links) {
      String page =
          "{\"items\":[{\"orderId\":\"1\"}]," + links + "\"continuationToken\":\"AQAAAA==\"}";

      assertThat(continuationTokensAfter(page)).containsExactly(null, "AQAAAA==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"self\":{\"uri\":\"/x\",\"method\":\"GET\"}", "\"next\":null"})
    void ofThePageIsNotFollowedWhereTheLinksHaveNoNext(String links) {
      server.answersJson(
          200, Pages.ofOrders("1").links(links).with("continuationToken", "\"AQAAAA==\"").json());

      List<String> rows = orderIds(seek().stream());

      assertThat(rows).containsExactly("1");
      assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void thatIsBlankIsTheEnd(String token) {
      server.answersJson(
          200, Pages.ofOrders("1").nextLink("/x").with("continuationToken", token).json());

      List<String> rows = orderIds(seek().stream());

      assertThat(rows).containsExactly("1");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void isNothingForPagesThatHaveOffsets() {
      server.answersJson(
          200, Pages.ofOrders("1", "2").links("").with("continuationToken", "\"AQAAAA==\"").json());

      List<String> rows = orderIds(offset().stream());

      assertThat(rows).containsExactly("1", "2");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Nested
  class Offset {
    private List<String> offsetsAfter(Pages first) {
      server.answersJson(200, first.json()).answersJson(200, Pages.ofOrders("9").json());
      walk(offset());
      return server.targets().stream()
          .map(target -> HttpUrl.get("http://localhost" + target).queryParameter("offset"))
          .toList();
    }

    @Test
    void isThatOfTheNextLinkEvenIfThePageWasCutShort() {
      assertThat(offsetsAfter(Pages.ofOrders("1").next(1))).containsExactly(null, "1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/invoices/D1/lineitems?provider=office&offset=&size=2",
          "/invoices/D1/lineitems?provider=office&size=2",
          "/invoices/D1/lineitems?provider=office&offset=two",
          "/invoices/D1/lineitems?provider=office&offset=-2",
          "/invoices/D1/lineitems?provider=office&offset=0",
          "/invoices/D1/lineitems?provider=office&offset=99999999999999999999",
          "?",
          ""
        })
    void isTheEndOfThisPageWhereTheNextLinkIsMalformed(String uri) {
      assertThat(offsetsAfter(Pages.ofOrders("1", "2").nextLink(uri))).containsExactly(null, "2");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/invoices/D1/lineitems?provider=office&size=2?offset=2",
          "/invoices/D1/lineitems?nvoicelineitemtype=x&OFFSET=2&size=2",
          "https://elsewhere.example/v1/invoices?offset=2"
        })
    void isReadOffALinkThatIsOtherwiseMalformed(String uri) {
      assertThat(offsetsAfter(Pages.ofOrders("1", "2").nextLink(uri))).containsExactly(null, "2");
    }

    @Test
    void ofALinkThatWouldPassRowsOverIsNotFollowed() {
      assertThat(offsetsAfter(Pages.ofOrders("1", "2").next(40))).containsExactly(null, "2");
    }

    @Test
    void countsFromWhereTheQueryBegins() {
      server.answersJson(200, Pages.ofOrders("1", "2").nextLink("/x").json());
      server.answersJson(200, Pages.ofOrders("3").json());
      var query = LineItemQuery.officeBilling().size(2).offset(10);

      walk(partner.invoices().byId("D1").lineItems(query));

      assertThat(server.targets())
          .satisfiesExactly(
              first -> assertThat(first).endsWith("&offset=10"),
              second -> assertThat(second).endsWith("&offset=12"));
    }

    @Test
    void countsRowsWhereNoSizeWasAskedFor() {
      server.answersJson(200, Pages.of("{\"id\":\"G1\"}", "{\"id\":\"G2\"}").nextLink("/x").json());
      server.answersJson(200, Pages.of("{\"id\":\"G3\"}").json());

      List<Invoice> invoices = partner.invoices().query(InvoiceQuery.all()).stream().toList();

      assertThat(invoices).extracting(Invoice::id).containsExactly("G1", "G2", "G3");
      assertThat(server.targets()).containsExactly("/v1/invoices", "/v1/invoices?offset=2");
    }
  }

  @Nested
  class NextLink {
    @ParameterizedTest
    @EnumSource
    @DisplayName("C47: a next link to another host is never called")
    void toAnotherHostIsNeverCalled(Paging paging) {
      try (PartnerServer other = new PartnerServer()) {
        String elsewhere = other.baseUrl() + "v1/invoices?offset=2";
        server.answersJson(
            200, Pages.ofOrders("1", "2").nextLink(elsewhere, Pages.header("token-1")).json());
        server.answersJson(200, Pages.ofOrders("3").json());

        List<String> rows = orderIds(paging.lines(partner).stream());

        assertThat(rows).containsExactly("1", "2", "3");
        assertThat(server.requests()).hasSize(2);
        assertThat(other.requests()).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 2_000_000})
    void decidesAndNotTheTotalCount(int totalCount) {
      String count = Integer.toString(totalCount);
      server.answersJson(
          200, Pages.ofOrders("1", "2").next("token-1").with("totalCount", count).json());
      server.answersJson(200, Pages.ofOrders("3").with("totalCount", count).json());

      List<String> rows = orderIds(seek().stream());

      assertThat(rows).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"many\"", "2.5", "99999999999", "{}"})
    void decidesAlsoWhereTheTotalCountIsNone(String count) {
      server.answersJson(200, Pages.ofOrders("1").next("token-1").with("totalCount", count).json());
      server.answersJson(200, Pages.ofOrders("2").json());

      List<String> rows = orderIds(seek().stream());

      assertThat(rows).containsExactly("1", "2");
    }
  }
}
