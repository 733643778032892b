package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.DailyUsageLineItem;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.UnrecognizedLineItem;
import io.partnercenter.models.UsageBasedLineItem;
import io.partnercenter.testing.PartnerServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of line a line is, where the query leaves it open. */
class LineItemKindsTest {
  private static final InvoiceLineItemType BILLING = InvoiceLineItemType.BILLING_LINE_ITEMS;

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Nested
  class UnknownKinds {
    @Test
    @DisplayName("C12: a line of an unknown kind keeps all its fields")
    void keepAllTheirFields() {
      server.answersJson(
          200,
          Pages.of(
                  "{\"players\":3,\"pricePerHour\":0.10,\"title\":\"Chess\",\"unitPrice\":\"2\","
                      + "\"billingProvider\":\"xbox\",\"invoiceLineItemType\":\"gaming_line_items\","
                      + "\"attributes\":{\"objectType\":\"GamingLineItem\"}}")
              .json());
      LineItemQuery<InvoiceLineItem> query =
          LineItemQuery.of(BillingProvider.of("xbox"), InvoiceLineItemType.of("gaming_line_items"));

      InvoiceLineItem line = partner.invoices().byId("G1").lineItems(query).get().items().get(0);

      assertThat(line).isInstanceOf(UnrecognizedLineItem.class);
      assertThat(line.billingProvider()).isEqualTo(BillingProvider.of("xbox"));
      assertThat(line.invoiceLineItemType()).isEqualTo(InvoiceLineItemType.of("gaming_line_items"));
      assertThat(requireNonNull(line.attributes()).objectType()).isEqualTo("GamingLineItem");
      assertThat(line.additionalProperties())
          .containsOnly(
              Map.entry("players", 3),
              Map.entry("pricePerHour", new BigDecimal("0.10")),
              Map.entry("title", "Chess"),
              Map.entry("unitPrice", "2"));
    }

    @Test
    void areNoneOfTheKindAskedForEvenIfTheirFieldsAreOfAnotherShape() {
      server.answersJson(
          200,
          Pages.of(
                  "{\"orderId\":\"1\"}",
                  "{\"orderId\":\"2\",\"unitPrice\":{\"amount\":0.10,\"currency\":\"USD\"},"
                      + "\"attributes\":{\"objectType\":\"GamingLineItem\"}}",
                  "{\"orderId\":\"3\"}")
              .json());
      LineItemQuery<InvoiceLineItem> query = LineItemQuery.of(BillingProvider.ONE_TIME, BILLING);

      List<InvoiceLineItem> lines = partner.invoices().byId("G1").lineItems(query).get().items();

      assertThat(lines)
          .hasExactlyElementsOfTypes(
              OneTimeInvoiceLineItem.class,
              UnrecognizedLineItem.class,
              OneTimeInvoiceLineItem.class);
      assertThat(lines.get(1).additionalProperties())
          .containsEntry("orderId", "2")
          .containsEntry("unitPrice", Map.of("amount", new BigDecimal("0.10"), "currency", "USD"));
    }

    @Test
    void takeTheTypeOfATypedQueryThatAskedForThem() {
      server.answersJson(
          200,
          Pages.of("{\"orderId\":\"7\",\"attributes\":{\"objectType\":\"OneTimeLineItemV2\"}}")
              .json());

      OneTimeInvoiceLineItem line =
          partner
              .invoices()
              .byId("G1")
              .lineItems(LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS))
              .get()
              .items()
              .get(0);

      assertThat(line.orderId()).isEqualTo("7");
    }
  }

  @Nested
  @DisplayName("What a line of an open query is, says first its name, then the query, then itself")
  class Discriminators {
    @Test
    void whereTheQueryKnowsWhatToExpect() {
      server.answersFixture("wire/discriminators");
      LineItemQuery<InvoiceLineItem> query = LineItemQuery.of(BillingProvider.ALL, BILLING);

      List<InvoiceLineItem> lines = partner.invoices().byId("G1").lineItems(query).get().items();

      assertThat(lines)
          .extracting(line -> line.additionalProperties().get("id"), InvoiceLineItem::getClass)
          .containsExactly(
              tuple("named, with the right fields", OneTimeInvoiceLineItem.class),
              tuple("named, without the fields", OneTimeInvoiceLineItem.class),
              tuple("named, whatever the fields say", LicenseBasedLineItem.class),
              tuple("named in another case", DailyRatedUsageLineItem.class),
              tuple("named, of Azure", UsageBasedLineItem.class),
              tuple("named, of Azure by day", DailyUsageLineItem.class),
              tuple("not named", OneTimeInvoiceLineItem.class),
              tuple("not named, with empty attributes", OneTimeInvoiceLineItem.class),
              tuple("with an empty name", OneTimeInvoiceLineItem.class),
              tuple("with an unheard-of name", UnrecognizedLineItem.class),
              tuple("nothing but an id", OneTimeInvoiceLineItem.class));
    }

    @ParameterizedTest
    @CsvSource({
      "usage_line_items, azure, DailyUsageLineItem",
      "usage_line_items, marketplace, DailyRatedUsageLineItem",
      "usage_line_items, one_time, DailyRatedUsageLineItem",
      "usage_line_items, , DailyRatedUsageLineItem",
      "billing_line_items, office, LicenseBasedLineItem",
      "billing_line_items, azure, UsageBasedLineItem",
      "billing_line_items, one_time, OneTimeInvoiceLineItem",
      "billing_line_items, , OneTimeInvoiceLineItem",
      "none, office, UnrecognizedLineItem",
      ", , UnrecognizedLineItem",
    })
    void whereTheQueryDoesNot(String type, String provider, String kind) {
      String typeField = type == null ? "" : ",\"invoiceLineItemType\":\"" + type + "\"";
      String providerField = provider == null ? "" : ",\"billingProvider\":\"" + provider + "\"";
      server.answersJson(200, Pages.of("{\"id\":\"7\"" + typeField + providerField + "}").json());
      LineItemQuery<InvoiceLineItem> query =
          LineItemQuery.of(BillingProvider.ALL, InvoiceLineItemType.of("new_line_items"));

      InvoiceLineItem line = partner.invoices().byId("G1").lineItems(query).get().items().get(0);

      assertThat(line.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(line.additionalProperties()).containsEntry("id", "7");
    }
  }
}
