package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static io.partnercenter.invoices.Paging.walk;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.testing.PartnerServer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks that stop at a page and go on from there later. */
class CursorTest {
  private static final LineItemQuery<?> LINES =
      LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS).size(2);

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void closeServer() {
    server.close();
  }

  /** A cursor to the second page of {@link Paging#lines}, as text. */
  private String cursor(Paging paging) {
    paging.answers(server, Pages.ofOrders("1", "2"), Pages.ofOrders("3"));
    return requireNonNull(paging.lines(partner).get().next()).value();
  }

  @Nested
  @DisplayName("C8: a cursor that is stored as text")
  class Stored {
    @ParameterizedTest
    @EnumSource
    void leadsANewPartnerToTheRowsThatAreLeftAndToNoOthers(Paging paging) {
      paging.answers(
          server, Pages.ofOrders("1", "2"), Pages.ofOrders("3", "4"), Pages.ofOrders("5"));
      var first = paging.lines(partner).get();
      String stored = requireNonNull(first.next()).value();
      partner.close();

      List<String> rows = new ArrayList<>(orderIds(first));
      rows.addAll(orderIds(paging.lines(server.partner()).from(new Cursor(stored)).stream()));

      assertThat(rows).containsExactly("1", "2", "3", "4", "5");
      assertThat(server.requests()).hasSize(3);
      paging.assertAskedFor(server, 1);
      paging.assertAskedFor(server, 2);
    }

    @ParameterizedTest
    @EnumSource
    void leadsFromEveryPageToTheNext(Paging paging) {
      List<String> rows = new ArrayList<>();
      Pages[] pages = {Pages.ofOrders("1", "2"), Pages.of(), Pages.ofOrders("3", "4")};
      paging.answers(server, pages);

      var page = paging.lines(partner).get();
      rows.addAll(orderIds(page));
      while (page.hasNext()) {
        Cursor cursor = new Cursor(requireNonNull(page.next()).toString());
        page = paging.lines(server.partner()).from(cursor).get();
        rows.addAll(orderIds(page));
      }

      assertThat(rows).containsExactly("1", "2", "3", "4");
      assertThat(server.requests()).hasSize(3);
    }

    @Test
    void keepsTheContinuationTokenToTheLastCharacter() {
      server.answersJson(200, Pages.ofOrders("1").next("AbC,dEf/+_==\\\"e?").json());
      server.answersJson(200, Pages.ofOrders("2").json());
      Cursor cursor = requireNonNull(Paging.SEEK.lines(partner).get().next());

      walk(Paging.SEEK.lines(partner).from(cursor));

      assertThat(server.headers("MS-ContinuationToken").get(1)).isEqualTo("AbC,dEf/+_==\"e?");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s\n", "\t%s \r\n"})
    void survivesTheBlanksAroundIt(String file) {
      String stored = file.formatted(cursor(Paging.SEEK));

      List<String> rows = orderIds(Paging.SEEK.lines(partner).from(new Cursor(stored)).stream());

      assertThat(rows).containsExactly("3");
    }

    @Test
    void isGoodForTheSameLinesByAnotherRoute() {
      Cursor cursor = new Cursor(cursor(Paging.SEEK));
      var open =
          LineItemQuery.of(BillingProvider.ONE_TIME, InvoiceLineItemType.BILLING_LINE_ITEMS)
              .currencyCode("USD")
              .size(2);
      IPartner behindAGateway =
          server.partner(server.builder().baseUrl(server.baseUrl().resolve("/gateway")));

      List<String> rows =
          orderIds(behindAGateway.invoices().byId("G1").lineItems(open).from(cursor).stream());

      assertThat(rows).containsExactly("3");
      assertThat(server.targets().get(1)).startsWith("/gateway/v1/invoices/G1/lineitems?");
    }

    @Test
    void isGoodForTheSameInvoicesWhereverTheWalkBegan() {
      server.answersJson(200, Pages.of("{\"id\":\"D1\"}").nextLink("?offset=41").json());
      server.answersJson(200, Pages.of("{\"id\":\"D2\"}").json());
      InvoiceQuery query = InvoiceQuery.invoicedFrom(LocalDate.of(2026, 1, 1)).size(1);
      Cursor cursor = requireNonNull(partner.invoices().query(query.offset(40)).get().next());

      walk(partner.invoices().query(query).from(cursor));

      assertThat(server.targets().get(1)).endsWith("&offset=41");
    }

    @Test
    void isVisibleAsciiAndNamesNeitherHostNorSecret() {
      String stored = cursor(Paging.OFFSET);

      byte[] content = Base64.getUrlDecoder().decode(stored.substring(stored.indexOf('.') + 1));

      assertThat(stored).matches("[!-~]{20,500}");
      assertThat(new String(content, StandardCharsets.UTF_8))
          .doesNotContain("token-1", "Bearer", server.baseUrl().getHost())
          .contains("/v1/invoices/D1/lineitems");
    }
  }

  @Nested
  class Refused {
    private void assertRefused(String text, PagedOperations<?> lines, String... why) {
      int before = server.requests().size();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.from(new Cursor(text)))
          .withMessageContainingAll(why);

      assertThat(server.requests()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1.", "1", "AQAAAA==", "1.AQAAAA", "1.not base64!", "1.A"})
    void whereItNeverWasOne(String text) {
      assertRefused(text, Paging.SEEK.lines(partner), "cursor");
    }

    @Test
    void whereItIsOfALaterVersion() {
      String text = cursor(Paging.SEEK).replaceFirst("1", "2");

      assertRefused(text, Paging.SEEK.lines(partner), "version");
    }

    @ParameterizedTest
    @EnumSource
    void whereAnyCharacterOfItHasChanged(Paging paging) {
      String text = cursor(paging);

      // The last character has bits that mean nothing, and may change without a change.
      for (int i = 0; i < text.length() - 1; i++) {
        char other = text.charAt(i) == 'A' ? 'B' : 'A';
        String damaged = text.substring(0, i) + other + text.substring(i + 1);
        assertRefused(damaged, paging.lines(partner), "cursor");
      }
    }

    @ParameterizedTest
    @EnumSource
    void whereItWasCutShort(Paging paging) {
      String text = cursor(paging);

      for (int length = 0; length < text.length(); length++) {
        assertRefused(text.substring(0, length), paging.lines(partner), "cursor");
      }
    }

    static Stream<Function<InvoiceCollectionOperations, PagedOperations<?>>> otherQueries() {
      BillingPeriod previous = BillingPeriod.PREVIOUS;
      return Stream.of(
          invoices -> invoices.byId("G2").lineItems(LINES),
          invoices -> invoices.byId("g1").lineItems(LINES),
          invoices -> invoices.unbilled().lineItems(LINES),
          invoices -> invoices.byId("G1").lineItems(LINES.size(3)),
          invoices -> invoices.byId("G1").lineItems(LINES.currencyCode("EUR")),
          invoices -> invoices.byId("G1").lineItems(LINES.period(BillingPeriod.CURRENT)),
          invoices ->
              invoices.byId("G1").lineItems(LineItemQuery.oneTimeUsage("USD", previous).size(2)),
          invoices -> invoices.byId("G1").lineItems(LineItemQuery.officeBilling().size(2)),
          invoices -> invoices.query(InvoiceQuery.all()),
          invoices -> invoices.query(InvoiceQuery.all().size(2)));
    }

    @ParameterizedTest
    @MethodSource("otherQueries")
    void whereTheQueryIsAnother(
        Function<InvoiceCollectionOperations, PagedOperations<?>> otherQuery) {
      String text = cursor(Paging.SEEK);

      assertRefused(
          text,
          otherQuery.apply(partner.invoices()),
          "the query it came from",
          "/v1/invoices/G1/lineitems");
    }
  }
}
