package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.QueryParameters;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.tenant.BillingAccount;
import java.util.List;
import java.util.Locale;

/**
 * The links to unbilled lines: one for each kind of lines and each month, in a currency of the
 * partner; none in another currency.
 */
final class EstimateLinksHandler {
  /** A row of the table of contract 6.7, for both periods. */
  private enum Estimate {
    DAILY_RATED_USAGE("Daily rated usage", "Marketplace", "UsageLineItems"),
    NON_CONSUMPTION("Non-consumption charges", "all", "billinglineitems");

    private final String title;
    private final String provider;
    private final String lineItemType;

    Estimate(String title, String provider, String lineItemType) {
      this.title = title;
      this.provider = provider;
      this.lineItemType = lineItemType;
    }
  }

  private final BillingAccount account;

  EstimateLinksHandler(BillingAccount account) {
    this.account = account;
  }

  Response handle(Call call) {
    String currency = currency(call.query());
    boolean billed = account.currencyCodes().contains(currency.toUpperCase(Locale.ROOT));
    byte[] items = JsonWriter.bytes(json -> write(json, billed ? currency : ""));
    // Headers without a meaning that the service sends (contract 3.2).
    return CollectionResponse.of(billed ? 4 : 0, items, json -> {})
        .with("Server", "Emulated-IIS/10.0")
        .with("X-Powered-By", "ASP.NET");
  }

  private static String currency(QueryParameters query) {
    String code = query.required("currencyCode");
    if (!code.matches("[A-Za-z]{3}")) throw ApiErrorException.invalidProperty("currencyCode", code);
    return code;
  }

  private static void write(JsonWriter json, String currency) {
    if (currency.isEmpty()) return;
    for (Estimate estimate : Estimate.values()) {
      for (String period : List.of("Current", "Previous")) {
        write(json, estimate, period, currency);
      }
    }
  }

  private static void write(JsonWriter json, Estimate estimate, String period, String currency) {
    json.begin()
        .text("type", estimate.name().toLowerCase(Locale.ROOT))
        .text("title", estimate.title)
        .text(
            "description",
            estimate.title + " of the " + period.toLowerCase(Locale.ROOT) + " period")
        .text("period", period)
        .link("link", uri(estimate, period, currency))
        .end();
  }

  private static String uri(Estimate estimate, String period, String currency) {
    return "/invoices/unbilled/lineitems?provider=%s&invoicelineitemtype=%s&currencycode=%s&period=%s&size=2000"
        .formatted(estimate.provider, estimate.lineItemType, currency, period);
  }
}
