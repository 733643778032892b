package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateLinksHandlerTest {
  private static final String LINKS = "/v1/invoices/estimates/links";

  private final Emulator emulator = Emulator.builder().rows(12).start();
  private final Client client = new Client(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void thereIsALinkForEachKindAndMonth() throws IOException {
    JsonNode json = client.get(LINKS + "?currencyCode=EUR").json();

    assertThat(Client.items(json))
        .extracting(item -> item.path("type").asText() + " " + item.path("period").asText())
        .containsExactly(
            "daily_rated_usage Current",
            "daily_rated_usage Previous",
            "non_consumption Current",
            "non_consumption Previous");
    assertThat(Client.items(json))
        .allMatch(item -> !item.path("title").asText().isBlank())
        .allMatch(item -> !item.path("description").asText().isBlank())
        .allMatch(item -> item.path("link").path("method").asText().equals("GET"));
    assertThat(json.path("totalCount").asInt()).isEqualTo(4);
    assertThat(json.path("attributes").path("objectType").asText()).isEqualTo("Collection");
    assertThat(json.has("links")).isFalse();
  }

  @Test
  void eachLinkLeadsToItsLines() throws IOException {
    for (String currency : emulator.tenant().currencyCodes()) {
      String target = LINKS + "?currencycode=" + currency.toLowerCase(Locale.ROOT);
      for (JsonNode item : Client.items(client.get(target).json())) {
        LineKind kind =
            item.path("type").asText().equals("daily_rated_usage")
                ? LineKind.DAILY_RATED_USAGE
                : LineKind.ONE_TIME;
        Period period = Period.valueOf(item.path("period").asText().toUpperCase(Locale.ROOT));
        LineItems lines = emulator.tenant().unbilled(kind, currency, period).orElseThrow();

        List<JsonNode> pages = client.seek("/v1" + item.path("link").path("uri").asText());

        assertThat(Client.rows(pages))
            .extracting(row -> row.path(kind.keyField()).asText())
            .hasSize(12)
            .startsWith(lines.key(0))
            .endsWith(lines.key(11));
      }
    }
  }

  @Test
  void anUnusedCurrencyHasNoLinks() throws IOException {
    assertThat(client.get(LINKS + "?currencyCode=JPY").json().path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', 800002", "?currencyCode=, 800002", "?currencyCode=euro, 3000"})
  void theCurrencyIsRequired(String query, String code) throws IOException {
    Client.Reply reply = client.get(LINKS + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("code").asText()).isEqualTo(code);
  }
}
