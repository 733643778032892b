package io.partnercenter.invoices;

import static io.partnercenter.invoices.InvoiceFilter.Operator.EQUALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.testing.PartnerServer;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be right is refused where it is said, and no request is made. */
class ArgumentsTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final LineItemQuery<?> BILLING =
      LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS);
  private static final LineItemQuery<?> USAGE =
      LineItemQuery.oneTimeUsage("USD", BillingPeriod.PREVIOUS);

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void nothingWasAskedFor() {
    assertThat(server.requests()).isEmpty();
    server.close();
  }

  @Nested
  class Ids {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\t",
          "\u2003",
          ".",
          "..",
          "G1\n",
          "G\u00001",
          "G\u007F1",
          "\u0085",
          "G\uD83D"
        })
    @DisplayName("C53: what cannot be a segment of a path is refused before any request")
    void areNeitherBlankNorDotsNorControlCharacters(String id) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> partner.invoices().byId(id))
          .withMessageContaining("invoiceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "Summary", "SUMMARIES", "summaries", "estimates"})
    @DisplayName("C53: an id that would lead to another resource is refused before any request")
    void areNotTheNamesOfOtherResources(String id) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> partner.invoices().byId(id))
          .withMessageContainingAll(id, "another resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unbilled", "Unbilled", "UNBILLED"})
    void ofWhatIsNotBilledYetNameNoInvoice(String id) {
      var unbilled = partner.invoices().byId(id);

      assertThatIllegalStateException()
          .isThrownBy(unbilled::get)
          .withMessageContainingAll("unbilled", "lineItems");
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> unbilled.getAsync().join())
          .withCauseInstanceOf(IllegalStateException.class);
      assertThatIllegalStateException().isThrownBy(() -> partner.invoices().unbilled().get());
    }
  }

  @Nested
  class InvoiceQueries {
    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void haveAtLeastOneInvoiceToAPage(int size) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> InvoiceQuery.all().size(size))
          .withMessageContainingAll("size", Integer.toString(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void beginAtTheFirstInvoiceOrLater(int offset) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> InvoiceQuery.all().offset(offset))
          .withMessageContainingAll("offset", Integer.toString(offset));
    }

    @Test
    void endAfterTheyBegin() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> InvoiceQuery.invoicedBetween(NEW_YEAR, NEW_YEAR))
          .withMessageContaining("2026-01-01");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> InvoiceQuery.invoicedBetween(NEW_YEAR, NEW_YEAR.minusDays(1)));
    }

    @Test
    @SuppressWarnings("NullAway") // What callers without a checker do.
    void filterByDatesThatAreThere() {
      var filter = InvoiceFilter.invoiceDate(EQUALS, NEW_YEAR);

      assertThatNullPointerException()
          .isThrownBy(() -> InvoiceFilter.invoiceDate(EQUALS, null))
          .withMessage("date");
      assertThatNullPointerException()
          .isThrownBy(() -> InvoiceFilter.invoiceDate(null, NEW_YEAR))
          .withMessage("operator");
      assertThatNullPointerException().isThrownBy(() -> filter.and(null)).withMessage("right");
      assertThatNullPointerException().isThrownBy(() -> filter.or(null)).withMessage("right");
    }
  }

  @Nested
  class LineItemQueries {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2001, Integer.MAX_VALUE})
    void haveFromOneToTwoThousandLinesToAPage(int size) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> BILLING.size(size))
          .withMessageContainingAll("1 to 2000", Integer.toString(size));
    }

    @Test
    void beginAtTheFirstLineOrLater() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LineItemQuery.officeBilling().offset(-1))
          .withMessageContaining("-1");
    }

    static Stream<LineItemQuery<?>> queriesThatSeek() {
      return Stream.of(
          BILLING,
          USAGE,
          LineItemQuery.of(BillingProvider.MARKETPLACE, InvoiceLineItemType.USAGE_LINE_ITEMS),
          LineItemQuery.of(BillingProvider.ALL, InvoiceLineItemType.BILLING_LINE_ITEMS));
    }

    @ParameterizedTest
    @MethodSource("queriesThatSeek")
    void haveNoOffsetWhereTheServiceWouldIgnoreIt(LineItemQuery<?> query) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> query.offset(0))
          .withMessageContaining("from(cursor)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "US", "USDX", "U$D", "U D", "840", "EUR&x=1", "ÄÖÜ", "usd\n"})
    void areInACurrencyOfThreeLetters(String code) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> BILLING.currencyCode(code))
          .withMessageContaining("three letters");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LineItemQuery.oneTimeUsage(code, BillingPeriod.CURRENT));
    }

    static Stream<LineItemQuery<?>> queriesWithoutPartnerEarnedCredit() {
      return Stream.of(
          BILLING,
          LineItemQuery.officeBilling(),
          LineItemQuery.azureBilling(),
          LineItemQuery.azureUsage(),
          LineItemQuery.of(BillingProvider.ALL, InvoiceLineItemType.BILLING_LINE_ITEMS));
    }

    @ParameterizedTest
    @MethodSource("queriesWithoutPartnerEarnedCredit")
    void areNotOfPartnerEarnedCreditWhereThereIsNone(LineItemQuery<?> query) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> query.hasPartnerEarnedCredit(true))
          .withMessageContaining("partner earned credit");
      assertThatIllegalArgumentException().isThrownBy(() -> query.hasPartnerEarnedCredit(false));
    }

    @Test
    void ofDetailsThatSayNothingAreNone() {
      var noType = new InvoiceDetail(null, BillingProvider.AZURE, null, null, Map.of());
      var noProvider =
          new InvoiceDetail(InvoiceLineItemType.USAGE_LINE_ITEMS, null, null, null, Map.of());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> LineItemQuery.of(noType))
          .withMessageContaining("no type");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LineItemQuery.of(noProvider))
          .withMessageContaining("no provider");
    }
  }

  @Nested
  class QueriesOfAnInvoice {
    static Stream<LineItemQuery<?>> legacyQueries() {
      return Stream.of(
          LineItemQuery.officeBilling(), LineItemQuery.azureBilling(), LineItemQuery.azureUsage());
    }

    @ParameterizedTest
    @MethodSource("legacyQueries")
    void areNotOfLegacyLinesThatAreNotBilledYet(LineItemQuery<?> query) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> partner.invoices().unbilled().lineItems(query))
          .withMessageContaining("only modern commerce has unbilled lines");
    }

    @Test
    void ofWhatIsNotBilledYetNameACurrencyAndAPeriod() {
      var lines =
          LineItemQuery.of(BillingProvider.ONE_TIME, InvoiceLineItemType.BILLING_LINE_ITEMS);
      InvoiceOperations unbilled = partner.invoices().unbilled();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> unbilled.lineItems(lines.period(BillingPeriod.CURRENT)))
          .withMessageContaining("currency");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> unbilled.lineItems(lines.currencyCode("USD")))
          .withMessageContaining("period");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> partner.invoices().byId("Unbilled").lineItems(lines));
    }

    @Test
    void ofModernUsageNameACurrency() {
      var lines =
          LineItemQuery.of(BillingProvider.MARKETPLACE, InvoiceLineItemType.USAGE_LINE_ITEMS);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> partner.invoices().byId("G1").lineItems(lines))
          .withMessageContaining("currency");
    }
  }
}
