package io.partnercenter.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.partnercenter.IPartner;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.EstimatePeriod;
import io.partnercenter.models.EstimateType;
import io.partnercenter.models.ResourceCollection;
import io.partnercenter.testing.Fixtures;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateLinksTest extends DocumentedOperation {
  @Override
  String operation() {
    return "invoices.estimates.links.get";
  }

  @Override
  String path() {
    return "/v1/invoices/estimates/links";
  }

  @Override
  String goodAnswer() {
    return Fixtures.text("wire/estimate-links");
  }

  @Override
  ResourceCollection<EstimateLink> call(IPartner partner) {
    return partner.invoices().estimates().links("EUR").get();
  }

  @Override
  CompletableFuture<ResourceCollection<EstimateLink>> callAsync(IPartner partner) {
    return partner.invoices().estimates().links("EUR").getAsync();
  }

  @ParameterizedTest
  @DisplayName("C33: the currency is always in the query, as it was given")
  @ValueSource(strings = {"EUR", "usd"})
  void areAskedForInOneCurrency(String currencyCode) {
    server.answersJson(200, goodAnswer());

    partner.invoices().estimates().links(currencyCode).get();

    assertThat(server.request().getRequestLine())
        .isEqualTo("GET /v1/invoices/estimates/links?currencyCode=" + currencyCode + " HTTP/1.1");
  }

  @ParameterizedTest
  @DisplayName("C33: what cannot be a currency is refused before any request")
  @ValueSource(strings = {"", "EU", "EURO", "E R", "EUR&x=1", "978"})
  void areInACurrencyOfThreeLetters(String currencyCode) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.invoices().estimates().links(currencyCode))
        .withMessageContaining("three letters");
  }

  @Test
  void areOfEveryTypeInEveryPeriod() {
    server.answersJson(200, goodAnswer());

    ResourceCollection<EstimateLink> links = call(partner);

    assertThat(links.items())
        .extracting(EstimateLink::type)
        .containsExactly(
            EstimateType.DAILY_RATED_USAGE,
            EstimateType.NON_CONSUMPTION,
            EstimateType.DAILY_RATED_USAGE,
            EstimateType.NON_CONSUMPTION);
    assertThat(links.items())
        .extracting(EstimateLink::period)
        .containsExactly(
            EstimatePeriod.CURRENT,
            EstimatePeriod.CURRENT,
            EstimatePeriod.PREVIOUS,
            EstimatePeriod.PREVIOUS);
    assertThat(links.items()).allSatisfy(Definitions::assertIsComplete);
  }

  @Test
  void ofWhatCannotBeEstimatedAreNone() {
    server.answersJson(200, "{\"totalCount\":0,\"items\":[]}");

    assertThat(call(partner).items()).isEmpty();
  }

  @Test
  void mayBeOfTypesAndPeriodsToCome() {
    server.answersJson(200, "{\"items\":[{\"type\":\"Carbon\",\"period\":\"Next\"}]}");

    EstimateLink link = call(partner).items().get(0);

    assertThat(link.type()).isEqualTo(EstimateType.of("carbon"));
    assertThat(link.period()).hasToString("Next");
  }
}
