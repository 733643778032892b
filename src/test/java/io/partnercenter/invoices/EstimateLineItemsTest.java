package io.partnercenter.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.partnercenter.IPartner;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.EstimatePeriod;
import io.partnercenter.models.EstimateType;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.Link;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.Fixtures;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimate links are read, never called. */
class EstimateLineItemsTest {
  private static final String LINES = "/invoices/unbilled/lineitems";
  private static final String USAGE =
      LINES + "?provider=Marketplace&invoicelineitemtype=UsageLineItems&currencycode=eur";
  private static final String ASKED =
      "/v1/invoices/unbilled/lineitems?provider=marketplace&invoiceLineItemType=usagelineitems"
          + "&currencyCode=eur&period=current&size=2000";

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  private static EstimateLink link(
      @Nullable EstimateType type, @Nullable EstimatePeriod period, @Nullable String uri) {
    Link link = new Link(uri, "GET", List.of(), Map.of());
    return new EstimateLink(type, null, null, period, link, Map.of());
  }

  private String followed(EstimateLink link) {
    server.answersJson(200, Pages.of().json());
    partner.invoices().estimates().lineItems(link).get();
    return server.request().getTarget();
  }

  @Test
  void everyLinkOfTheDocumentLeadsToRowsOfItsType() {
    server.answersJson(200, Fixtures.text("wire/estimate-links"));
    List<EstimateLink> links = partner.invoices().estimates().links("EUR").get().items();

    for (EstimateLink link : links) {
      server.answersJson(200, Pages.ofOrders("1").next("token-2").json());
      server.answersJson(200, Pages.ofOrders("2").json());
      List<InvoiceLineItem> rows = partner.invoices().estimates().lineItems(link).stream().toList();

      boolean usage = EstimateType.DAILY_RATED_USAGE.equals(link.type());
      assertThat(rows)
          .hasSize(2)
          .hasOnlyElementsOfType(
              usage ? DailyRatedUsageLineItem.class : OneTimeInvoiceLineItem.class);
    }

    String usage = "provider=marketplace&invoiceLineItemType=usagelineitems&currencyCode=eur";
    String charges = "provider=all&invoiceLineItemType=billinglineitems&currencyCode=eur";
    assertThat(server.targets().subList(1, 9))
        .satisfiesExactly(
            first -> assertThat(first).endsWith(usage + "&period=current&size=2000"),
            next -> assertThat(next).endsWith("&period=current&size=2000&seekOperation=Next"),
            first -> assertThat(first).endsWith(charges + "&period=current&size=2000"),
            next -> assertThat(next).endsWith("&period=current&size=2000&seekOperation=Next"),
            first -> assertThat(first).endsWith(usage + "&period=previous&size=2000"),
            next -> assertThat(next).endsWith("&period=previous&size=2000&seekOperation=Next"),
            first -> assertThat(first).endsWith(charges + "&period=previous&size=2000"),
            next -> assertThat(next).endsWith("&period=previous&size=2000&seekOperation=Next"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        USAGE + "&period=current&size=2000",
        "/v1" + USAGE + "&PERIOD=Current",
        "/v1/" + USAGE + "&period=CURRENT",
        USAGE + "&period=current&size=7&seekOperation=Next&offset=3&x=y",
      })
  void everySpellingAsksForTheSame(String uri) {
    assertThat(followed(link(EstimateType.DAILY_RATED_USAGE, EstimatePeriod.CURRENT, uri)))
        .isEqualTo(ASKED);
  }

  @Test
  @DisplayName("C47: a link to another host is followed on this one, and the other hears nothing")
  void theHostOfALinkMeansNothing() {
    try (PartnerServer elsewhere = new PartnerServer()) {
      String foreign = elsewhere.baseUrl().resolve(USAGE + "&period=current").toString();

      String target = followed(link(null, null, foreign));

      assertThat(target).isEqualTo(ASKED);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "https://user:pass@evil.example:8443"})
  void norDoesAnyOtherWayToNameOne(String host) {
    assertThat(followed(link(null, null, host + USAGE + "&period=current"))).isEqualTo(ASKED);
  }

  @Test
  void whatAValueHidesStaysAValue() {
    String uri = USAGE.replace("Marketplace", "x%26size%3D1%23") + "&period=current";

    assertThat(followed(link(null, null, uri))).contains("?provider=x%26size%3D1%23&invoice");
  }

  @Test
  void whatTheAddressLacksTheLinkItselfSays() {
    EstimateLink link =
        link(EstimateType.NON_CONSUMPTION, EstimatePeriod.PREVIOUS, LINES + "?currencyCode=USD&x");

    assertThat(followed(link))
        .isEqualTo(
            "/v1/invoices/unbilled/lineitems?provider=onetime"
                + "&invoiceLineItemType=billinglineitems&currencyCode=USD&period=previous"
                + "&size=2000");
  }

  @ParameterizedTest
  @CsvSource({
    "'', no unbilled line items",
    "/invoices/G1/lineitems?provider=all, no unbilled line items",
    "/invoices/unbilled/../G1/lineitems?provider=all, no unbilled line items",
    "javascript:alert(1), no unbilled line items",
    "/invoices/unbilled/lineitems, no type",
    "/invoices/unbilled/lineitems?invoicelineitemtype=usagelineitems, no currency",
    "/invoices/unbilled/lineitems?invoicelineitemtype=usagelineitems&currencycode=eur, no period",
    "/invoices/unbilled/lineitems?invoicelineitemtype=usagelineitems&currencycode=e, three letters",
  })
  void aLinkThatSaysTooLittleIsRefusedBeforeAnyRequest(String uri, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.invoices().estimates().lineItems(link(null, null, uri)))
        .withMessageContaining(problem);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aLinkWithoutAddressIsRefused() {
    EstimateLink bare = new EstimateLink(null, "Usage", null, null, null, Map.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.invoices().estimates().lineItems(bare))
        .withMessageContaining("no unbilled line items");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.invoices().estimates().lineItems(link(null, null, null)));
  }

  @Test
  @DisplayName("lines of another period or type than the link says are not passed off as its own")
  void aLinkThatContradictsItselfIsRefused() {
    String uri = USAGE + "&period=current";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineItemQuery.of(link(null, EstimatePeriod.PREVIOUS, uri)))
        .withMessageContaining("two answers to its period");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineItemQuery.of(link(EstimateType.NON_CONSUMPTION, null, uri)))
        .withMessageContaining("two answers to its type");
  }
}
