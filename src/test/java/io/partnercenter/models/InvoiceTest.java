package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceTest {
  @Test
  void saysWhatWasSent() {
    Invoice invoice = ModelJson.fixture(Invoice.class, "invoices/every-field");

    assertThat(invoice.id()).isEqualTo("G000012345");
    assertThat(invoice.invoiceDate())
        .isEqualTo(OffsetDateTime.of(2026, 2, 8, 22, 40, 37, 589_776_700, ZoneOffset.UTC));
    assertThat(invoice.totalCharges()).isEqualTo("586366");
    assertThat(invoice.paidAmount()).isEqualTo("-1000.50");
    assertThat(invoice.documentType()).isSameAs(DocumentType.VOID_NOTE);
    assertThat(invoice.invoiceType()).isSameAs(InvoiceType.ONE_TIME);
    assertThat(invoice.invoiceDetails())
        .extracting(InvoiceDetail::billingProvider, InvoiceDetail::invoiceLineItemType)
        .containsExactly(tuple(BillingProvider.ONE_TIME, InvoiceLineItemType.BILLING_LINE_ITEMS));
  }

  @Test
  void holdsItsAmendmentsAsInvoices() {
    Invoice invoice = ModelJson.fixture(Invoice.class, "invoices/every-field");

    assertThat(invoice.amendments())
        .singleElement()
        .satisfies(
            amendment -> {
              assertThat(amendment.amendsOf()).isEqualTo(invoice.id());
              assertThat(amendment.totalCharges()).isEqualTo("107661.12");
              assertThat(amendment.documentType()).isSameAs(DocumentType.ADJUSTMENT_NOTE);
              assertThat(amendment.links()).isNull();
              assertThat(amendment.taxReceipts()).isEmpty();
              assertThat(amendment.amendments()).isEmpty();
            });
  }

  @Test
  void readsItsStatusInBothSpellings() {
    Invoice capital = ModelJson.fixture(Invoice.class, "invoices/status-in-capitals");
    Invoice small = ModelJson.fixture(Invoice.class, "invoices/every-field");

    assertThat(capital.status()).isEqualTo("active");
    assertThat(capital.additionalProperties()).isEmpty();
    assertThat(small.status()).isEqualTo("void");
  }

  @Test
  void readsItsDocumentTypeFromANumber() {
    List<Invoice> invoices = ModelJson.fixtures(Invoice.class, "invoices/document-type-as-number");

    assertThat(invoices)
        .extracting(Invoice::documentType)
        .containsExactly(
            DocumentType.NONE,
            DocumentType.INVOICE,
            DocumentType.VOID_NOTE,
            DocumentType.ADJUSTMENT_NOTE,
            DocumentType.VOID_NOTE,
            DocumentType.of("7"));
  }

  @Test
  void keepsFieldsThatItHasNoComponentFor() {
    Invoice invoice = ModelJson.fixture(Invoice.class, "invoices/unknown-keys");

    assertThat(invoice.additionalProperties())
        .containsEntry("paymentTerm", "Net 30")
        .containsEntry("installments", 3)
        .containsEntry("legacyNumber", 9007199254740993L)
        .containsEntry("ledgerNumber", new BigInteger("123456789012345678901234567890"))
        .containsEntry("discountRate", new BigDecimal("0.1500"))
        .containsEntry("disputed", true)
        .containsEntry("dueDate", null)
        .containsEntry("reminders", Arrays.asList(1, "second", new BigDecimal("3.50"), null))
        .containsEntry(
            "soldTo",
            Map.of("name", "Contoso", "address", Map.of("city", "Zürich", "lines", List.of())));
  }

  @Test
  void keepsEvenAFieldOfTheNameOfThatMap() {
    Invoice invoice = ModelJson.fixture(Invoice.class, "invoices/unknown-keys");

    assertThat(invoice.additionalProperties())
        .containsEntry("additionalProperties", "a key of this very name");
    assertThat(ModelJson.parse(Invoice.class, ModelJson.write(invoice))).isEqualTo(invoice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"z\": 3}", "[1]"})
  void losesNothingToSuchAField(String value) {
    String json = "{\"x\": 1, \"additionalProperties\": " + value + ", \"id\": \"G1\", \"y\": 2}";

    Invoice invoice = ModelJson.parse(Invoice.class, json);

    assertThat(invoice.id()).isEqualTo("G1");
    assertThat(invoice.additionalProperties())
        .containsOnlyKeys("x", "additionalProperties", "y")
        .containsEntry("x", 1)
        .containsEntry("y", 2);
  }
}
