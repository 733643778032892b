package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.exports.ExportCollectionOperations;
import io.partnercenter.invoices.InvoiceOperations;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.testing.ExportServer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is null is refused where it is handed in, and named. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class NullArgumentsTest {
  private static final ExportServer SERVER = new ExportServer();
  private static final IPartner PARTNER = SERVER.partner();
  private static final InvoiceOperations INVOICE = PARTNER.invoices().byId("G1");
  private static final ExportCollectionOperations EXPORTS = PARTNER.exports();
  private static final LineItemQuery<?> OFFICE = LineItemQuery.officeBilling();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  private static Arguments of(String name, ThrowingCallable call) {
    return Arguments.of(name, call);
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        of("invoiceId", () -> PARTNER.invoices().byId(null)),
        of("invoiceId", () -> EXPORTS.billedUsage(null)),
        of("currencyCode", () -> EXPORTS.unbilledUsage(BillingPeriod.CURRENT, null)),
        of("period", () -> EXPORTS.unbilledUsage(null, "EUR")),
        of("period", () -> EXPORTS.unbilledReconciliation(null, "EUR")),
        of("options", () -> EXPORTS.billedUsage("G1").with(null)),
        of("attributes", () -> EXPORTS.billedUsage("G1").attributes(null)),
        of("currencyCode", () -> LineItemQuery.oneTimeUsage(null, BillingPeriod.CURRENT)),
        of("period", () -> LineItemQuery.oneTimeUsage("EUR", null)),
        of("provider", () -> LineItemQuery.of(null, InvoiceLineItemType.USAGE_LINE_ITEMS)),
        of("type", () -> LineItemQuery.of(BillingProvider.ALL, null)),
        of("options", () -> INVOICE.lineItems(OFFICE).with(null)),
        of("handler", () -> INVOICE.lineItems(OFFICE).onUnreadable(null)),
        of("options", () -> INVOICE.statement().with(null)),
        of("token", () -> PartnerCredentials.bearer(null)),
        of("the token is null", () -> AccessToken.of(null)),
        of("tenantId", () -> IPartner.builder().tenantId(null)),
        of("applicationName", () -> IPartner.builder().applicationName(null)),
        of("listener", () -> IPartner.builder().listener(null)),
        of("retry", () -> IPartner.builder().retry(null)),
        of("timeout", () -> IPartner.builder().timeout(null)),
        of("deadline", () -> RequestOptions.defaults().deadline(null)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void areRefusedByName(String name, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(name);
  }
}
