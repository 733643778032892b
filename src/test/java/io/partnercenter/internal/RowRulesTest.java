package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.models.DailyUsageRecord;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.models.UsageBasedLineItem;
import io.partnercenter.testing.PartnerServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of any width, and objects that are no rows. */
class RowRulesTest {
  private static final String ROW = "{\"detailLineItemId\":7,\"sku\":\"A1\"}";
  private static final String LINE = "{\"SkuId\":\"0001\",\"Quantity\":1.50}";

  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "3000000000",
        "99999999999999999999",
        "\"0b1e8a50-3c46-4b0e-9a5f-6b1d2c3e4f50\"",
        "\"00042\""
      })
  @DisplayName("C66: an id is text, however wide its number is")
  void anIdIsTextHoweverWide(String id) {
    server.answersJson(200, page("{\"detailLineItemId\":" + id + "}"));

    assertThat(rows().stream())
        .singleElement()
        .extracting(UsageBasedLineItem::detailLineItemId)
        .isEqualTo(id.replace("\"", ""));
  }

  static Stream<String> noRows() {
    return Stream.of("{}", "{\"sku\":null}", "{\"sku\":null,\"listPrice\":null,\"new\":null}");
  }

  @ParameterizedTest
  @MethodSource("noRows")
  @DisplayName("C66: an object without any value is no row of a page")
  void anObjectWithoutValuesIsNoRowOfAPage(String empty) {
    server.answersJson(200, page(ROW, empty)).answersJson(200, page(ROW, empty, ROW));
    List<UnreadableRow> aside = new ArrayList<>();

    assertThatThrownBy(() -> rows().stream().forEach(row -> {}))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("row 1")
        .hasMessageContaining("no field of it has a value");
    assertThat(rows().onUnreadable(aside::add).stream()).hasSize(2);

    assertThat(aside).extracting(UnreadableRow::row).containsExactly(1);
    assertThat(aside).extracting(UnreadableRow::json).containsExactly(empty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"new\":0}", "{\"sku\":\"\"}", "{\"attributes\":{}}"})
  @DisplayName("C66: one value makes a row, also in a field that is not known")
  void oneValueMakesARow(String row) {
    server.answersJson(200, page(row));

    assertThat(rows().stream()).hasSize(1);
  }

  static Stream<String> noLines() {
    return Stream.of(
        "{}",
        "{\"SkuId\":null}",
        "{\"value\":[" + LINE + "]}",
        "{\"value\":[]}",
        "{\"@odata.context\":\"x\",\"SkuId\":\"0001\"}",
        "{\"@odata.nextLink\":\"x\"}");
  }

  @ParameterizedTest
  @MethodSource("noLines")
  @DisplayName("C66: an empty object and an OData envelope are no rows of a file")
  void anEnvelopeIsNoRowOfAFile(String line) throws Exception {
    for (String file :
        List.of(LINE + "\n" + line + "\n" + LINE, line + "\n" + LINE + "\n" + LINE)) {
      JsonLines.Batch<DailyUsageRecord> batch = batch(file, true);

      assertThat(batch.items()).hasSize(2);
      assertThat(batch.unreadable()).extracting(Page.Unreadable::json).containsExactly(line);
      assertThatThrownBy(() -> batch(file, false)).isInstanceOf(UnreadableAnswer.class);
    }
  }

  @Test
  @DisplayName("C66: a line may have fields that are not known, also one that is called value")
  void aLineMayHaveUnknownFields() throws Exception {
    JsonLines.Batch<DailyUsageRecord> batch =
        batch("{\"value\":1.50}\n{\"Value\":[1]}\n{\"PriceBenefits\":[{}]}", false);

    assertThat(batch.items()).hasSize(3);
  }

  private PagedOperations<UsageBasedLineItem> rows() {
    return server.partner().invoices().byId("D0300AB123").lineItems(LineItemQuery.azureBilling());
  }

  private static String page(String... rows) {
    return "{\"items\":[" + String.join(",", rows) + "]}";
  }

  private static JsonLines.Batch<DailyUsageRecord> batch(String file, boolean setsAside)
      throws IOException, UnreadableAnswer {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    try (JsonLines<DailyUsageRecord> lines =
        new JsonLines<>(
            new ByteArrayInputStream(bytes), DailyUsageRecord.class, 1 << 20, setsAside)) {
      JsonLines.Batch<DailyUsageRecord> batch = lines.next();
      if (batch == null) throw new AssertionError("no lines");
      return batch;
    }
  }
}
