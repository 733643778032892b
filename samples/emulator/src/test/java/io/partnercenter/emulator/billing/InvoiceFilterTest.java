package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceFilterTest {
  private final Emulator emulator = Emulator.builder().seed(5).rows(20).months(4).start();
  private final Client client = new Client(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "equals, 1",
    "not_equals, 23",
    "greater_than, 18",
    "greater_than_or_equals, 19",
    "less_than, 5",
    "less_than_or_equals, 6",
    "EQUALS, 1"
  })
  void theInvoiceDateIsCompared(String operator, int matches) throws IOException {
    String sixth = emulator.tenant().invoices().get(5).invoiceDate() + "Z";

    assertThat(months(comparison(operator, sixth))).hasSize(matches);
  }

  @Test
  void aDateWithoutTimeIsMidnight() throws IOException {
    assertThat(months(comparison("less_than_or_equals", "2026-08-08"))).isEmpty();
    assertThat(months(comparison("less_than_or_equals", "2026-08-09"))).hasSize(6);
    assertThat(months(comparison("less_than", "2026-08-08T23:00:00-08:00"))).hasSize(6);
  }

  @Test
  void comparisonsAreJoined() throws IOException {
    String from = comparison("greater_than_or_equals", "2026-09-01");
    String to = comparison("less_than", "2026-10-01");
    String later = comparison("greater_than", "2026-11-01");

    assertThat(months(join(from, "and", to))).hasSize(6).containsOnly("2026-09");
    assertThat(months(join(from, "or", to))).hasSize(24);
    assertThat(months(join(join(from, "and", to), "or", later)))
        .hasSize(12)
        .containsOnly("2026-09", "2026-11");
  }

  @Test
  void pagesKeepTheFilter() throws IOException {
    String target = target(comparison("less_than", "2026-10-01")) + "&size=1&invoiceType=recurring";

    JsonNode next = client.get(target).json().path("links").path("next").path("uri");

    assertThat(months(client.get("/v1" + next.asText()).json())).containsExactly("2026-08");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | 800002",
        "{} | 800002",
        "{\"Field\":\"Id\",\"Value\":\"x\",\"Operator\":\"equals\"} | 3000",
        "{\"Field\":\"InvoiceDate\",\"Value\":\"x\",\"Operator\":\"equals\"} | 3000",
        "{\"Field\":\"InvoiceDate\",\"Value\":\"2026-01-01\",\"Operator\":\"substring\"} | 900126",
        "{\"LeftFilter\":{},\"RightFilter\":{},\"Operator\":\"and\"} | 800002"
      })
  void anInvalidFilterIsRefused(String filter, String code) throws IOException {
    Client.Reply reply = client.get(target(filter));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("code").asText()).isEqualTo(code);
  }

  private List<String> months(String filter) throws IOException {
    return months(client.get(target(filter)).json());
  }

  private static List<String> months(JsonNode page) {
    return Client.items(page).stream()
        .map(item -> item.path("invoiceDate").asText().substring(0, 7))
        .toList();
  }

  private static String target(String filter) {
    return "/v1/invoices?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  private static String comparison(String operator, String value) {
    return "{\"Field\":\"InvoiceDate\",\"Value\":\"%s\",\"Operator\":\"%s\"}"
        .formatted(value, operator);
  }

  private static String join(String left, String operator, String right) {
    return "{\"LeftFilter\":%s,\"RightFilter\":%s,\"Operator\":\"%s\"}"
        .formatted(left, right, operator);
  }
}
