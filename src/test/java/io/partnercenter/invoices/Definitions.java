package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.ResourceLinks;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** The definitions at the end of the documents, held against records. */
final class Definitions {
  private Definitions() {}

  /** Claims that {@code value} has every one of {@code fields}, and a value in it. */
  static void assertHas(Record value, String... fields) {
    assertThat(Arrays.stream(value.getClass().getRecordComponents()).map(RecordComponent::getName))
        .contains(fields);
    for (String field : fields) assertThat(valueOf(value, field)).as(field).isNotIn(null, "");
  }

  /** Claims that {@code value} has a value in each of its components, and no field besides. */
  static void assertIsComplete(Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object held = valueOf(value, component.getName());
      boolean rest = component.getName().equals("additionalProperties");
      boolean empty = held == null || isEmpty(held);
      assertThat(empty).as(component.getName() + " is " + held).isEqualTo(rest);
    }
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private static Object valueOf(Record value, String field) {
    try {
      return value.getClass().getMethod(field).invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(value.getClass().getSimpleName() + " has no " + field, e);
    }
  }

  /** {@code Invoice} and all that is in it, as {@code wire/invoice-every-field} has it. */
  static void assertIsTheInvoiceWithEveryField(Invoice invoice) {
    assertHas(
        invoice,
        "amendments",
        "amendsOf",
        "attributes",
        "billingPeriodEndDate",
        "billingPeriodStartDate",
        "currencyCode",
        "currencySymbol",
        "documentType",
        "id",
        "invoiceDate",
        "invoiceDetails",
        "invoiceType",
        "links",
        "paidAmount",
        "pdfDownloadLink",
        "programName",
        "state",
        "taxReceipts",
        "totalCharges");
    assertThat(invoice.additionalProperties()).isEmpty();
    assertThat(invoice.totalCharges()).isEqualTo(new BigDecimal("7661.10"));
    assertThat(invoice.paidAmount()).isEqualTo(new BigDecimal("-1000.5"));
    assertThat(invoice.invoiceDate())
        .isEqualTo(OffsetDateTime.parse("2026-02-08T22:40:37.5897767Z"));
    assertThat(invoice.billingPeriodEndDate())
        .isEqualTo(OffsetDateTime.parse("2026-01-31T23:59:59Z"));
    assertHas(
        invoice.taxReceipts().get(0),
        "createdDate",
        "id",
        "receiptType",
        "taxReceiptPdfDownloadLink");
    InvoiceDetail detail = invoice.invoiceDetails().get(0);
    assertHas(detail, "attributes", "billingProvider", "invoiceLineItemType", "links");
    assertThat(invoice.amendments().get(0).amendments().get(0).amendsOf()).isEqualTo("G000000042");
    assertHas(requireNonNull(invoice.attributes()), "etag", "objectType");
    assertHasEveryLink(requireNonNull(invoice.links()));
  }

  static void assertHasEveryLink(ResourceLinks links) {
    assertHas(links, "next", "previous", "self");
    assertHas(requireNonNull(links.next()), "headers", "method", "uri");
    assertHas(links.next().headers().get(0), "key", "value");
    assertThat(requireNonNull(links.self()).headers()).isEmpty();
  }
}
