package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.DailyUsageLineItem;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UsageBasedLineItem;
import io.partnercenter.testing.Fixtures;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows the public document "Manage billing - Get invoice line items" line by line. */
class Seed003GetInvoiceLineItemsTest extends DocumentedOperation {
  private static final InvoiceLineItemType BILLING = InvoiceLineItemType.BILLING_LINE_ITEMS;
  private static final InvoiceLineItemType USAGE = InvoiceLineItemType.USAGE_LINE_ITEMS;

  @Override
  String operation() {
    return "invoices.lineItems";
  }

  @Override
  String path() {
    return "/v1/invoices/G000000041/lineitems";
  }

  @Override
  String goodAnswer() {
    return Pages.of(Fixtures.text("line-items/one-time-every-field")).json();
  }

  @Override
  PagedResourceCollection<OneTimeInvoiceLineItem> call(IPartner partner) {
    return lines(partner).get();
  }

  @Override
  CompletableFuture<PagedResourceCollection<OneTimeInvoiceLineItem>> callAsync(IPartner partner) {
    return lines(partner).getAsync();
  }

  private static PagedOperations<OneTimeInvoiceLineItem> lines(IPartner partner) {
    return partner
        .invoices()
        .byId("G000000041")
        .lineItems(LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS));
  }

  private String targetOf(InvoiceOperations invoice, LineItemQuery<?> query) {
    server.answersJson(200, Pages.of().json());
    invoice.lineItems(query).get();
    return server.request().getTarget();
  }

  static Stream<Arguments> parameters() {
    LineItemQuery<InvoiceLineItem> marketplaceUsage =
        LineItemQuery.of(BillingProvider.MARKETPLACE, USAGE).currencyCode("USD");
    LineItemQuery<DailyRatedUsageLineItem> oneTimeUsage =
        LineItemQuery.oneTimeUsage("EUR", BillingPeriod.PREVIOUS);
    return Stream.of(
        arguments(
            LineItemQuery.officeBilling(),
            "provider=office&invoiceLineItemType=billinglineitems&size=2000"),
        arguments(
            LineItemQuery.azureBilling(),
            "provider=azure&invoiceLineItemType=billinglineitems&size=2000"),
        arguments(
            LineItemQuery.azureUsage(),
            "provider=azure&invoiceLineItemType=usagelineitems&size=2000"),
        arguments(
            LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS),
            "provider=onetime&invoiceLineItemType=billinglineitems&currencyCode=USD"
                + "&period=previous&size=2000"),
        arguments(
            LineItemQuery.oneTimeUsage("eur", BillingPeriod.CURRENT),
            "provider=onetime&invoiceLineItemType=usagelineitems&currencyCode=eur"
                + "&period=current&size=2000"),
        arguments(
            marketplaceUsage,
            "provider=marketplace&invoiceLineItemType=usagelineitems&currencyCode=USD"
                + "&period=previous&size=2000"),
        arguments(
            LineItemQuery.of(BillingProvider.ALL, BILLING),
            "provider=all&invoiceLineItemType=billinglineitems&period=previous&size=2000"),
        arguments(
            LineItemQuery.of(BillingProvider.OFFICE, BILLING).currencyCode("USD"),
            "provider=office&invoiceLineItemType=billinglineitems&currencyCode=USD&size=2000"),
        arguments(
            oneTimeUsage.hasPartnerEarnedCredit(true),
            "provider=onetime&invoiceLineItemType=usagelineitems&hasPartnerEarnedCredit=true"
                + "&currencyCode=EUR&period=previous&size=2000"),
        arguments(
            marketplaceUsage.hasPartnerEarnedCredit(false).period(BillingPeriod.CURRENT),
            "provider=marketplace&invoiceLineItemType=usagelineitems"
                + "&hasPartnerEarnedCredit=false&currencyCode=USD&period=current&size=2000"),
        arguments(
            LineItemQuery.officeBilling().size(1).offset(0),
            "provider=office&invoiceLineItemType=billinglineitems&size=1&offset=0"),
        arguments(
            LineItemQuery.azureUsage().size(500).offset(4000),
            "provider=azure&invoiceLineItemType=usagelineitems&size=500&offset=4000"),
        arguments(
            oneTimeUsage.size(7),
            "provider=onetime&invoiceLineItemType=usagelineitems&currencyCode=EUR"
                + "&period=previous&size=7"));
  }

  @Nested
  class Uri {
    @ParameterizedTest
    @MethodSource("io.partnercenter.invoices.Seed003GetInvoiceLineItemsTest#parameters")
    void hasTheParametersOfTheQuery(LineItemQuery<?> query, String parameters) {
      assertThat(targetOf(partner.invoices().byId("G000000041"), query))
          .isEqualTo("/v1/invoices/G000000041/lineitems?" + parameters);
    }

    @Test
    void ofWhatIsNotBilledYetNamesNoInvoice() {
      LineItemQuery<?> query = LineItemQuery.oneTimeUsage("USD", BillingPeriod.CURRENT);

      assertThat(targetOf(partner.invoices().unbilled(), query))
          .isEqualTo(
              "/v1/invoices/unbilled/lineitems?provider=onetime&invoiceLineItemType=usagelineitems"
                  + "&currencyCode=USD&period=current&size=2000");
    }

    @Test
    void ofWhatIsNotBilledYetIsTheSameByItsLiteralId() {
      LineItemQuery<?> query = LineItemQuery.oneTimeBilling("USD", BillingPeriod.CURRENT);

      assertThat(targetOf(partner.invoices().byId("unbilled"), query))
          .startsWith("/v1/invoices/unbilled/lineitems?provider=onetime");
    }

    @Test
    void isAskedForOnlyByTheVerb() {
      var lines = lines(partner);

      assertThat(lines).isNotNull();
      assertThat(server.requests()).isEmpty();
    }
  }

  /** Whose lines of which type, what they are, and how their pages follow each other. */
  static Stream<Arguments> kinds() {
    BillingProvider oneTime = BillingProvider.ONE_TIME;
    BillingProvider marketplace = BillingProvider.MARKETPLACE;
    return Stream.of(
        arguments(BillingProvider.OFFICE, BILLING, LicenseBasedLineItem.class, Paging.OFFSET),
        arguments(BillingProvider.AZURE, BILLING, UsageBasedLineItem.class, Paging.OFFSET),
        arguments(BillingProvider.AZURE, USAGE, DailyUsageLineItem.class, Paging.OFFSET),
        arguments(oneTime, BILLING, OneTimeInvoiceLineItem.class, Paging.SEEK),
        arguments(oneTime, USAGE, DailyRatedUsageLineItem.class, Paging.SEEK),
        arguments(marketplace, BILLING, OneTimeInvoiceLineItem.class, Paging.SEEK),
        arguments(marketplace, USAGE, DailyRatedUsageLineItem.class, Paging.SEEK),
        arguments(BillingProvider.ALL, BILLING, OneTimeInvoiceLineItem.class, Paging.SEEK),
        arguments(BillingProvider.ALL, USAGE, DailyRatedUsageLineItem.class, Paging.SEEK),
        arguments(BillingProvider.of("xbox"), BILLING, OneTimeInvoiceLineItem.class, Paging.SEEK));
  }

  @Nested
  class ProviderAndInvoiceLineItemType {
    @ParameterizedTest
    @MethodSource("io.partnercenter.invoices.Seed003GetInvoiceLineItemsTest#kinds")
    @DisplayName("C12: every provider's lines of every type become the record of their kind")
    void decideWhatALineIs(
        BillingProvider provider, InvoiceLineItemType type, Class<?> record, Paging paging) {
      server.answersJson(200, Pages.ofOrders("567735045559000001").json());
      LineItemQuery<InvoiceLineItem> query = LineItemQuery.of(provider, type).currencyCode("USD");

      List<InvoiceLineItem> lines = partner.invoices().byId("X1").lineItems(query).get().items();

      assertThat(lines).singleElement().isInstanceOf(record);
      assertThat(server.targets())
          .singleElement()
          .satisfies(
              target ->
                  assertThat(target)
                      .contains("provider=" + provider.queryValue())
                      .contains("invoiceLineItemType=" + type.queryValue()));
    }

    @ParameterizedTest
    @MethodSource("io.partnercenter.invoices.Seed003GetInvoiceLineItemsTest#kinds")
    void decideHowPagesFollow(
        BillingProvider provider, InvoiceLineItemType type, Class<?> record, Paging paging) {
      server.answersJson(200, paging.link(Pages.ofOrders("1", "2"), 1).json());
      server.answersJson(200, Pages.ofOrders("3").json());
      LineItemQuery<InvoiceLineItem> query =
          LineItemQuery.of(provider, type).currencyCode("USD").size(2);

      List<InvoiceLineItem> lines =
          partner.invoices().byId("X1").lineItems(query).stream().toList();

      assertThat(lines).hasSize(3).hasOnlyElementsOfType(record);
      paging.assertAskedFor(server, 1);
    }

    @Test
    void decideTheTypeOfTheRowsAtCompileTime() {
      for (int i = 0; i < 5; i++) server.answersJson(200, Pages.ofOrders("7").json());
      InvoiceOperations invoice = partner.invoices().byId("X1");
      BillingPeriod period = BillingPeriod.PREVIOUS;

      List<LicenseBasedLineItem> licenses =
          invoice.lineItems(LineItemQuery.officeBilling()).get().items();
      List<UsageBasedLineItem> usage =
          invoice.lineItems(LineItemQuery.azureBilling()).get().items();
      List<DailyUsageLineItem> days = invoice.lineItems(LineItemQuery.azureUsage()).get().items();
      List<OneTimeInvoiceLineItem> charges =
          invoice.lineItems(LineItemQuery.oneTimeBilling("USD", period)).get().items();
      List<DailyRatedUsageLineItem> rated =
          invoice.lineItems(LineItemQuery.oneTimeUsage("USD", period)).get().items();

      assertThat(licenses).extracting(LicenseBasedLineItem::orderId).containsExactly("7");
      assertThat(usage).extracting(UsageBasedLineItem::orderId).containsExactly("7");
      assertThat(days).extracting(DailyUsageLineItem::orderId).containsExactly("7");
      assertThat(charges).extracting(OneTimeInvoiceLineItem::orderId).containsExactly("7");
      assertThat(rated)
          .extracting(DailyRatedUsageLineItem::additionalProperties)
          .containsExactly(Map.of("orderId", "7"));
    }
  }

  @Nested
  class SeekOperation {
    @Test
    void isNextOnEveryPageButTheFirst() {
      server.answersJson(200, Pages.ofOrders("1").next("AQ/+,b_c==").json());
      server.answersJson(200, Pages.ofOrders("2").next("token-3").json());
      server.answersJson(200, Pages.ofOrders("3").json());

      List<OneTimeInvoiceLineItem> rows = lines(partner).stream().toList();

      String first =
          "/v1/invoices/G000000041/lineitems?provider=onetime"
              + "&invoiceLineItemType=billinglineitems&currencyCode=USD&period=previous&size=2000";
      assertThat(rows).extracting(OneTimeInvoiceLineItem::orderId).containsExactly("1", "2", "3");
      assertThat(server.targets())
          .containsExactly(first, first + "&seekOperation=Next", first + "&seekOperation=Next");
      assertThat(server.headers("MS-ContinuationToken"))
          .containsExactly(null, "AQ/+,b_c==", "token-3");
    }

    @Test
    void isNotForLegacyInvoicesWhosePagesHaveOffsets() {
      server.answersJson(200, Pages.ofOrders("1", "2").next(2).json());
      server.answersJson(200, Pages.ofOrders("3", "4").next(4).json());
      server.answersJson(200, Pages.ofOrders("5").json());

      List<LicenseBasedLineItem> rows =
          partner
              .invoices()
              .byId("D0A1B2C3D4")
              .lineItems(LineItemQuery.officeBilling().size(2))
              .stream()
              .toList();

      String first =
          "/v1/invoices/D0A1B2C3D4/lineitems?provider=office"
              + "&invoiceLineItemType=billinglineitems&size=2";
      assertThat(rows)
          .extracting(LicenseBasedLineItem::orderId)
          .containsExactly("1", "2", "3", "4", "5");
      assertThat(server.targets()).containsExactly(first, first + "&offset=2", first + "&offset=4");
      assertThat(server.headers("MS-ContinuationToken")).containsOnlyNulls();
    }
  }

  @Nested
  class Definition {
    @Test
    void ofTheCollectionHasEveryField() {
      server.answersJson(
          200,
          Pages.of(Fixtures.text("line-items/one-time-every-field"))
              .next("token-2")
              .with("totalCount", "1")
              .with("continuationToken", "\"token-2\"")
              .json());

      PagedResourceCollection<OneTimeInvoiceLineItem> page = call(partner);

      Definitions.assertHas(
          page, "attributes", "continuationToken", "items", "links", "totalCount");
      var next = requireNonNull(requireNonNull(page.links()).next());
      Definitions.assertHas(next, "headers", "method", "uri");
      Definitions.assertHas(next.headers().get(0), "key", "value");
      assertThat(page.hasNext()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "OFFICE, BILLING_LINE_ITEMS, license-based",
      "AZURE, BILLING_LINE_ITEMS, usage-based",
      "AZURE, USAGE_LINE_ITEMS, daily-usage",
      "ONE_TIME, BILLING_LINE_ITEMS, one-time",
      "ONE_TIME, USAGE_LINE_ITEMS, daily-rated-usage",
    })
    void ofEveryKindOfLineHasEveryField(String provider, String type, String fixture) {
      String row = Fixtures.text("line-items/" + fixture + "-every-field");
      server.answersJson(200, Pages.of(row).json());
      LineItemQuery<InvoiceLineItem> query =
          LineItemQuery.of(BillingProvider.of(provider), InvoiceLineItemType.of(type))
              .currencyCode("USD");

      InvoiceLineItem line = partner.invoices().byId("X1").lineItems(query).get().items().get(0);

      Definitions.assertIsComplete((Record) line);
      Definitions.assertHas((Record) line, "attributes", "billingProvider", "invoiceLineItemType");
    }

    @Test
    void keepsFiguresAndTimesExactly() {
      server.answersJson(
          200, Pages.of(Fixtures.text("line-items/daily-rated-usage-every-field")).json());

      DailyRatedUsageLineItem line =
          partner
              .invoices()
              .byId("G000000041")
              .lineItems(LineItemQuery.oneTimeUsage("EUR", BillingPeriod.PREVIOUS))
              .get()
              .items()
              .get(0);

      assertThat(line.effectiveUnitPrice()).isEqualTo(new BigDecimal("0.1999968000511991808131"));
      assertThat(line.quantity()).isEqualTo(new BigDecimal("24.0"));
      assertThat(line.usageDate()).isEqualTo(OffsetDateTime.parse("2026-01-02T00:00Z"));
      assertThat(line.tags()).isEqualTo("{\"costCenter\":\"4711\"}");
    }

    @ParameterizedTest
    @CsvSource({
      "all, all",
      "azure, azure",
      "marketplace, marketplace",
      "none, none",
      "office, office",
      "oneTime, one_time",
      "one_time, one_time",
    })
    void ofBillingProviderHasEveryValue(String spelling, String value) {
      server.answersJson(200, Pages.of("{\"billingProvider\":\"" + spelling + "\"}").json());

      BillingProvider provider = call(partner).items().get(0).billingProvider();

      assertThat(requireNonNull(provider).isKnown()).isTrue();
      assertThat(provider.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
      "billingLineItems, billing_line_items",
      "none, none",
      "usageLineItems, usage_line_items",
      "usage_line_items, usage_line_items",
    })
    void ofInvoiceLineItemTypeHasEveryValue(String spelling, String value) {
      server.answersJson(200, Pages.of("{\"invoiceLineItemType\":\"" + spelling + "\"}").json());

      InvoiceLineItemType type = call(partner).items().get(0).invoiceLineItemType();

      assertThat(requireNonNull(type).isKnown()).isTrue();
      assertThat(type.value()).isEqualTo(value);
    }
  }

  @Nested
  class Details {
    private Invoice invoice(String fixture) {
      server.answersFixture(fixture);
      Invoice invoice = partner.invoices().byId("X1").get();
      server.requests();
      return invoice;
    }

    private List<String> parametersOf(Invoice invoice) {
      InvoiceOperations operations = partner.invoices().byId(requireNonNull(invoice.id()));
      for (InvoiceDetail detail : invoice.invoiceDetails()) {
        server.answersJson(200, Pages.of().json());
        operations.lineItems(LineItemQuery.of(invoice, detail)).get();
      }
      List<String> targets = server.targets();
      return targets.subList(1, targets.size()).stream()
          .map(target -> target.substring(target.indexOf('?') + 1))
          .toList();
    }

    @Test
    void ofALegacyInvoiceLeadToItsLines() {
      assertThat(parametersOf(invoice("wire/legacy-invoice")))
          .containsExactly(
              "provider=office&invoiceLineItemType=billinglineitems&size=2000",
              "provider=azure&invoiceLineItemType=billinglineitems&size=2000",
              "provider=azure&invoiceLineItemType=usagelineitems&size=2000");
    }

    @Test
    void ofAModernInvoiceLeadToItsLinesInItsCurrency() {
      assertThat(parametersOf(invoice("wire/invoice-every-field")))
          .containsExactly(
              "provider=onetime&invoiceLineItemType=billinglineitems&currencyCode=CHF"
                  + "&period=previous&size=2000",
              "provider=onetime&invoiceLineItemType=usagelineitems&currencyCode=CHF"
                  + "&period=previous&size=2000");
    }

    @Test
    void takeACurrencyWithoutTheInvoice() {
      InvoiceDetail detail = invoice("wire/invoice-every-field").invoiceDetails().get(1);
      server.answersJson(200, Pages.of("{\"quantity\":1.50}").json());

      List<InvoiceLineItem> lines =
          partner
              .invoices()
              .byId("G000000041")
              .lineItems(LineItemQuery.of(detail).currencyCode("CHF"))
              .get()
              .items();

      assertThat(lines)
          .singleElement()
          .isInstanceOfSatisfying(
              DailyRatedUsageLineItem.class,
              line -> assertThat(line.quantity()).isEqualTo(new BigDecimal("1.50")));
    }
  }
}
