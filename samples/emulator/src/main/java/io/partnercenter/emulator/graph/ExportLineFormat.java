package io.partnercenter.emulator.graph;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.tenant.LineCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The format of export lines. The values are those of the v1 API. */
final class ExportLineFormat {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Attributes that were missing in captured unbilled lines (contract 8, item 22). */
  private static final Set<String> BILLED_ONLY =
      Set.of("InvoiceNumber", "BenefitOrderID", "BenefitID");

  private final ExportSettings.Lines settings;

  ExportLineFormat(ExportSettings.Lines settings) {
    this.settings = settings;
  }

  /** Returns the line as one JSON object, without a newline. */
  byte[] line(LineCollection lines, long index, boolean full) {
    JsonNode v1 = v1(lines, index);
    return JsonWriter.bytes(
        json -> {
          json.begin();
          for (ExportAttribute attribute : attributes(lines.kind())) {
            boolean isThere = lines.isBilled() || !BILLED_ONLY.contains(attribute.name());
            if (isThere && (full || attribute.basic())) {
              write(json, attribute, v1.path(attribute.v1Name()), index);
            }
          }
          json.end();
        });
  }

  private static List<ExportAttribute> attributes(LineKind kind) {
    return kind == LineKind.ONE_TIME ? ReconciliationAttributes.ALL : UsageAttributes.ALL;
  }

  private static JsonNode v1(LineCollection lines, long index) {
    try {
      ObjectNode v1 =
          (ObjectNode) JSON.readTree(JsonWriter.bytes(json -> lines.write(json, index)));
      boolean metered = !v1.path("meterDescription").asText().isEmpty();
      v1.put("productCategory", metered ? "Cloud plan" : "Online Services");
      v1.put("customerId", v1.path("customerId").asText().replaceFirst("^org:", ""));
      return v1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(JsonWriter json, ExportAttribute attribute, JsonNode value, long index) {
    String name = settings.camelCaseKeys() ? attribute.camelCaseName() : attribute.name();
    if (value.isMissingNode() || value.isNull()) {
      if (index % 2 == 0) json.nullField(name); // Odd lines lack the key.
      return;
    }
    switch (attribute.kind()) {
      case TEXT -> json.text(name, value.asText());
      case NUMBER -> number(json, name, new BigDecimal(value.asText()), index);
      case PERCENT -> number(json, name, percent(value), index);
      case DAY ->
          json.text(name, index % 3 == 0 ? value.asText() : value.asText().substring(0, 10));
      case LIST -> list(json, name, value, index);
    }
  }

  /** Some numbers are in scientific notation, which JSON allows (contract 7.0). */
  private void number(JsonWriter json, String name, BigDecimal value, long index) {
    boolean quoted = settings.mixedNumbers() && index % 2 == 0;
    if (!quoted && index % 6 == 5) {
      json.scientific(name, value);
    } else {
      json.number(name, value, quoted);
    }
  }

  private static BigDecimal percent(JsonNode rate) {
    return new BigDecimal(rate.asText()).movePointRight(2);
  }

  /** Sources report all three forms (contract 7.15). */
  private static void list(JsonWriter json, String name, JsonNode values, long index) {
    if (index % 3 == 0) {
      List<String> texts = new ArrayList<>();
      values.forEach(value -> texts.add(value.textValue()));
      json.texts(name, texts);
    } else if (index % 3 == 1 || values.size() != 1) {
      json.text(name, values.toString());
    } else {
      json.text(name, values.path(0).textValue());
    }
  }
}
