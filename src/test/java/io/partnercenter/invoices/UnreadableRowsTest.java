package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.PartnerServer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows with a figure or a date that is none, among rows that are as they should be. */
class UnreadableRowsTest {
  private static final String BAD = "{\"orderId\":\"bad\",\"unitPrice\":\"twelve\"}";

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();
  private final List<UnreadableRow> aside = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeServer() {
    server.close();
  }

  private PagedOperations<OneTimeInvoiceLineItem> lines() {
    return partner
        .invoices()
        .byId("G1")
        .lineItems(LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS));
  }

  private static String row(String orderId) {
    return "{\"orderId\":\"" + orderId + "\"}";
  }

  @Nested
  class ByDefault {
    private PartnerDataException failure(String... rows) {
      server.answersJson(200, Pages.of(rows).json());
      return catchThrowableOfType(PartnerDataException.class, () -> lines().get());
    }

    @ParameterizedTest
    @CsvSource({
      "unitPrice, \"twelve\", twelve",
      "quantity, \"NaN\", NaN",
      "subtotal, '\"1,50\"', '1,50'",
      "taxTotal, 1E+999999999, 1E+999999999",
      "orderDate, \"yesterday\", yesterday",
      "chargeStartDate, \"2026-02-30T00:00:00\", 2026-02-30T00:00:00",
    })
    void failTheirPageByRowAndFieldAndText(String field, String value, String text) {
      String bad = "{\"" + field + "\":" + value + "}";

      PartnerDataException unreadable = failure(row("0"), row("1"), bad, row("3"));

      assertThat(unreadable.row()).hasValue(2);
      assertThat(unreadable.field()).hasValue(field);
      assertThat(unreadable.text()).hasValue(text);
      assertThat(unreadable)
          .hasMessageContainingAll("/v1/invoices/G1/lineitems", "row 2", field, text);
    }

    @Test
    void areNotAskedForAgain() {
      PartnerDataException unreadable = failure(BAD);

      assertThat(unreadable.attempts()).hasSize(1);
      assertThat(server.requests()).hasSize(1);
      assertThat(server.time().naps()).isEmpty();
    }

    @Test
    void nameTheFieldByItsPath() {
      server.answersJson(
          200,
          Pages.of(
                  "{\"id\":\"G1\"}",
                  "{\"id\":\"G2\",\"amendments\":[{},{\"totalCharges\":\"12 EUR\"}]}")
              .json());

      var unreadable =
          catchThrowableOfType(
              PartnerDataException.class, () -> partner.invoices().query(InvoiceQuery.all()).get());

      assertThat(unreadable.row()).hasValue(1);
      assertThat(unreadable.field()).hasValue("amendments[1].totalCharges");
      assertThat(unreadable.text()).hasValue("12 EUR");
    }

    @Test
    void sayNoMoreOfTheirTextThanIsOfUse() {
      PartnerDataException unreadable = failure("{\"unitPrice\":\"" + "x".repeat(5000) + "\"}");

      assertThat(unreadable.text().orElseThrow()).hasSizeLessThan(210);
      assertThat(unreadable.getMessage()).hasSizeLessThan(1000);
    }

    @Test
    void failTheWalkAfterThePagesBefore() {
      server.answersJson(200, Pages.of(row("1"), row("2")).next("token-1").json());
      server.answersJson(200, Pages.of(row("3"), BAD).json());
      List<String> delivered = new ArrayList<>();

      assertThatThrownBy(() -> lines().stream().map(Paging::orderId).forEach(delivered::add))
          .isInstanceOfSatisfying(
              PartnerDataException.class, unreadable -> assertThat(unreadable.row()).hasValue(1));
      assertThat(delivered).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"text\"", "[]", "true"})
    void areAlsoThoseThatAreNoObjects(String row) {
      PartnerDataException unreadable = failure(row("0"), row);

      assertThat(unreadable.row()).hasValue(1);
    }

    @Test
    void areAlsoThoseOfAnotherKindThanTheTypeThatWasAskedFor() {
      PartnerDataException unreadable =
          failure(
              row("0"),
              "{\"billingProvider\":\"marketplace\","
                  + "\"attributes\":{\"objectType\":\"DailyRatedUsageLineItem\"}}");

      assertThat(unreadable.row()).hasValue(1);
      assertThat(unreadable.field()).isEmpty();
      assertThat(unreadable)
          .hasMessageContainingAll(
              "DailyRatedUsageLineItem", "marketplace", "OneTimeInvoiceLineItem");
    }

    @Test
    void areOfAnotherKindFirstAndUnreadableSecond() {
      PartnerDataException unreadable =
          failure("{\"unitPrice\":{},\"attributes\":{\"objectType\":\"DailyRatedUsageLineItem\"}}");

      assertThat(unreadable.row()).hasValue(0);
      assertThat(unreadable)
          .hasMessageContainingAll("DailyRatedUsageLineItem", "OneTimeInvoiceLineItem");
    }

    @Test
    void areNotExcusedByANameThatIsNew() {
      PartnerDataException unreadable =
          failure("{\"unitPrice\":\"twelve\",\"attributes\":{\"objectType\":\"LineItemV2\"}}");

      assertThat(unreadable.field()).hasValue("unitPrice");
      assertThat(unreadable.text()).hasValue("twelve");
    }

    @Test
    void areNotThoseWithEmptyTextForAFigureOrADate() {
      server.answersJson(
          200, Pages.of("{\"orderId\":\"1\",\"unitPrice\":\"\",\"orderDate\":\" \"}").json());

      OneTimeInvoiceLineItem line = lines().get().items().get(0);

      assertThat(line.unitPrice()).isNull();
      assertThat(line.orderDate()).isNull();
    }
  }

  @Nested
  @DisplayName("C15: rows that are set aside")
  class SetAside {
    @Test
    void areNotTakenAsSeenWhereTheHandlerFails() {
      server.answersJson(200, Pages.of(row("1"), BAD).next("token-1").json());
      server.answersJson(200, Pages.of(row("1"), BAD).next("token-1").json());
      server.answersJson(200, Pages.of(row("2")).json());
      AtomicBoolean isUp = new AtomicBoolean();
      Iterator<PagedResourceCollection<OneTimeInvoiceLineItem>> pages =
          lines()
              .with(WalkOptions.defaults().prefetch(0))
              .onUnreadable(
                  row -> {
                    if (!isUp.getAndSet(true)) throw new IllegalStateException("database is down");
                    aside.add(row);
                  })
              .pages()
              .iterator();

      assertThatThrownBy(pages::next).hasMessage("database is down");
      List<String> rows = new ArrayList<>();
      pages.forEachRemaining(page -> rows.addAll(orderIds(page)));

      assertThat(rows).containsExactly("1", "2");
      assertThat(aside).extracting(UnreadableRow::page).containsExactly(0);
    }

    @Test
    void letAllOthersThrough() {
      server.answersJson(200, Pages.of(row("1"), BAD, row("3")).next("token-1").json());
      server.answersJson(200, Pages.of(BAD, BAD, row("6")).json());

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("1", "3", "6");
      assertThat(aside)
          .extracting(UnreadableRow::page, UnreadableRow::row)
          .containsExactly(tuple(0, 1), tuple(1, 0), tuple(1, 1));
    }

    @Test
    void sayWhatIsWrongWithThem() {
      server.answersJson(200, Pages.of(BAD).json());

      var page = lines().onUnreadable(aside::add).get();

      assertThat(page.items()).isEmpty();
      assertThat(aside)
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.problem()).contains("row 0", "unitPrice", "twelve");
                assertThat(row.json()).isEqualTo(BAD);
                assertThat(row).asString().contains("page 0, row 0").doesNotContain("orderId");
              });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"unitPrice\":\"twelve\"}",
          "{ \"unitPrice\" :\t\"twelve\" ,\r\n \"customerName\": \"Zoë\" }",
          "{\"customerName\":\"株式会社\",\"unitPrice\":\"twelve\",\"skuName\":\"日本\"}",
          "{\"customerName\":\"Zo\\u00eb \\\"Z\\\" \\uD83D\\uDE00\",\"unitPrice\":\"x\"}",
          "{\"unitPrice\":{\"amount\":1.10,\"of\":[{}]},\"tags\":{\"a\":[1,2,{\"b\":null}]}}",
          "{\"unitPrice\":[[1],[2]]}",
          "{\"unitPrice\":\"twelve\",\"unitPrice\":\"12\"}",
          "{\"quantity\":1E+999999999,\"unitPrice\":0.10}",
          "{\"attributes\":{\"objectType\":\"UsageBasedLineItem\"},\"customerName\":\"Zoë\"}",
          "{\"attributes\":7}",
          "{\"unitPrice\":NaN,\"quantity\":2}",
          "7",
          "-0.50",
          "null",
          "true",
          "\"\"",
          "\"text\"",
          "\"te\\nxt ë\"",
          "[]",
          "[{\"orderId\":\"1\"}, {\"orderId\":\"2\"}]"
        })
    void keepTheirJsonToTheLastCharacter(String json) {
      String before = "{\"orderId\":\"Zürich €😀\"}";
      server.answersJson(200, Pages.of(before, " " + json + " ", row("3")).json());

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("Zürich €😀", "3");
      assertThat(aside).extracting(UnreadableRow::json).containsExactly(json);
      assertThat(aside).extracting(UnreadableRow::row).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C44: a byte order mark does not shift the JSON of the rows set aside")
    void keepTheirJsonBehindAByteOrderMark(Mark mark) {
      String bad = "{\"customerName\":\"Zoë\",\"unitPrice\":\"twelve\"}";
      server.answersJson(
          200, mark.text + "{\"asOf\":\"März\",\"items\":[" + row("1") + "," + bad + "]}");

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("1");
      assertThat(aside).extracting(UnreadableRow::json).containsExactly(bad);
    }

    enum Mark {
      PRESENT("\uFEFF"),
      ABSENT("");

      final String text;

      Mark(String text) {
        this.text = text;
      }
    }

    @Test
    void areHandedOverBeforeAnyRowOfTheirPage() {
      server.answersJson(200, Pages.of(row("1"), BAD).next("token-1").json());
      server.answersJson(200, Pages.of(row("3"), BAD).json());
      List<String> order = new ArrayList<>();

      lines().onUnreadable(row -> order.add("aside " + row.page())).stream()
          .forEach(row -> order.add(row.orderId()));

      assertThat(order).containsExactly("aside 0", "1", "aside 1", "3");
    }

    @Test
    void endTheWalkIfTheHandlerThrows() {
      server.answersJson(200, Pages.of(row("1"), BAD).json());
      var failing =
          lines()
              .onUnreadable(
                  row -> {
                    throw new IllegalStateException("the quarantine is full");
                  });

      assertThatThrownBy(failing::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the quarantine is full");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void areTakenAsideOnAnotherThreadToo() {
      server.answersJson(200, Pages.of(BAD, row("2")).json());

      var page = lines().onUnreadable(aside::add).getAsync().join();

      assertThat(orderIds(page)).containsExactly("2");
      assertThat(aside).hasSize(1);
    }

    @Test
    void areTakenAsideBehindACursorToo() {
      server.answersJson(200, Pages.of(row("1")).next("token-1").json());
      server.answersJson(200, Pages.of(BAD, row("3")).json());
      server.answersJson(200, Pages.of(BAD, row("3")).json());
      Cursor cursor = requireNonNull(lines().get().next());

      List<String> one = orderIds(lines().onUnreadable(aside::add).from(cursor).stream());
      List<String> other = orderIds(lines().from(cursor).onUnreadable(aside::add).stream());

      assertThat(one).isEqualTo(other).containsExactly("3");
      assertThat(aside).extracting(UnreadableRow::page).containsExactly(0, 0);
    }

    @Test
    void doNotLeadTheWalkAstrayWhereTheyAreAWholePage() {
      server.answersJson(200, Pages.of(row("1")).next("token-1").json());
      server.answersJson(200, Pages.of(BAD, BAD).next("token-2").json());
      server.answersJson(200, Pages.of(row("4")).json());

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("1", "4");
      assertThat(aside).hasSize(2);
    }

    @Test
    void countForTheOffsetOfTheNextPage() {
      server.answersJson(200, Pages.of(row("1"), "7", row("3")).nextLink("/invoices").json());
      server.answersJson(200, Pages.of(row("4")).json());

      Paging.walk(partner.invoices().query(InvoiceQuery.all()).onUnreadable(aside::add));

      assertThat(server.targets()).containsExactly("/v1/invoices", "/v1/invoices?offset=3");
    }

    @Test
    void areOfInvoicesToo() {
      String bad = "{\"id\":\"G2\",\"invoiceDate\":\"2026-13-01\"}";
      server.answersJson(200, Pages.of("{\"id\":\"G1\"}", bad, "{\"id\":\"G3\"}").json());

      List<Invoice> invoices =
          partner.invoices().query(InvoiceQuery.all()).onUnreadable(aside::add).stream().toList();

      assertThat(invoices).extracting(Invoice::id).containsExactly("G1", "G3");
      assertThat(aside).extracting(UnreadableRow::json).containsExactly(bad);
    }
  }

  @Nested
  class NotSetAside {
    @Test
    @DisplayName("C45: a row that broke off is asked for again and not set aside")
    void isARowThatBrokeOff() {
      String page = Pages.of(row("0"), BAD, row("2")).json();
      server.answersCut(page, page.indexOf("twelve") + 3).answersJson(200, page);

      var rows = lines().onUnreadable(aside::add).get();

      assertThat(orderIds(rows)).containsExactly("0", "2");
      assertThat(aside).hasSize(1);
      assertThat(server.requests()).hasSize(2);
    }

    @Test
    void areRowsOfTheAttemptBeforeTheOneThatSucceeded() {
      String page = Pages.of(BAD, row("1")).json();
      server.answersCut(page, page.length() - 5).answersJson(200, page);

      List<? extends InvoiceLineItem> rows = lines().onUnreadable(aside::add).stream().toList();

      assertThat(rows).hasSize(1);
      assertThat(aside).hasSize(1);
    }
  }
}
