package io.partnercenter.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.partnercenter.internal.Json;
import io.partnercenter.testing.Fixtures;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads and writes models with the client's own mapper. */
final class ModelJson {
  /** Trees of their own: a tree usually loses the zeros at the end of a figure. */
  private static final ObjectReader TREES =
      Json.MAPPER.reader().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  private ModelJson() {}

  static <T> T parse(Class<T> type, String json) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T fixture(Class<T> type, String name) {
    return parse(type, Fixtures.text(name));
  }

  static <T> List<T> fixtures(Class<T> type, String name) {
    try {
      return Json.MAPPER.readerForListOf(type).readValue(Fixtures.text(name));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Object model) {
    try {
      return Json.MAPPER.writeValueAsString(model);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String json) {
    try {
      return TREES.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
