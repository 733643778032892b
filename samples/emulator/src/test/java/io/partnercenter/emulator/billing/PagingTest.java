package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private static final int ROWS = 103;

  private final Emulator emulator = Emulator.builder().seed(3).rows(ROWS).months(1).start();
  private final Client client = new Client(emulator);
  private final TenantInvoice modern = emulator.tenant().modernInvoices().get(1);
  private final TenantInvoice legacy = emulator.tenant().legacyInvoices().get(0);

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 102, 103, 104, 2000})
  void pagingByTokenReturnsEveryRowOnceAndInOrder(int size) throws IOException {
    List<JsonNode> pages = client.seek(oneTime("onetime", "billinglineitems") + "&size=" + size);

    assertThat(keys(pages, LineKind.ONE_TIME)).isEqualTo(keys(LineKind.ONE_TIME));
    assertThat(pages).hasSize((ROWS + size - 1) / size);
  }

  @ParameterizedTest
  @CsvSource({
    "office, billinglineitems, LICENSE_BASED",
    "azure, billinglineitems, USAGE_BASED",
    "azure, usagelineitems, DAILY_USAGE"
  })
  void pagingByOffsetReturnsEveryRowOnceAndInOrder(String provider, String type, LineKind kind)
      throws IOException {
    List<JsonNode> pages = client.byOffset(legacyLines(provider, type), 25);

    assertThat(keys(pages, kind))
        .isEqualTo(keys(legacy.lineItems(kind).get()))
        .hasSize(ROWS)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"marketplace", "all", "OneTime", "ONETIME"})
  void everyModernProviderIsPagedByToken(String provider) throws IOException {
    List<JsonNode> pages = client.seek(oneTime(provider, "UsageLineItems") + "&size=40");

    assertThat(keys(pages, LineKind.DAILY_RATED_USAGE)).isEqualTo(keys(LineKind.DAILY_RATED_USAGE));
  }

  @Test
  void usageCanBeLimitedToEarnedCredit() throws IOException {
    List<JsonNode> pages =
        client.seek(oneTime("onetime", "usagelineitems") + "&size=20&hasPartnerEarnedCredit=true");

    assertThat(Client.rows(pages))
        .hasSize(
            (int)
                emulator
                    .tenant()
                    .modernInvoices()
                    .get(1)
                    .lineItems(LineKind.DAILY_RATED_USAGE)
                    .get()
                    .rowsWithPartnerEarnedCredit())
        .allMatch(row -> row.path("creditType").asText().equals("Partner Earned Credit Applied"));
    assertThat(keys(pages, LineKind.DAILY_RATED_USAGE)).doesNotHaveDuplicates();
  }

  @Test
  void aPageHasTwoThousandRowsAtMost() throws IOException {
    try (Emulator large = Emulator.builder().rows(4_500).months(1).start()) {
      String invoice = large.tenant().modernInvoices().get(0).id();

      List<JsonNode> pages =
          new Client(large)
              .seek(
                  "/v1/invoices/"
                      + invoice
                      + "/lineitems?provider=all&invoicelineitemtype=billinglineitems");

      assertThat(pages)
          .extracting(page -> page.path("items").size())
          .containsExactly(2000, 2000, 500);
    }
  }

  @Test
  void anOffsetIsIgnoredInPagingByToken() throws IOException {
    String query = oneTime("onetime", "billinglineitems") + "&size=5";

    assertThat(client.get(query + "&offset=50").json().path("items"))
        .isEqualTo(client.get(query).json().path("items"));
  }

  @Test
  void aTokenIsValidInALaterEmulator() throws IOException {
    String query = oneTime("onetime", "billinglineitems") + "&size=30";
    String token = Client.token(client.get(query).json());
    String next = query + "&seekOperation=Next";
    String page = client.get(next, "MS-ContinuationToken", token).body();

    try (Emulator later = Emulator.builder().seed(3).rows(ROWS).months(1).start()) {
      assertThat(new Client(later).get(next, "ms-continuationtoken", token).body()).isEqualTo(page);
    }
  }

  @Test
  void linesThatAnInvoiceDoesNotHaveAreAnEmptyPage() throws IOException {
    JsonNode page = client.get(legacyLines("onetime", "billinglineitems")).json();

    assertThat(page.path("items")).isEmpty();
    assertThat(page.path("links").has("next")).isFalse();
  }

  @Test
  void prefixedIdsLeadToTheSameLines() throws IOException {
    String query = "/lineitems?provider=onetime&invoicelineitemtype=billinglineitems";

    assertThat(client.get("/v1/invoices/" + modern.prefixedId() + query).json().path("items"))
        .isEqualTo(client.get("/v1/invoices/" + modern.id() + query).json().path("items"));
  }

  private String oneTime(String provider, String type) {
    return "/v1/invoices/%s/lineitems?provider=%s&invoiceLineItemType=%s&currencyCode=%s&PERIOD=previous"
        .formatted(modern.id(), provider, type, modern.currencyCode().toLowerCase(Locale.ROOT));
  }

  private String legacyLines(String provider, String type) {
    return "/v1/invoices/%s/lineitems?provider=%s&invoicelineitemtype=%s"
        .formatted(legacy.id(), provider, type);
  }

  private List<String> keys(LineKind kind) {
    return keys(modern.lineItems(kind).get());
  }

  private static List<String> keys(LineItems lines) {
    return LongStream.range(0, lines.rows()).mapToObj(lines::key).toList();
  }

  private static List<String> keys(List<JsonNode> pages, LineKind kind) {
    return Client.rows(pages).map(row -> row.path(kind.keyField()).asText()).toList();
  }
}
