package io.partnercenter.invoices;

import static io.partnercenter.models.InvoiceLineItemType.BILLING_LINE_ITEMS;
import static io.partnercenter.models.InvoiceLineItemType.USAGE_LINE_ITEMS;

import io.partnercenter.internal.Arguments;
import io.partnercenter.internal.Redaction;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.EstimatePeriod;
import io.partnercenter.models.EstimateType;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the address in an estimate link asks for, to be asked for in words of our own. The service
 * writes it in several spellings and without host; one that names a host is read like the others.
 */
record EstimateAddress(EstimateLink link, HttpUrl url) {
  /** Only gives relative addresses something to be relative to; nothing is ever sent there. */
  private static final HttpUrl NOWHERE = HttpUrl.get("https://nowhere.invalid/");

  static EstimateAddress of(EstimateLink link) {
    String uri = link.link() == null ? null : link.link().uri();
    HttpUrl url = uri == null ? null : NOWHERE.resolve(uri);
    if (url == null || !leadsToUnbilledLineItems(url)) {
      throw new IllegalArgumentException(
          "the link leads to no unbilled line items: " + shown(link));
    }
    return new EstimateAddress(link, url);
  }

  private static boolean leadsToUnbilledLineItems(HttpUrl url) {
    String path = url.encodedPath().toLowerCase(Locale.ROOT).replaceAll("/+", "/");
    return path.matches("(/v1)?/invoices/unbilled/lineitems/?");
  }

  LineItemQuery<InvoiceLineItem> query() {
    return LineItemQuery.of(provider(), type()).currencyCode(currencyCode()).period(period());
  }

  /** {@code onetime} replaces the others, so it stands in where none is named. */
  private BillingProvider provider() {
    String provider = parameter("provider");
    return provider == null ? BillingProvider.ONE_TIME : BillingProvider.of(provider);
  }

  private InvoiceLineItemType type() {
    String asked = parameter("invoiceLineItemType");
    InvoiceLineItemType said =
        EstimateType.DAILY_RATED_USAGE.equals(link.type())
            ? USAGE_LINE_ITEMS
            : EstimateType.NON_CONSUMPTION.equals(link.type()) ? BILLING_LINE_ITEMS : null;
    return agreed("type", asked == null ? null : InvoiceLineItemType.of(asked), said);
  }

  private BillingPeriod period() {
    String asked = parameter("period");
    BillingPeriod said = period(link.period());
    return agreed("period", asked == null ? null : period(EstimatePeriod.of(asked)), said);
  }

  private static @Nullable BillingPeriod period(@Nullable EstimatePeriod period) {
    if (EstimatePeriod.CURRENT.equals(period)) return BillingPeriod.CURRENT;
    return EstimatePeriod.PREVIOUS.equals(period) ? BillingPeriod.PREVIOUS : null;
  }

  private String currencyCode() {
    return Arguments.currencyCode(agreed("currency", parameter("currencyCode"), null));
  }

  /** Lines of another period or kind than the link says would be added up as what they are not. */
  private <T> T agreed(String what, @Nullable T asked, @Nullable T said) {
    if (asked != null && said != null && !asked.equals(said)) {
      throw new IllegalArgumentException(
          "the link has two answers to its " + what + ": " + shown(link));
    }
    T value = asked != null ? asked : said;
    if (value == null) {
      throw new IllegalArgumentException("the link has no " + what + ": " + shown(link));
    }
    return value;
  }

  private static String shown(EstimateLink link) {
    return Redaction.redact(link.toString());
  }

  /** Keys come in any case. */
  private @Nullable String parameter(String name) {
    for (int i = 0; i < url.querySize(); i++) {
      String value = url.queryParameterValue(i);
      boolean found = url.queryParameterName(i).equalsIgnoreCase(name);
      if (found && value != null && !value.isBlank()) return value.strip();
    }
    return null;
  }
}
