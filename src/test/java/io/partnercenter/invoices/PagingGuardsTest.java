package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static io.partnercenter.invoices.Paging.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.testing.PartnerServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that would make a walk endless, or that are no page at all. */
class PagingGuardsTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"orderId\":\"1\"}]", "[]", "null"})
  @DisplayName("C10: a page with two lists of rows is refused, for nobody knows which one counts")
  void aPageWithTwoListsOfRowsIsRefused(String other) {
    server.answersJson(200, Pages.ofOrders("1", "2").with("items", other).json());

    assertThatThrownBy(() -> Paging.SEEK.lines(partner).get())
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("more than one list of items");
  }

  @Nested
  @DisplayName("C10: a walk that would repeat itself ends with a failure on the second page")
  class Repetition {
    /** The same page as often as it is asked for, up to far too often. */
    private void answersForever(Pages page) {
      for (int i = 0; i < 500; i++) server.answersJson(200, page.json());
    }

    private void assertFailsOnItsSecondPage(Stream<? extends InvoiceLineItem> rows, String why) {
      List<String> delivered = new ArrayList<>();

      assertThatThrownBy(() -> rows.map(Paging::orderId).forEach(delivered::add))
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining(why);

      assertThat(delivered).containsExactly("1", "2");
      assertThat(server.requests()).hasSize(2);
    }

    @Test
    void ofATokenWithOtherRows() {
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
      server.answersJson(200, Pages.ofOrders("3", "4").next("token-1").json());

      assertFailsOnItsSecondPage(Paging.SEEK.lines(partner).stream(), "leads back");
    }

    @Test
    void ofATokenWithoutRows() {
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
      server.answersJson(200, Pages.of().next("token-1").json());

      assertFailsOnItsSecondPage(Paging.SEEK.lines(partner).stream(), "leads back");
    }

    @Test
    void ofATokenAndItsRows() {
      answersForever(Pages.ofOrders("1", "2").next("token-1"));

      assertFailsOnItsSecondPage(Paging.SEEK.lines(partner).stream(), "leads back");
    }

    @Test
    void ofATokenFromFurtherBack() {
      server.answersJson(200, Pages.ofOrders("1").next("token-1").json());
      server.answersJson(200, Pages.ofOrders("2").next("token-2").json());
      server.answersJson(200, Pages.ofOrders("3").next("token-1").json());

      assertThatThrownBy(() -> walk(Paging.SEEK.lines(partner)))
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("leads back");
      assertThat(server.requests()).hasSize(3);
    }

    @Test
    void ofRowsUnderANewToken() {
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-2").json());

      assertFailsOnItsSecondPage(Paging.SEEK.lines(partner).stream(), "once more");
    }

    @Test
    void ofRowsBehindAnEmptyPage() {
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
      server.answersJson(200, Pages.of().next("token-2").json());
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-3").json());

      assertThatThrownBy(() -> walk(Paging.SEEK.lines(partner)))
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("once more");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void ofAnOffset(int offset) {
      answersForever(Pages.ofOrders("1", "2").next(offset));

      assertFailsOnItsSecondPage(Paging.OFFSET.lines(partner).stream(), "once more");
    }

    @Test
    void ofRowsWhereTheOffsetIsIgnored() {
      answersForever(Pages.ofOrders("1", "2").nextLink("/invoices/D1/lineitems?offset="));

      assertFailsOnItsSecondPage(Paging.OFFSET.lines(partner).stream(), "once more");
    }

    @Test
    void ofASingleRowWhereTheOffsetIsIgnored() {
      answersForever(Pages.of("{\"id\":\"G1\"}").nextLink("/invoices?offset=1"));

      assertThatThrownBy(() -> walk(partner.invoices().query(InvoiceQuery.all())))
          .isInstanceOf(PartnerDataException.class);
      assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void ofNothingUnderEverNewLinks(Paging paging) {
      Pages[] pages = new Pages[150];
      pages[0] = Pages.ofOrders("1");
      for (int i = 1; i < pages.length; i++) pages[i] = Pages.of();
      paging.answers(server, pages);

      var walk = paging.lines(partner).with(WalkOptions.defaults().prefetch(0)).pages().iterator();
      for (int attempt = 1; attempt <= 2; attempt++) { // Asking on does not get around it.
        assertThatThrownBy(() -> walk.forEachRemaining(page -> {}))
            .isInstanceOf(PartnerDataException.class)
            .hasMessageContaining("100 pages without rows one after the other");
        assertThat(server.requests()).hasSize(100 + attempt);
      }
    }

    @Test
    void ofNothingAtAllWhereTheOffsetIsIgnored() {
      answersForever(Pages.of().nextLink("/invoices/D1/lineitems?offset=2"));

      assertThatThrownBy(() -> walk(Paging.OFFSET.lines(partner)))
          .isInstanceOf(PartnerDataException.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Nested
  class NoRepetition {
    @Test
    @DisplayName("C10: where the service ignores the offset and links to nothing, one page is all")
    void isThePageOfAServiceThatIgnoresTheOffset() {
      server.answersJson(200, Pages.of("{\"id\":\"G1\"}", "{\"id\":\"G2\"}").json());

      List<Invoice> invoices =
          partner.invoices().query(InvoiceQuery.all().size(1)).stream().toList();

      assertThat(invoices).extracting(Invoice::id).containsExactly("G1", "G2");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void areTwoPagesOfOneRowEachThatHappenToBeEqual() {
      Paging.SEEK.answers(server, Pages.ofOrders("1"), Pages.ofOrders("1"), Pages.ofOrders("2"));

      List<String> rows = orderIds(Paging.SEEK.lines(partner).stream());

      assertThat(rows).containsExactly("1", "1", "2");
    }

    @Test
    void areEqualRowsWithinAPage() {
      Paging.OFFSET.answers(server, Pages.ofOrders("1", "1"), Pages.ofOrders("1", "2"));

      List<String> rows = orderIds(Paging.OFFSET.lines(partner).stream());

      assertThat(rows).containsExactly("1", "1", "1", "2");
    }
  }

  @Nested
  class NoPage {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "[]",
          "[{\"orderId\":\"1\"}]",
          "7",
          "\"rows\"",
          "true",
          "{}",
          "{\"orderId\":\"1\"}",
          "{\"items\":{}}",
          "{\"items\":\"none\"}",
          "{\"totalCount\":2}",
          "{\"items\":[]} {}",
          "{\"items\":[]}]",
          "{\"items\":[{\"orderId\":\"1\"}],\"links\":7}",
          "{items:[]}"
        })
    void isWhatIsNotOneCollection(String body) {
      server.answersJson(200, body);

      assertThatThrownBy(() -> Paging.SEEK.lines(partner).get())
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("/v1/invoices/G1/lineitems");
      assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void isAnAnswerInAnotherEncodingThanUtf8(Encoding encoding) {
      byte[] body = Pages.ofOrders("1").json().getBytes(encoding.charset());
      server.answers(
          new MockResponse.Builder()
              .setHeader("Content-Type", "application/json")
              .body(new Buffer().write(body))
              .build());

      assertThatThrownBy(() -> Paging.SEEK.lines(partner).get())
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("UTF-8");
    }

    enum Encoding {
      UTF_16LE,
      UTF_16BE;

      java.nio.charset.Charset charset() {
        return this == UTF_16LE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      }
    }

    @Test
    void isOneWhoseTokenCannotBeSentBack() {
      server.answersJson(200, Pages.ofOrders("1").next("t\\u00f6ken\\r\\nX-Evil: 1").json());

      assertThatThrownBy(() -> Paging.SEEK.lines(partner).get())
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("continuation token")
          .hasMessageNotContaining("X-Evil");
    }

    @Test
    void isAnEmptyOneWithALinkToNowhere() {
      server.answersJson(200, Pages.of().nextLink("/invoices").json());

      assertThatThrownBy(() -> partner.invoices().query(InvoiceQuery.all()).get())
          .isInstanceOf(PartnerDataException.class)
          .hasMessageContaining("link to nowhere");
    }

    @Test
    void isOneThatLeadsBeyondEveryOffset() {
      server.answersJson(200, Pages.of("{\"id\":\"G1\"}").nextLink("/invoices").json());

      assertThatThrownBy(
              () -> partner.invoices().query(InvoiceQuery.all().offset(Integer.MAX_VALUE)).get())
          .isInstanceOf(PartnerDataException.class);
    }

    @Test
    void leavesTheRowsBeforeItDelivered() {
      server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
      server.answersJson(200, "[]");
      Iterator<String> rows = Paging.SEEK.lines(partner).stream().map(Paging::orderId).iterator();

      assertThat(rows.next()).isEqualTo("1");
      assertThat(rows.next()).isEqualTo("2");
      assertThatThrownBy(rows::hasNext).isInstanceOf(PartnerDataException.class);
    }
  }
}
