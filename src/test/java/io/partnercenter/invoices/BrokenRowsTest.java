package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are broken as JSON, among rows that are as they should be. */
@DisplayName("C57: a row that is broken as JSON stops nothing but itself")
class BrokenRowsTest {
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
    return "{\"orderId\":\"" + orderId + "\",\"attributes\":{\"objectType\":\"X\"}}";
  }

  /** {@code json} with each character as one byte. */
  private void answers(String json) {
    Buffer body = new Buffer().write(json.getBytes(ISO_8859_1));
    server.answers(PartnerServer.json(200, "").body(body).build());
  }

  private PartnerDataException failure() {
    return catchThrowableOfType(PartnerDataException.class, () -> lines().get());
  }

  /** Broken each in its own way, and where each of them ends can be told by brackets alone. */
  static Stream<String> broken() {
    return Stream.of(
        "{\"skuName\":\"a\nb\",\"quantity\":1}",
        "{\"skuName\":\"a\tb\",\"quantity\":1}",
        "{\"skuName\":\"\0\"}",
        "{\"skuName\":\"C:\\Users\\me\",\"quantity\":1}",
        "{\"skuName\":\"Zo\u00eb\",\"quantity\":1}",
        "{\"sku\u00eb\":1}",
        "{\"skuName\":\"\u00ff},{\",\":5,\":\"},{\"}",
        "{\"quantity\":.5}",
        "{\"quantity\":1.}",
        "{\"quantity\":01}",
        "{\"quantity\":+1}",
        "{\"quantity\":-}",
        "{\"quantity\":NaN,\"unitPrice\":2}",
        "{\"quantity\":[+1]}",
        "{\"quantity\":1,}",
        "{\"quantity\":}",
        "{\"quantity\"}",
        "{\"quantity\" 1}",
        "{quantity:1}",
        "{'quantity':1}",
        "{,}",
        "{\"orderId\": tru}",
        "{\"orderId\":\"x\"]",
        "[\"orderId\":\"x\"}",
        "{\"productQualifiers\":[tru]}",
        "{\"tags\":\"{\"a\":1},{\"b\":2}\"}",
        "{\"tags\":{\"a\":[1,2,{\"b\":tru}]},\"quantity\":1}",
        "{\"quantity\":\"twelve\",\"skuName\":\"a\nb\"}",
        "{\"unitPrice\":{},\"skuName\":\"a\nb\",\"attributes\":{\"objectType\":\"Other\"}}",
        "tru",
        ".5",
        "+1",
        "'x'",
        "\"a\nb\"",
        "[1,]",
        "[[\u00eb]]",
        "/* no row */ {}",
        "{\"" + "n".repeat(1_001) + "\":1}",
        "{\"quantity\":" + "7".repeat(1_001) + "}",
        "{\"quantity\":0." + "7".repeat(1_001) + "}",
        "{\"tags\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}",
        "{\"tags\":" + "{\"a\":".repeat(1_001) + "1" + "}".repeat(1_002));
  }

  /** Where they end can only be told by what follows them. */
  static Stream<String> brokenInTheirBrackets() {
    return Stream.of(
        "{\"skuName\":\"C:\\Users\\\",\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}}",
        "{\"skuName\":\"a,\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}}",
        "{\"skuName\":a\",\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}}",
        "{\"skuName\":\"a\"b\",\"quantity\":1}",
        "{\"quantity\":1}\"skuName\":\"x\",\"attributes\":{\"objectType\":\"X\"}}",
        "{\"quantity\":1,{\"skuName\":\"x\",\"attributes\":{\"objectType\":\"X\"}}",
        "{\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}",
        "{\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}}}",
        "\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}}",
        "\0\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}}",
        "[\"quantity\":1,\"attributes\":{\"objectType\":\"X\"}}",
        "{\"tags\":[{\"a\":1},{\"a\":\"x},{\"a\":3},{\"a\":4}],\"quantity\":1}");
  }

  @Nested
  class SetAside {
    @ParameterizedTest(name = "{index}")
    @MethodSource({
      "io.partnercenter.invoices.BrokenRowsTest#broken",
      "io.partnercenter.invoices.BrokenRowsTest#brokenInTheirBrackets"
    })
    void leavesAllOthersAndTheNextPage(String broken) {
      answers(Pages.of(row("1"), " " + broken + "\n", row("3")).next("token-1").json());
      answers(Pages.of(row("4"), row("5")).json());

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("1", "3", "4", "5");
      assertThat(aside)
          .extracting(UnreadableRow::page, UnreadableRow::row)
          .containsExactly(tuple(0, 1));
      assertThat(bytes(aside.get(0))).isEqualTo(broken);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource({
      "io.partnercenter.invoices.BrokenRowsTest#broken",
      "io.partnercenter.invoices.BrokenRowsTest#brokenInTheirBrackets"
    })
    void isWhereverItStands(String broken) {
      answers(Pages.of(broken, row("2"), row("3")).next("1").json());
      answers(Pages.of(row("4"), row("5"), broken).next("2").json());
      answers(Pages.of(broken).json());

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("2", "3", "4", "5");
      assertThat(aside)
          .extracting(UnreadableRow::page, UnreadableRow::row)
          .containsExactly(tuple(0, 0), tuple(1, 2), tuple(2, 0));
      assertThat(aside).extracting(BrokenRowsTest::bytes).containsOnly(broken);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("io.partnercenter.invoices.BrokenRowsTest#broken")
    void isOneOfManyInARow(String broken) {
      String[] page = IntStream.range(0, 50).mapToObj(i -> broken).toArray(String[]::new);
      page[7] = row("7");
      answers(Pages.of(page).json());

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("7");
      assertThat(aside).hasSize(49).extracting(BrokenRowsTest::bytes).containsOnly(broken);
    }

    @Test
    void isOneOfManyThatEndInABackslash() {
      String[] page =
          IntStream.range(0, 300)
              .mapToObj(i -> "{\"orderId\":\"" + i + (i % 3 == 0 ? "\"}" : "\\\",\"skuId\":\"1\"}"))
              .toArray(String[]::new);
      answers(Pages.of(page).json());

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).hasSize(100).startsWith("0", "3", "6").endsWith("297");
      assertThat(aside).extracting(UnreadableRow::row).hasSize(200).startsWith(1, 2, 4);
    }

    @Test
    void isOfInvoicesTooWhoseListsHoldOthers() {
      String broken =
          "{\"id\":\"G2\",\"currencyCode\":\"E\\\",\"amendments\":["
              + "{\"id\":\"G3\"},{\"id\":\"G4\"}],\"links\":{\"self\":{\"headers\":[]}}}";
      answers(Pages.of("{\"id\":\"G1\"}", broken, "{\"id\":\"G5\"}").next(3).json());
      answers(Pages.of("{\"id\":\"G6\"}").json());

      List<Invoice> invoices =
          partner.invoices().query(InvoiceQuery.all()).onUnreadable(aside::add).stream().toList();

      assertThat(invoices).extracting(Invoice::id).containsExactly("G1", "G5", "G6");
      assertThat(aside).extracting(UnreadableRow::json).containsExactly(broken);
      assertThat(server.targets()).containsExactly("/v1/invoices", "/v1/invoices?offset=3");
    }

    @Test
    void isNotCountedWhereItMayHaveBeenTwo() {
      String broken = "{\"id\":\"G2\\\",\"currencyCode\":\"EUR\"}";
      answers(Pages.of("{\"id\":\"G1\"}", broken, "{\"id\":\"G3\"}").nextLink("/x").json());
      PagedOperations<Invoice> invoices =
          partner.invoices().query(InvoiceQuery.all()).onUnreadable(aside::add);

      PartnerDataException e = catchThrowableOfType(PartnerDataException.class, invoices::get);

      assertThat(e).hasMessageContaining("does not say where the next ones are");
    }

    @Test
    void keepsItsBytesThatAreNoUtf8AsLatin1() {
      String broken = "{\"customerName\":\"Zo\u00eb\",\"skuName\":\"\u00c3\u00ab\"}";
      answers(Pages.of(row("1"), broken).json());

      lines().onUnreadable(aside::add).get();

      assertThat(aside.get(0).json()).isEqualTo(broken);
      assertThat(aside.get(0).problem()).contains("row 1", "Invalid UTF-8");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
      answers(Pages.of(row("1"), "{\"skuName\":\"a\nb\"}").json());

      lines().onUnreadable(aside::add).get();

      assertThat(aside.get(0).problem())
          .contains("row 1", "field skuName", "Illegal unquoted character", "code 10");
    }
  }

  /** The bytes that came, each as a character. */
  private static String bytes(UnreadableRow row) {
    boolean isLatin1 = row.problem().contains("UTF-8");
    return isLatin1 ? row.json() : new String(row.json().getBytes(UTF_8), ISO_8859_1);
  }

  @Nested
  class WithoutAHandler {
    @ParameterizedTest(name = "{index}")
    @MethodSource({
      "io.partnercenter.invoices.BrokenRowsTest#broken",
      "io.partnercenter.invoices.BrokenRowsTest#brokenInTheirBrackets"
    })
    void failsByItsNumber(String broken) {
      answers(Pages.of(row("0"), row("1"), broken, row("3")).json());

      PartnerDataException e = failure();

      assertThat(e.row()).hasValue(2);
      assertThat(e).hasMessageContaining("row 2");
      assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource({
      "'{\"skuName\":\"a\tb\"}', skuName, Illegal unquoted character",
      "{\"skuName\":\"C:\\Users\"}, skuName, Unrecognized character escape",
      "{\"quantity\":.5}, quantity, Unexpected character ('.'",
      "'{\"tags\":{},\"skuName\":\"\u00eb\"}', skuName, Invalid UTF-8",
    })
    void namesFieldAndFault(String broken, String field, String fault) {
      answers(Pages.of(row("0"), broken).json());

      PartnerDataException e = failure();

      assertThat(e.row()).hasValue(1);
      assertThat(e.field()).hasValue(field);
      assertThat(e).hasMessageContainingAll("row 1, field " + field, fault);
    }
  }

  @Nested
  class OutsideOfRows {
    @ParameterizedTest(name = "{index}")
    @CsvSource({
      "'{\"totalCount\":.5,\"items\":[]}', totalCount",
      "'{\"items\" [],\"totalCount\":1}', items",
      "'{\"items\":{},\"totalCount\":1}', items",
      "'{\"items\":[]\"totalCount\":1}', items",
      "'{\"items\":[],\"links\":{\"next\":{\"uri\":\"a\tb\"}}}', links.next.uri",
      "'{\"items\":[],\"links\":{\"next\":tru}}', links.next",
      "'{\"items\":[],\"new\":{\"x\":\"\\x\"}}', new",
      "'{\"items\":[],\"links\":{},,}', links",
      "'{\"totalCount\":1}', items",
    })
    void isAFailureThatNamesTheField(String page, String field) {
      answers(page);

      PartnerDataException e = failure();

      assertThat(e.field()).hasValue(field);
      assertThat(e.row()).isEmpty();
      assertThat(e).hasMessageContaining(field);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Nested
  class BetweenRows {
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"", " ", ",}", ",]", "\0", "\"", "\\", "{", "}", "[", "\u0080", "x"})
    void takesTheRowBeforeOrBehindAsideAtMost(String separator) {
      answers(
          "{\"items\":[%s,%s%s%s,%s]}"
              .formatted(row("1"), row("2"), separator, row("3"), row("4")));

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).contains("1", "4").containsAnyOf("2", "3").hasSize(3);
      assertThat(aside).hasSize(1);
    }

    @Test
    void takesOneCommaTooManyForARowWithoutText() {
      answers("{\"items\":[%s,,%s]}".formatted(row("1"), row("2")));

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).containsExactly("1", "2");
      assertThat(aside).extracting(UnreadableRow::json).containsExactly("");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"}", "\0", "\"", "x", ",", ":1"})
    void takesTheLastRowAsideAtMost(String behind) {
      answers("{\"items\":[%s,%s%s],\"totalCount\":1}".formatted(row("1"), row("2"), behind));

      List<String> rows = orderIds(lines().onUnreadable(aside::add).stream());

      assertThat(rows).startsWith("1");
      assertThat(aside).hasSize(1);
    }
  }
}
