package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static io.partnercenter.invoices.Paging.walk;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a page leads to the next one, and what does not. */
class PageLinksTest {
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
