package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.InvoiceSummaryDetail;
import io.partnercenter.models.InvoiceType;
import io.partnercenter.testing.Fixtures;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows the public document "Manage billing - Get invoices summary" line by line. */
class Seed000GetInvoicesSummaryTest extends DocumentedOperation {
  @Override
  String operation() {
    return "invoices.summary.get";
  }

  @Override
  String path() {
    return "/v1/invoices/summary";
  }

  @Override
  String goodAnswer() {
    return Fixtures.text("wire/summary-every-field");
  }

  @Override
  InvoiceSummary call(IPartner partner) {
    return partner.invoices().summary().get();
  }

  @Override
  CompletableFuture<InvoiceSummary> callAsync(IPartner partner) {
    return partner.invoices().summary().getAsync();
  }

  @Nested
  class Uri {
    @Test
    void isThatOfTheDocument() {
      server.answersJson(200, goodAnswer());

      call(partner);

      assertThat(server.request().getRequestLine()).isEqualTo("GET /v1/invoices/summary HTTP/1.1");
    }

    @Test
    void isAskedForOnlyByTheVerb() {
      var summary = partner.invoices().summary();

      assertThat(summary).isNotNull();
      assertThat(server.requests()).isEmpty();
    }

    @Test
    void comesBehindAnyPathOfTheBaseUrl() {
      server.answersJson(200, goodAnswer());
      IPartner behindAGateway =
          server.partner(server.builder().baseUrl(server.baseUrl().resolve("/gateway/billing")));

      call(behindAGateway);

      assertThat(server.targets()).containsExactly("/gateway/billing/v1/invoices/summary");
    }
  }

  @Nested
  class Definition {
    @Test
    void ofInvoiceSummaryHasEveryField() {
      server.answersJson(200, goodAnswer());

      InvoiceSummary summary = call(partner);

      Definitions.assertHas(
          summary,
          "accountingDate",
          "attributes",
          "balanceAmount",
          "currencyCode",
          "currencySymbol",
          "details",
          "firstInvoiceCreationDate",
          "lastPaymentAmount",
          "lastPaymentDate",
          "latestInvoiceDate",
          "links");
      assertThat(summary.additionalProperties()).isEmpty();
    }

    @Test
    void ofInvoiceSummaryKeepsFiguresAndTimesExactly() {
      server.answersJson(200, goodAnswer());

      InvoiceSummary summary = call(partner);

      assertThat(summary.balanceAmount()).isEqualTo(new BigDecimal("4150.30"));
      assertThat(summary.lastPaymentAmount()).isEqualTo(new BigDecimal("120.50"));
      assertThat(summary.currencyCode()).isEqualTo("GBP");
      assertThat(summary.currencySymbol()).isEqualTo("£");
      assertThat(summary.accountingDate()).isEqualTo(OffsetDateTime.parse("2026-02-16T00:00Z"));
      assertThat(summary.lastPaymentDate())
          .isEqualTo(OffsetDateTime.parse("2026-01-31T12:00:00.123Z"));
      assertThat(summary.latestInvoiceDate())
          .isEqualTo(OffsetDateTime.parse("2026-02-08T22:40:37.5897767Z"));
    }

    @Test
    void ofInvoiceSummaryDetailHasAnInvoiceSummaryOfItsOwn() {
      server.answersJson(200, goodAnswer());

      InvoiceSummaryDetail detail = call(partner).details().get(0);

      Definitions.assertHas(detail, "invoiceType", "summary");
      assertThat(detail.invoiceType()).isEqualTo(InvoiceType.RECURRING);
      assertThat(requireNonNull(detail.summary()).balanceAmount())
          .isEqualTo(new BigDecimal("4150.30"));
      assertThat(detail.summary().details()).isEmpty();
    }

    @Test
    void ofResourceLinksHasEveryLinkWithItsHeaders() {
      server.answersJson(200, goodAnswer());

      InvoiceSummary summary = call(partner);

      Definitions.assertHasEveryLink(requireNonNull(summary.links()));
    }

    @Test
    void ofResourceAttributesHasEveryField() {
      server.answersJson(200, goodAnswer());

      var attributes = requireNonNull(call(partner).attributes());

      Definitions.assertHas(attributes, "etag", "objectType");
      assertThat(attributes.objectType()).isEqualTo("InvoiceSummary");
    }

    @Test
    void leavesEveryFieldToBeAbsent() {
      server.answersJson(200, "{}");

      InvoiceSummary summary = call(partner);

      assertThat(summary.balanceAmount()).isNull();
      assertThat(summary.lastPaymentDate()).isNull();
      assertThat(summary.details()).isEmpty();
      assertThat(summary.links()).isNull();
    }
  }

  @Nested
  class Body {
    @Test
    @DisplayName("C18: no body, null, or anything but one object is a failure and not a summary")
    void isOneObject() {
      assertAsksForOneObject(server, () -> call(partner));
    }

    @ParameterizedTest
    @CsvSource({
      "balanceAmount, twelve",
      "lastPaymentDate, yesterday",
    })
    void thatCannotBeReadIsNamedByFieldAndText(String field, String text) {
      server.answersJson(200, "{\"" + field + "\":\"" + text + "\"}");

      var unreadable = catchThrowableOfType(PartnerDataException.class, () -> call(partner));

      assertThat(unreadable.row()).isEmpty();
      assertThat(unreadable.field()).hasValue(field);
      assertThat(unreadable.text()).hasValue(text);
    }
  }
}
