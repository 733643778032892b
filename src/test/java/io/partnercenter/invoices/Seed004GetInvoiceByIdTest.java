package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DocumentType;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.InvoiceType;
import io.partnercenter.testing.Fixtures;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the public document "Manage billing - Get invoice by ID" line by line. */
class Seed004GetInvoiceByIdTest extends DocumentedOperation {
  @Override
  String operation() {
    return "invoices.get";
  }

  @Override
  String path() {
    return "/v1/invoices/G000000041";
  }

  @Override
  String goodAnswer() {
    return Fixtures.text("wire/invoice-every-field");
  }

  @Override
  Invoice call(IPartner partner) {
    return partner.invoices().byId("G000000041").get();
  }

  @Override
  CompletableFuture<Invoice> callAsync(IPartner partner) {
    return partner.invoices().byId("G000000041").getAsync();
  }

  @Nested
  class Uri {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "G000000041",
          "D0A1B2C3D4",
          "OneTime-G000000041",
          "Recurring-D0A1B2C3D4",
          "d0a1b2c3d4"
        })
    void endsWithTheIdAsItWasGiven(String id) {
      server.answersJson(200, goodAnswer());

      partner.invoices().byId(id).get();

      assertThat(server.request().getRequestLine())
          .isEqualTo("GET /v1/invoices/" + id + " HTTP/1.1");
    }

    @Test
    void isAskedForOnlyByTheVerb() {
      var invoice = partner.invoices().byId("G000000041");

      assertThat(invoice).isNotNull();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Nested
  class Definition {
    @Test
    void ofInvoiceAndOfAllInItHasEveryField() {
      server.answersJson(200, goodAnswer());

      Invoice invoice = call(partner);

      assertThat(invoice.id()).isEqualTo("G000000041");
      Definitions.assertIsTheInvoiceWithEveryField(invoice);
    }

    @Test
    void ofALegacyInvoiceNamesTheLinesBehindIt() {
      server.answersFixture("wire/legacy-invoice");

      Invoice invoice = partner.invoices().byId("D0A1B2C3D4").get();

      assertThat(invoice.invoiceType()).isEqualTo(InvoiceType.RECURRING);
      assertThat(invoice.invoiceDetails())
          .extracting(InvoiceDetail::billingProvider)
          .containsExactly(BillingProvider.OFFICE, BillingProvider.AZURE, BillingProvider.AZURE);
      assertThat(invoice.amendments()).isEmpty();
      assertThat(invoice.pdfDownloadLink()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
      "adjustmentNote, adjustment_note",
      "AdjustmentNote, adjustment_note",
      "adjustment_note, adjustment_note",
      "invoice, invoice",
      "Invoice, invoice",
      "none, none",
      "reconciliation, reconciliation",
      "voidNote, void_note",
      "VoidNote, void_note",
      "void_note, void_note",
    })
    void ofDocumentTypeHasEveryValueInEverySpelling(String spelling, String value) {
      server.answersJson(200, "{\"documentType\":\"" + spelling + "\"}");

      DocumentType type = requireNonNull(call(partner).documentType());

      assertThat(type.isKnown()).isTrue();
      assertThat(type.value()).isEqualTo(value);
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
      "OneTime, one_time",
    })
    void ofBillingProviderHasEveryValueInEverySpelling(String spelling, String value) {
      server.answersJson(200, "{\"invoiceDetails\":[{\"billingProvider\":\"" + spelling + "\"}]}");

      BillingProvider provider = detail(call(partner)).billingProvider();

      assertThat(requireNonNull(provider).isKnown()).isTrue();
      assertThat(provider.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
      "billingLineItems, billing_line_items",
      "billing_line_items, billing_line_items",
      "none, none",
      "usageLineItems, usage_line_items",
      "usage_line_items, usage_line_items",
    })
    void ofInvoiceLineItemTypeHasEveryValueInEverySpelling(String spelling, String value) {
      String body = "{\"invoiceDetails\":[{\"invoiceLineItemType\":\"" + spelling + "\"}]}";
      server.answersJson(200, body);

      InvoiceLineItemType type = detail(call(partner)).invoiceLineItemType();

      assertThat(requireNonNull(type).isKnown()).isTrue();
      assertThat(type.value()).isEqualTo(value);
    }

    @Test
    @DisplayName("C17: values that are new keep their text and break nothing")
    void leavesRoomForNewValues() {
      server.answersJson(
          200,
          "{\"documentType\":\"pro_forma\",\"invoiceType\":\"Prepaid\",\"state\":\"Disputed\","
              + "\"invoiceDetails\":[{\"billingProvider\":\"xbox\"}]}");

      Invoice invoice = call(partner);

      assertThat(requireNonNull(invoice.documentType()).value()).isEqualTo("pro_forma");
      assertThat(invoice.documentType().isKnown()).isFalse();
      assertThat(requireNonNull(invoice.invoiceType()).value()).isEqualTo("Prepaid");
      assertThat(invoice.state()).isEqualTo("Disputed");
      assertThat(requireNonNull(detail(invoice).billingProvider()).value()).isEqualTo("xbox");
    }

    private InvoiceDetail detail(Invoice invoice) {
      return invoice.invoiceDetails().get(0);
    }
  }

  @Nested
  class Body {
    @Test
    @DisplayName("C18: no body, null, or anything but one object is a failure and not an invoice")
    void isOneObject() {
      assertAsksForOneObject(server, () -> call(partner));
    }
  }
}
