package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercenter.testing.Fixtures;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each record that comes from JSON. */
class EveryModelTest {
  private static final String UNKNOWN_KEYS =
      """
      {
        "newText": "as sent ",
        "newInt": 3,
        "newLong": 9007199254740993,
        "newBigInteger": 123456789012345678901234567890,
        "newDecimal": 0.1500,
        "newBoolean": true,
        "newNull": null,
        "newList": [1, "second", 3.50, null],
        "newObject": {"city": "Zürich", "lines": []}
      }
      """;

  /**
   * @param fixture an object with every documented field, which is itself
   * @param at where in the fixture
   */
  private record Model(Class<? extends Record> type, String fixture, String at) {
    ObjectNode json() {
      return (ObjectNode) ModelJson.tree(Fixtures.text(fixture)).at(at);
    }

    Record read() {
      return read(json());
    }

    Record read(JsonNode json) {
      return ModelJson.parse(type, json.toString());
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  static Stream<Model> models() {
    return Stream.of(
        new Model(Invoice.class, "invoices/every-field", ""),
        new Model(InvoiceDetail.class, "invoices/every-field", "/invoiceDetails/0"),
        new Model(TaxReceipt.class, "invoices/every-field", "/taxReceipts/0"),
        new Model(ResourceAttributes.class, "invoices/every-field", "/attributes"),
        new Model(ResourceLinks.class, "invoices/every-field", "/links"),
        new Model(Link.class, "invoices/every-field", "/links/next"),
        new Model(LinkHeader.class, "invoices/every-field", "/links/next/headers/0"),
        new Model(InvoiceSummary.class, "invoice-summary/every-field", ""),
        new Model(InvoiceSummaryDetail.class, "invoice-summary/every-field", "/details/0"),
        new Model(EstimateLink.class, "estimates/every-field", ""),
        new Model(LicenseBasedLineItem.class, "line-items/license-based-every-field", ""),
        new Model(UsageBasedLineItem.class, "line-items/usage-based-every-field", ""),
        new Model(DailyUsageLineItem.class, "line-items/daily-usage-every-field", ""),
        new Model(OneTimeInvoiceLineItem.class, "line-items/one-time-every-field", ""),
        new Model(DailyRatedUsageLineItem.class, "line-items/daily-rated-usage-every-field", ""),
        new Model(ReconciliationRecord.class, "export-rows/reconciliation-every-field", ""),
        new Model(DailyUsageRecord.class, "export-rows/daily-usage-every-field", ""),
        new Model(UnrecognizedLineItem.class, "line-items/unrecognized-every-field", ""));
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasAComponentForEveryDocumentedField(Model model) {
    assertThat(components(model.type())).containsExactlyInAnyOrderElementsOf(keys(model.json()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysOfEveryFieldWhatTheWireSaid(Model model) {
    String written = ModelJson.write(model.read());

    assertThat(leaves(ModelJson.tree(written))).isEqualTo(leaves(model.json()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsTheOrderOfTheWire(Model model) {
    String written = ModelJson.write(model.read());

    assertThat(keys(ModelJson.tree(written))).isEqualTo(keys(model.json()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsWhatItDoesNotKnow(Model model) {
    Record read = model.read(withUnknownKeys(model.json()));

    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("newText", "as sent ");
    expected.put("newInt", 3);
    expected.put("newLong", 9007199254740993L);
    expected.put("newBigInteger", new BigInteger("123456789012345678901234567890"));
    expected.put("newDecimal", new BigDecimal("0.1500"));
    expected.put("newBoolean", true);
    expected.put("newNull", null);
    expected.put("newList", Arrays.asList(1, "second", new BigDecimal("3.50"), null));
    expected.put("newObject", Map.of("city", "Zürich", "lines", List.of()));
    assertThat(value(read, "additionalProperties")).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("models")
  void isTheSameAfterBeingWrittenAndReadAgain(Model model) {
    Record read = model.read(withUnknownKeys(model.json()));

    Record again = ModelJson.parse(model.type(), ModelJson.write(read));

    assertThat(again).isEqualTo(read).hasSameHashCodeAs(read);
  }

  @ParameterizedTest
  @MethodSource("models")
  void takesNullForAbsence(Model model) {
    ObjectNode nulls = model.json();
    keys(nulls).forEach(nulls::putNull);

    assertThat(model.read(nulls)).isEqualTo(ModelJson.parse(model.type(), "{}"));
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("C16: text may come as a number, and a figure as text")
  void takesNumbersForTextAndTextForFigures(Model model) {
    ObjectNode sent = model.json();
    Map<String, Object> expected = new LinkedHashMap<>();
    for (RecordComponent component : model.type().getRecordComponents()) {
      if (component.getType() == String.class) {
        sent.put(component.getName(), new BigDecimal("4640000.50"));
        expected.put(component.getName(), "4640000.50");
      } else if (component.getType() == BigDecimal.class) {
        sent.put(component.getName(), "-0.10");
        expected.put(component.getName(), new BigDecimal("-0.10"));
      }
    }

    Record read = model.read(sent);

    expected.forEach((name, value) -> assertThat(value(read, name)).as(name).isEqualTo(value));
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasNeitherNullListsNorNullMaps(Model model) {
    Record empty = ModelJson.parse(model.type(), "{}");

    for (RecordComponent component : model.type().getRecordComponents()) {
      boolean many = isListOrMap(component);
      assertThat(value(empty, component.getName()) != null).as(component.getName()).isEqualTo(many);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void cannotBeChanged(Model model) {
    Record full = model.read(withUnknownKeys(model.json()));
    Record empty = ModelJson.parse(model.type(), "{}");

    for (RecordComponent component : model.type().getRecordComponents()) {
      if (!isListOrMap(component)) continue;
      assertUnmodifiable(value(full, component.getName()));
      assertUnmodifiable(value(empty, component.getName()));
    }
  }

  private static ObjectNode withUnknownKeys(ObjectNode json) {
    return json.setAll((ObjectNode) ModelJson.tree(UNKNOWN_KEYS));
  }

  private static List<String> keys(JsonNode json) {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("additionalProperties"))
        .toList();
  }

  private static boolean isListOrMap(RecordComponent component) {
    return component.getType() == List.class || component.getType() == Map.class;
  }

  private static @Nullable Object value(Record model, String component) {
    for (RecordComponent each : model.getClass().getRecordComponents()) {
      if (each.getName().equals(component)) return invoke(each, model);
    }
    throw new IllegalArgumentException("no component " + component);
  }

  private static @Nullable Object invoke(RecordComponent component, Record model) {
    try {
      return component.getAccessor().invoke(model);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private static void assertUnmodifiable(@Nullable Object many) {
    assertThatThrownBy(
            () -> {
              if (many instanceof List<?> list) ((List<Object>) list).add("more");
              if (many instanceof Map<?, ?> map) ((Map<Object, Object>) map).put("more", "more");
            })
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /**
   * Path to text of all that is not null or empty: a figure that was sent as text is written as a
   * number, and a time that was sent without an offset is written with Z.
   */
  private static Map<String, String> leaves(JsonNode json) {
    Map<String, String> leaves = new TreeMap<>();
    collect("", json, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode json, Map<String, String> leaves) {
    if (json.isContainerNode()) {
      json.properties().forEach(e -> collect(path + "/" + e.getKey(), e.getValue(), leaves));
      for (int i = 0; i < json.size() && json.isArray(); i++) {
        collect(path + "/" + i, json.get(i), leaves);
      }
    } else if (!json.isNull()) {
      boolean zoneless = json.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
      leaves.put(path, zoneless ? json.asText() + "Z" : json.asText());
    }
  }
}
