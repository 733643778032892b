package io.partnercenter.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.Completeness;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.LineItemCount;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.models.UsageBasedLineItem;
import io.partnercenter.testing.PartnerServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All that an invoice announces, and what came of it. */
class AnnouncedLineItemsTest {
  private static final String OFFICE = detail("office", "billing_line_items");
  private static final String AZURE = detail("azure", "billing_line_items");
  private static final String CHARGES = detail("one_time", "billing_line_items");
  private static final String USAGE = detail("one_time", "usage_line_items");

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();
  private final List<InvoiceLineItem> rows = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  private static String detail(String provider, String type) {
    return "{\"billingProvider\":\"%s\",\"invoiceLineItemType\":\"%s\"}".formatted(provider, type);
  }

  private Invoice invoice(String id, String rest, String... details) {
    server.answersJson(
        200,
        "{\"id\":\"%s\"%s,\"invoiceDetails\":[%s]}".formatted(id, rest, String.join(",", details)));
    return partner.invoices().byId(id).get();
  }

  @Test
  @DisplayName("C14: lines that an invoice announces and that do not come are named")
  void whatIsAnnouncedAndDoesNotComeIsNamed() {
    Invoice invoice = invoice("G000000041", ",\"currencyCode\":\"EUR\"", USAGE, CHARGES);
    server
        .answersJson(200, Pages.of().json())
        .answersJson(200, Pages.ofOrders("one").next("token").json())
        .answersJson(200, Pages.ofOrders("two").json());

    Completeness came = partner.invoices().lineItemsOf(invoice).forEach(rows::add);

    assertThat(rows).hasSize(2);
    assertThat(came.invoiceId()).isEqualTo("G000000041");
    assertThat(came.sets()).extracting(LineItemCount::rows).containsExactly(0L, 2L);
    assertThat(came.rows()).isEqualTo(2);
    assertThat(came.isComplete()).isFalse();
    assertThat(came.missing())
        .singleElement()
        .satisfies(
            set ->
                assertThat(set.invoiceLineItemType())
                    .isEqualTo(InvoiceLineItemType.USAGE_LINE_ITEMS));
  }

  @Test
  void chargesNeedNoCurrency() {
    Invoice invoice = invoice("G000000041", ",\"currencyCode\":\" \"", CHARGES);
    server.answersJson(200, Pages.ofOrders("one").json());

    Completeness came = partner.invoices().lineItemsOf(invoice).forEach(rows::add);

    assertThat(came.rows()).isEqualTo(1);
  }

  @Test
  @DisplayName("C14: the details of an invoice lead to its lines, each kind as its own record")
  void theDetailsLeadToTheLines() {
    Invoice invoice = invoice("D0300AB123", "", OFFICE, AZURE);
    server
        .answersJson(200, Pages.ofOrders("office").json())
        .answersJson(200, Pages.ofOrders("azure").json());

    Completeness came = partner.invoices().lineItemsOf(invoice).forEach(rows::add);

    assertThat(came.isComplete()).isTrue();
    assertThat(came.missing()).isEmpty();
    assertThat(rows)
        .hasExactlyElementsOfTypes(LicenseBasedLineItem.class, UsageBasedLineItem.class);
    assertThat(server.targets().subList(1, 3))
        .containsExactly(
            "/v1/invoices/D0300AB123/lineitems?provider=office"
                + "&invoiceLineItemType=billinglineitems&size=2000",
            "/v1/invoices/D0300AB123/lineitems?provider=azure"
                + "&invoiceLineItemType=billinglineitems&size=2000");
  }

  @Test
  @DisplayName("C14: an invoice that announces nothing is not complete, and nothing is asked for")
  void anInvoiceThatAnnouncesNothingIsNotComplete() {
    Invoice invoice = invoice("D0300AB123", "");

    Completeness came = partner.invoices().lineItemsOf(invoice).forEach(rows::add);

    assertThat(came.isComplete()).isFalse();
    assertThat(came.missing()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aKindThatIsAnnouncedTwiceIsAskedForOnce() {
    Invoice invoice = invoice("D0300AB123", "", OFFICE, detail("Office", "BillingLineItems"));
    server.answersJson(200, Pages.ofOrders("one").json());

    Completeness came = partner.invoices().lineItemsOf(invoice).forEach(rows::add);

    assertThat(came.rows()).isEqualTo(1);
    assertThat(rows).hasSize(1);
  }

  @Test
  void aRowThatIsSetAsideCame() {
    List<UnreadableRow> unreadable = new ArrayList<>();
    Invoice invoice = invoice("D0300AB123", "", OFFICE);
    server.answersJson(200, Pages.of("{\"subtotal\":\"twelve\"}").json());

    Completeness came =
        partner
            .invoices()
            .lineItemsOf(invoice)
            .with(WalkOptions.defaults().prefetch(0))
            .onUnreadable(unreadable::add)
            .forEach(rows::add);

    assertThat(rows).isEmpty();
    assertThat(unreadable).hasSize(1);
    assertThat(came.isComplete()).isTrue();
  }

  @Test
  void aRefusalIsAFailureAndNotAGap() {
    Invoice invoice = invoice("D0300AB123", "", OFFICE, AZURE);
    server.answersJson(200, Pages.ofOrders("one").json()).answers(404);
    AnnouncedLineItems lines = partner.invoices().lineItemsOf(invoice);

    assertThatThrownBy(() -> lines.forEach(rows::add)).isInstanceOf(PartnerServiceException.class);
    assertThat(rows).hasSize(1);
  }

  @Test
  void whatCannotBeAskedForIsSaidBeforeAnythingIs() {
    Invoice withoutCurrency = invoice("G000000041", "", CHARGES, USAGE);
    Invoice withoutType = invoice("D0300AB123", "", OFFICE, "{\"billingProvider\":\"azure\"}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.invoices().lineItemsOf(withoutCurrency))
        .withMessageContaining("currency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.invoices().lineItemsOf(withoutType))
        .withMessageContaining("names no provider or no type");
    assertThat(server.requests()).hasSize(2);
  }
}
