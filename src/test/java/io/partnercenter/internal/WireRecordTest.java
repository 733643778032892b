package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.models.TaxReceipt;
import io.partnercenter.testing.Background;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever the order of the fields, and whatever it was in the rows before: the same record. */
class WireRecordTest {
  private static final List<String> FIELDS =
      List.of(
          "\"balanceAmount\":1.50",
          "\"currencyCode\":\"EUR\"",
          "\"lastPaymentAmount\":\"2.5\"",
          "\"details\":[]",
          "\"news\":{\"a\":[1,2]}",
          "\"more\":null",
          "\"attributes\":{\"objectType\":\"InvoiceSummary\"}");

  private final ObjectReader reader = Json.MAPPER.readerFor(InvoiceSummary.class);
  private final InvoiceSummary usual = summary(FIELDS);

  @Property(tries = 500)
  void theOrderOfTheFieldsDoesNotMatter(@ForAll long seed) {
    List<String> fields = new ArrayList<>(FIELDS);
    Collections.shuffle(fields, new Random(seed));

    assertThat(summary(fields)).isEqualTo(usual);
    assertThat(summary(FIELDS)).isEqualTo(usual);
  }

  @Property(tries = 200)
  void fieldsComeAndGoFromRowToRow(@ForAll long seed) {
    Random dice = new Random(seed);
    List<String> some = FIELDS.stream().filter(field -> dice.nextBoolean()).toList();

    InvoiceSummary summary = summary(some);

    boolean hasBalance = some.contains(FIELDS.get(0));
    assertThat(summary.balanceAmount()).isEqualTo(hasBalance ? new BigDecimal("1.50") : null);
    assertThat(summary.additionalProperties().containsKey("news"))
        .isEqualTo(some.contains(FIELDS.get(4)));
    assertThat(summary(FIELDS)).isEqualTo(usual);
  }

  @Test
  void whatIsNotKnownKeepsItsOrderAndItsNulls() {
    InvoiceSummary summary = summary(List.of("\"z\":1", "\"b\":null", "\"a\":\"x\""));

    assertThat(summary.additionalProperties().keySet()).containsExactly("z", "b", "a");
    assertThat(summary.additionalProperties().get("b")).isNull();
  }

  @Test
  void ofAFieldThatComesTwiceTheLastHolds() {
    InvoiceSummary summary = summary(List.of(FIELDS.get(0), FIELDS.get(1), "\"balanceAmount\":7"));

    assertThat(summary.balanceAmount()).isEqualTo("7");
    assertThat(summary(FIELDS)).isEqualTo(usual);
  }

  @Test
  @DisplayName("C29: an amount under one name is not lost to nothing under another")
  void ofAFieldThatComesTwiceNothingDoesNotReplaceSomething() throws Exception {
    ObjectReader charges = Json.MAPPER.readerFor(ReconciliationRecord.class);

    ReconciliationRecord charge =
        charges.readValue(
            "{\"Total\":119.00,\"TotalForCustomer\":null,\"Tier2MpnId\":\"4711\","
                + "\"ResellerMPNID\":\"\",\"Total\":\"\"}");

    assertThat(charge.total()).isEqualTo("119.00");
    assertThat(charge.tier2MpnId()).isEqualTo("4711");
    assertThat(charges.<ReconciliationRecord>readValue("{\"Tier2MpnId\":\"\"}").tier2MpnId())
        .isEmpty();
  }

  /**
   * The parser takes a character beyond the last that there is, and makes no pair of halves of it.
   */
  @Test
  @DisplayName("C50: a field whose name is no text leaves no trace in what is read after it")
  void aFieldWhoseNameIsNoTextLeavesNoTrace() throws IOException {
    byte[] odd = "{\"????\":1,\"balanceAmount\":1.50}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, 0, odd, 2, 4);

    try {
      InvoiceSummary summary = reader.readValue(odd, InvoiceSummary.class);
      assertThat(summary.balanceAmount()).isEqualTo("1.50");
      assertThat(summary.additionalProperties().values()).containsExactly(1);
    } catch (JsonParseException e) { // Jackson refuses such a name from 2.23 on.
      assertThat(e).hasMessageContaining("0x110000");
    }

    byte[] plain = "{\"balanceAmount\":2.50}".getBytes(StandardCharsets.UTF_8);
    InvoiceSummary next = reader.readValue(plain, InvoiceSummary.class);
    assertThat(next.balanceAmount()).isEqualTo("2.50");
  }

