package io.partnercenter.emulator.server;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. The case of names does not matter. The first of two values
 * counts.
 */
public record QueryParameters(Map<String, String> values) {
  public static QueryParameters of(HttpUrl url) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < url.querySize(); i++) {
      String value = url.queryParameterValue(i);
      values.putIfAbsent(url.queryParameterName(i), value == null ? "" : value);
    }
    return new QueryParameters(values);
  }

  /** Returns a value, or null if it is missing or blank. */
  public @Nullable String value(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /**
   * Returns a value.
   *
   * @throws ApiErrorException if it is missing or blank
   */
  public String required(String name) {
    String value = value(name);
    if (value == null) throw ApiErrorException.missingInput(name);
    return value;
  }

  /**
   * Returns a number between two bounds, inclusively, or {@code fallback} if it is missing.
   *
   * @throws ApiErrorException if it is not such a number
   */
  public int number(String name, int fallback, int lowest, int highest) {
    String value = value(name);
    if (value == null) return fallback;
    try {
      int number = Integer.parseInt(value);
      if (number >= lowest && number <= highest) return number;
    } catch (NumberFormatException e) {
      // Refused below, like a number out of bounds.
    }
    throw ApiErrorException.invalidProperty(name, value);
  }

  /**
   * Returns a flag; false if it is missing.
   *
   * @throws ApiErrorException if it is neither {@code true} nor {@code false}
   */
  public boolean isTrue(String name) {
    String value = value(name);
    if (value == null || value.equalsIgnoreCase("false")) return false;
    if (value.equalsIgnoreCase("true")) return true;
    throw ApiErrorException.invalidProperty(name, value);
  }

  /** Returns the query in a form that is equal for all pages of one collection. */
  public String canonical() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .map(parameter -> parameter.toLowerCase(Locale.ROOT))
        .filter(parameter -> !parameter.startsWith("seekoperation="))
        .sorted()
        .collect(Collectors.joining("&"));
  }
}
