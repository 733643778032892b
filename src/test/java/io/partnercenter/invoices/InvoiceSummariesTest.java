package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.InvoiceSummaryDetail;
import io.partnercenter.models.InvoiceType;
import io.partnercenter.models.ResourceCollection;
import io.partnercenter.testing.Fixtures;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceSummariesTest extends DocumentedOperation {
  @Override
  String operation() {
    return "invoices.summaries.get";
  }

  @Override
  String path() {
    return "/v1/invoices/summaries";
  }

  @Override
  String goodAnswer() {
    return Fixtures.text("wire/summaries");
  }

  @Override
  ResourceCollection<InvoiceSummary> call(IPartner partner) {
    return partner.invoices().summaries().get();
  }

  @Override
  CompletableFuture<ResourceCollection<InvoiceSummary>> callAsync(IPartner partner) {
    return partner.invoices().summaries().getAsync();
  }

  @Test
  void areAskedForWithoutParametersAndOnlyByTheVerb() {
    server.answersJson(200, goodAnswer());
    var summaries = partner.invoices().summaries();
    assertThat(server.requests()).isEmpty();

    summaries.get();

    assertThat(server.request().getRequestLine()).isEqualTo("GET /v1/invoices/summaries HTTP/1.1");
  }

  @Test
  @DisplayName("C30: balances stay in their currencies, one each")
  void areOneForEachCurrency() {
    server.answersJson(200, goodAnswer());

    ResourceCollection<InvoiceSummary> summaries = call(partner);

    assertThat(summaries.totalCount()).isEqualTo(3);
    assertThat(summaries.items())
        .extracting(InvoiceSummary::currencyCode)
        .containsExactly("GBP", "CHF", "EUR");
    assertThat(summaries.items())
        .extracting(InvoiceSummary::balanceAmount)
        .containsExactly(
            new BigDecimal("751094.39"), new BigDecimal("-12.30"), new BigDecimal("100.05"));
    assertThat(summaries.items().get(1).lastPaymentDate()).isNull();
    assertThat(requireNonNull(summaries.attributes()).objectType()).isEqualTo("Collection");
    assertThat(requireNonNull(summaries.links()).self()).isNotNull();
  }

  @Test
  @DisplayName("C32: each balance has its parts by type of invoice")
  void haveTypedDetails() {
    server.answersJson(200, goodAnswer());

    InvoiceSummary pounds = call(partner).items().get(0);

    assertThat(pounds.details())
        .extracting(InvoiceSummaryDetail::invoiceType)
        .containsExactly(InvoiceType.RECURRING, InvoiceType.ONE_TIME);
    assertThat(requireNonNull(pounds.details().get(1).summary()).balanceAmount())
        .isEqualTo(new BigDecimal("548138.52"));
  }

  @Test
  void ofAPartnerWithoutInvoicesAreNone() {
    server.answersJson(200, "{\"totalCount\":0,\"items\":[]}");

    assertThat(call(partner).items()).isEmpty();
  }

  @Test
  void keepWhatTheyDoNotKnow() {
    server.answersJson(200, "{\"items\":[],\"asOf\":\"2026-03-16\"}");

    assertThat(call(partner).additionalProperties()).containsEntry("asOf", "2026-03-16");
  }

  @ParameterizedTest
  @DisplayName("C9: a collection that would go on is not handed out as all there is")
  @ValueSource(
      strings = {
        "{\"items\":[{\"currencyCode\":\"GBP\"}],\"continuationToken\":\"more\"}",
        "{\"items\":[{\"currencyCode\":\"GBP\"}],\"links\":{\"next\":{\"uri\":\"/invoices/summaries?offset=1\"}}}",
      })
  void thatGoOnAreNotUnderstood(String body) {
    server.answersJson(200, body);

    assertThat(catchThrowableOfType(PartnerDataException.class, () -> call(partner)))
        .hasMessageContaining("goes on");
  }

  @ParameterizedTest
  @DisplayName("C18: what is no collection is a failure, and not a partner without debts")
  @ValueSource(strings = {"{}", "[]", "7", "{\"items\":7}", "{\"totalCount\":2}"})
  void areACollection(String body) {
    server.answersJson(200, body);

    assertThat(catchThrowableOfType(PartnerDataException.class, () -> call(partner)))
        .hasMessageContaining("not a collection");
  }

  @Test
  void thatCannotBeReadAreNamedByRowFieldAndText() {
    server.answersJson(
        200, "{\"items\":[{\"currencyCode\":\"GBP\"},{\"balanceAmount\":\"twelve\"}]}");

    var unreadable = catchThrowableOfType(PartnerDataException.class, () -> call(partner));

    assertThat(unreadable.row()).hasValue(1);
    assertThat(unreadable.field()).hasValue("balanceAmount");
    assertThat(unreadable.text()).hasValue("twelve");
  }
}
