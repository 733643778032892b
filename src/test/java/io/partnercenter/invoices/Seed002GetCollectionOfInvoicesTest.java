package io.partnercenter.invoices;

import static io.partnercenter.invoices.InvoiceFilter.Operator.EQUALS;
import static io.partnercenter.invoices.InvoiceFilter.Operator.GREATER_THAN_OR_EQUALS;
import static io.partnercenter.invoices.InvoiceFilter.Operator.LESS_THAN;
import static io.partnercenter.invoices.InvoiceFilter.Operator.NOT_EQUALS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.partnercenter.IPartner;
import io.partnercenter.models.DocumentType;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceType;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.Fixtures;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows the public document "Manage billing - Get a collection of invoices" line by line. */
class Seed002GetCollectionOfInvoicesTest extends DocumentedOperation {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

  @Override
  String operation() {
    return "invoices.query";
  }

  @Override
  String path() {
    return "/v1/invoices";
  }

  @Override
  String goodAnswer() {
    return "{\"totalCount\":2,\"items\":["
        + Fixtures.text("wire/invoice-every-field")
        + ","
        + Fixtures.text("wire/legacy-invoice")
        + "],\"continuationToken\":\"AQAAAA==\",\"links\":{\"self\":{\"uri\":\"/invoices\","
        + "\"method\":\"GET\",\"headers\":[]}},\"attributes\":{\"objectType\":\"Collection\"}}";
  }

  @Override
  PagedResourceCollection<Invoice> call(IPartner partner) {
    return partner.invoices().query(InvoiceQuery.all()).get();
  }

  @Override
  CompletableFuture<PagedResourceCollection<Invoice>> callAsync(IPartner partner) {
    return partner.invoices().query(InvoiceQuery.all()).getAsync();
  }

  private String targetOf(InvoiceQuery query) {
    server.answersJson(200, goodAnswer());
    partner.invoices().query(query).get();
    return server.request().getTarget();
  }

  static Stream<Arguments> parameters() {
    InvoiceQuery all = InvoiceQuery.all();
    return Stream.of(
        arguments(all, "/v1/invoices"),
        arguments(all.size(200), "/v1/invoices?size=200"),
        arguments(all.size(1), "/v1/invoices?size=1"),
        arguments(all.offset(0), "/v1/invoices?offset=0"),
        arguments(all.offset(400), "/v1/invoices?offset=400"),
        arguments(all.size(200).offset(400), "/v1/invoices?size=200&offset=400"),
        arguments(all.invoiceType(InvoiceType.RECURRING), "/v1/invoices?invoiceType=Recurring"),
        arguments(all.invoiceType(InvoiceType.of("one_time")), "/v1/invoices?invoiceType=OneTime"),
        arguments(
            all.invoiceType(InvoiceType.of("Pre & paid")),
            "/v1/invoices?invoiceType=Pre%20%26%20paid"),
        arguments(all.filterOperator("and"), "/v1/invoices?filter.operator=and"),
        arguments(
            all.size(50).offset(100).invoiceType(InvoiceType.ONE_TIME).filterOperator("and"),
            "/v1/invoices?size=50&invoiceType=OneTime&filter.operator=and&offset=100"));
  }

  @Nested
  class Uri {
    @ParameterizedTest
    @MethodSource("io.partnercenter.invoices.Seed002GetCollectionOfInvoicesTest#parameters")
    void hasTheParametersThatWereAskedForAndNoOthers(InvoiceQuery query, String target) {
      assertThat(targetOf(query)).isEqualTo(target);
    }