  @Test
  @DisplayName(
      "C48: names that are far too long are refused, for those that are read stay in memory")
  void namesThatAreFarTooLongAreRefused() {
    String tag = "x".repeat(512);
    assertThat(summary(List.of("\"" + tag + "\":1")).additionalProperties()).containsKey(tag);

    assertThatThrownBy(() -> reader.readValue("{\"" + tag + tag + "\":1}"))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void rowsMayDifferInTheCaseOfTheirNames() throws Exception {
    ObjectReader charges = Json.MAPPER.readerFor(ReconciliationRecord.class);
    for (String names : List.of("SkuId Total", "skuId total", "SKUID Total", "skuid TOTAL")) {
      for (int row = 0; row < 3; row++) {
        String json = "{\"" + names.replace(" ", "\":\"7\",\"") + "\":1.50,\"sku\":{}}";
        ReconciliationRecord charge = charges.readValue(json);

        assertThat(charge.skuId()).as(names).isEqualTo("7");
        assertThat(charge.total()).as(names).isEqualTo("1.50");
        assertThat(charge.additionalProperties()).containsOnlyKeys("sku");
      }
    }
  }

  @Test
  void recordsThatDoNotSayOtherwiseTellNamesByTheirCase() {
    assertThat(summary(List.of("\"BalanceAmount\":1")).additionalProperties())
        .containsOnlyKeys("BalanceAmount");
  }

  @Test
  void namesMayBeEscaped() {
    InvoiceSummary summary = summary(List.of("\"currency\\u0043ode\":\"CHF\""));

    assertThat(summary.currencyCode()).isEqualTo("CHF");
  }

  @Test
  void rowsFullOfFieldsNeverHeardOfAreReadAndNotRemembered() throws Exception {
    for (int row = 0; row < 50; row++) {
      int first = row * 100;
      List<String> strange =
          IntStream.range(first, first + 700).mapToObj(i -> "\"f" + i + "\":" + i).toList();
      assertThat(summary(strange).additionalProperties()).hasSize(700);
    }

    assertThat(summary(FIELDS)).isEqualTo(usual);
  }

  @Test
  void aFieldThatCannotBeReadIsNamedWithItsPath() {
    String json = "{\"details\":[{\"summary\":{\"balanceAmount\":\"much\"}}]}";

    assertThatThrownBy(() -> reader.readValue(json))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            e ->
                assertThat(e.getPathReference())
                    .contains("details", "summary", "\"balanceAmount\""));
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> Json.MAPPER.readValue("[]", TaxReceipt.class))
        .isInstanceOf(JsonMappingException.class);
    assertThatThrownBy(() -> Json.MAPPER.readValue("\"x\"", TaxReceipt.class))
        .isInstanceOf(JsonMappingException.class);
  }

  @Test
  @DisplayName("C50: rows of many orders on many threads at once")
  void threadsDoNotDisturbEachOther() throws Exception {
    List<Background<Integer>> readers = new ArrayList<>();
    for (int thread = 0; thread < 16; thread++) {
      Random dice = new Random(thread);
      readers.add(Background.start(() -> equalsOf(2_000, dice)));
    }

    for (Background<Integer> equal : readers) assertThat(equal.result()).isEqualTo(2_000);
  }

  private int equalsOf(int rows, Random dice) {
    List<String> fields = new ArrayList<>(FIELDS);
    int equal = 0;
    for (int row = 0; row < rows; row++) {
      if (row % 10 == 0) Collections.shuffle(fields, dice);
      if (summary(fields).equals(usual)) equal++;
    }
    return equal;
  }

  private InvoiceSummary summary(List<String> fields) {
    try {
      return reader.readValue("{" + String.join(", ", fields) + "}");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
