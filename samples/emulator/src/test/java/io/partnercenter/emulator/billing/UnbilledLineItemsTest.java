package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unbilled lines: two kinds, two months, each currency. */
class UnbilledLineItemsTest {
  private final Emulator emulator = Emulator.builder().rows(31).start();
  private final Client client = new Client(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "onetime, billinglineitems, ONE_TIME, subtotal, currency",
    "All, BillingLineItems, ONE_TIME, subtotal, currency",
    "OneTime, UsageLineItems, DAILY_RATED_USAGE, billingPreTaxTotal, billingCurrency",
    "Marketplace, usagelineitems, DAILY_RATED_USAGE, billingPreTaxTotal, billingCurrency"
  })
  void linesAddUpInEachCurrencyAndMonth(
      String provider, String type, LineKind kind, String amount, String currencyField)
      throws IOException {
    for (String currency : emulator.tenant().currencyCodes()) {
      for (Period period : Period.values()) {
        LineItems lines = emulator.tenant().unbilled(kind, currency, period).orElseThrow();

        List<JsonNode> rows =
            Client.rows(client.seek(unbilled(provider, type, currency, period) + "&size=10"))
                .toList();

        assertThat(rows)
            .hasSize(31)
            .allMatch(
                row -> row.path("attributes").path("objectType").asText().equals(kind.objectType()))
            .allMatch(row -> row.path("invoiceNumber").asText("absent").isEmpty())
            .allMatch(row -> row.path(currencyField).asText().equals(currency));
        assertThat(sum(rows, amount)).isEqualByComparingTo(lines.total());
      }
    }
  }

  @Test
  void eachMonthAndCurrencyHasItsOwnLines() throws IOException {
    String dollars = unbilled("onetime", "usagelineitems", "usd", Period.CURRENT);

    JsonNode here = client.get(dollars).json().path("items");

    assertThat(here)
        .isNotEqualTo(client.get(dollars.replace("CURRENT", "PREVIOUS")).json().path("items"))
        .isNotEqualTo(client.get(dollars.replace("usd", "eur")).json().path("items"));
    assertThat(client.get(dollars.replace("usd", "jpy")).json().path("items")).isEmpty();
  }

  @Test
  void chargesIgnoreTheFilterForEarnedCredit() throws IOException {
    String credit = "&hasPartnerEarnedCredit=true&size=7";
    String usage = unbilled("onetime", "usagelineitems", "GBP", Period.PREVIOUS) + credit;
    String charges = unbilled("onetime", "billinglineitems", "GBP", Period.PREVIOUS) + credit;

    assertThat(Client.rows(client.seek(usage)))
        .hasSize(16)
        .allMatch(row -> row.path("rateOfPartnerEarnedCredit").decimalValue().signum() > 0);
    assertThat(Client.rows(client.seek(charges))).hasSize(31);
  }

  private static String unbilled(String provider, String type, String currency, Period period) {
    return "/v1/invoices/unbilled/lineitems?provider=%s&invoiceLineItemType=%s&currencyCode=%s&period=%s"
        .formatted(provider, type, currency.toLowerCase(Locale.ROOT), period);
  }

  private static BigDecimal sum(List<JsonNode> rows, String field) {
    return rows.stream()
        .map(row -> new BigDecimal(row.path(field).asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