    @Test
    void isAskedForOnlyByTheVerb() {
      var invoices = partner.invoices().query(InvoiceQuery.all());

      assertThat(invoices).isNotNull();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Nested
  @DisplayName("C34: the filter bounds the list by the invoices' dates")
  class Filter {
    @Test
    void isJsonEncodedAsOneParameter() {
      String target = targetOf(InvoiceQuery.invoicedFrom(NEW_YEAR));

      assertThat(target)
          .isEqualTo(
              "/v1/invoices?filter=%7B%22Field%22%3A%22InvoiceDate%22%2C%22Value%22%3A%222026-01-01"
                  + "%22%2C%22Operator%22%3A%22greater_than_or_equals%22%7D");
    }

    @Test
    void ofAPeriodHoldsItsFirstDayAndTheDayBehindIt() {
      String target = targetOf(InvoiceQuery.invoicedBetween(NEW_YEAR, FEBRUARY));

      assertThat(target)
          .isEqualTo(
              filtered(
                  "{\"LeftFilter\":"
                      + "{\"Field\":\"InvoiceDate\",\"Value\":\"2026-01-01\","
                      + "\"Operator\":\"greater_than_or_equals\"},"
                      + "\"RightFilter\":"
                      + "{\"Field\":\"InvoiceDate\",\"Value\":\"2026-02-01\","
                      + "\"Operator\":\"less_than\"},"
                      + "\"Operator\":\"and\"}"));
    }

    @ParameterizedTest
    @CsvSource({
      "GREATER_THAN, greater_than",
      "GREATER_THAN_OR_EQUALS, greater_than_or_equals",
      "LESS_THAN, less_than",
      "LESS_THAN_OR_EQUALS, less_than_or_equals",
      "EQUALS, equals",
      "NOT_EQUALS, not_equals",
    })
    void knowsEveryOperator(InvoiceFilter.Operator operator, String wire) {
      String target =
          targetOf(InvoiceQuery.all().filter(InvoiceFilter.invoiceDate(operator, NEW_YEAR)));

      assertThat(target)
          .isEqualTo(
              filtered(
                  "{\"Field\":\"InvoiceDate\",\"Value\":\"2026-01-01\",\"Operator\":\""
                      + wire
                      + "\"}"));
    }

    @Test
    void mayJoinTwoByOr() {
      InvoiceFilter either =
          InvoiceFilter.invoiceDate(LESS_THAN, NEW_YEAR)
              .or(InvoiceFilter.invoiceDate(EQUALS, FEBRUARY));

      assertThat(targetOf(InvoiceQuery.all().filter(either)))
          .isEqualTo(
              filtered(
                  "{\"LeftFilter\":"
                      + "{\"Field\":\"InvoiceDate\",\"Value\":\"2026-01-01\","
                      + "\"Operator\":\"less_than\"},"
                      + "\"RightFilter\":"
                      + "{\"Field\":\"InvoiceDate\",\"Value\":\"2026-02-01\","
                      + "\"Operator\":\"equals\"},"
                      + "\"Operator\":\"or\"}"));
    }

    @Test
    void mayBeBuiltOfFiltersOfFilters() {
      InvoiceFilter date = InvoiceFilter.invoiceDate(GREATER_THAN_OR_EQUALS, NEW_YEAR);
      InvoiceFilter deep = date.and(InvoiceFilter.invoiceDate(NOT_EQUALS, FEBRUARY).or(date));
      String leaf = "{\"Field\":\"InvoiceDate\",\"Value\":\"2026-%s\",\"Operator\":\"%s\"}";

      assertThat(targetOf(InvoiceQuery.all().filter(deep)))
          .isEqualTo(
              filtered(
                  "{\"LeftFilter\":"
                      + leaf.formatted("01-01", "greater_than_or_equals")
                      + ",\"RightFilter\":{\"LeftFilter\":"
                      + leaf.formatted("02-01", "not_equals")
                      + ",\"RightFilter\":"
                      + leaf.formatted("01-01", "greater_than_or_equals")
                      + ",\"Operator\":\"or\"},\"Operator\":\"and\"}"));
    }

    @Test
    void standsBetweenTheOtherParameters() {
      String target =
          targetOf(
              InvoiceQuery.invoicedFrom(NEW_YEAR)
                  .size(200)
                  .offset(400)
                  .invoiceType(InvoiceType.RECURRING)
                  .filterOperator("and"));

      assertThat(target)
          .startsWith("/v1/invoices?size=200&invoiceType=Recurring&filter=%7B")
          .endsWith("%7D&filter.operator=and&offset=400");
    }

    private String filtered(String json) {
      return "/v1/invoices?filter=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }
  }

  @Nested
  class Definition {
    @Test
    void ofTheCollectionHasEveryField() {
      server.answersJson(200, goodAnswer());

      PagedResourceCollection<Invoice> invoices = call(partner);

      Definitions.assertHas(
          invoices, "attributes", "continuationToken", "items", "links", "totalCount");
      assertThat(invoices.additionalProperties()).isEmpty();
      assertThat(invoices.totalCount()).isEqualTo(2);
      assertThat(invoices.continuationToken()).isEqualTo("AQAAAA==");
      assertThat(requireNonNull(invoices.attributes()).objectType()).isEqualTo("Collection");
    }

    @Test
    void ofInvoiceAndOfAllInItHasEveryField() {
      server.answersJson(200, goodAnswer());

      PagedResourceCollection<Invoice> invoices = call(partner);

      assertThat(invoices.items())
          .extracting(Invoice::id)
          .containsExactly("G000000041", "D0A1B2C3D4");
      Definitions.assertIsTheInvoiceWithEveryField(invoices.items().get(0));
    }

    @ParameterizedTest
    @CsvSource({
      "adjustmentNote, adjustment_note",
      "invoice, invoice",
      "none, none",
      "reconciliation, reconciliation",
      "voidNote, void_note",
    })
    void ofDocumentTypeHasEveryValue(String spelling, String value) {
      server.answersJson(200, "{\"items\":[{\"documentType\":\"" + spelling + "\"}]}");

      DocumentType type = call(partner).items().get(0).documentType();

      assertThat(requireNonNull(type).isKnown()).isTrue();
      assertThat(type.value()).isEqualTo(value);
    }

    @Test
    void keepsWhatTheCollectionHasBesides() {
      server.answersJson(200, "{\"items\":[],\"asOf\":\"2026-03-01\",\"grandTotal\":12.50}");

      PagedResourceCollection<Invoice> invoices = call(partner);

      assertThat(invoices.additionalProperties())
          .containsEntry("asOf", "2026-03-01")
          .containsEntry("grandTotal", new BigDecimal("12.50"));
    }
  }
}
