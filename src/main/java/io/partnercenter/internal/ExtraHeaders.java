package io.partnercenter.internal;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers that callers add to those of the SDK. */
public final class ExtraHeaders {
  private static final Set<String> OURS =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "host",
          "if-match",
          "range",
          "transfer-encoding",
          "user-agent",
          "x-locale");

  private ExtraHeaders() {}

  /**
   * A copy of {@code headers}, in which a name is found whatever its case.
   *
   * @throws IllegalArgumentException if one cannot be sent, or is one that the SDK itself sends
   */
  public static Map<String, String> checked(Map<String, String> headers) {
    Map<String, String> checked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, value) -> {
          check(name);
          checked.put(name, Arguments.header(value, name));
        });
    return Collections.unmodifiableMap(checked);
  }

  /** Those and one more, or another value for one of them. */
  public static Map<String, String> and(Map<String, String> headers, String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return more;
  }

  private static void check(String name) {
    Arguments.check(
        name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+"), "a header's name is one word of ASCII");
    String lower = name.toLowerCase(Locale.ROOT);
    Arguments.check(
        !OURS.contains(lower) && !lower.startsWith("ms-"),
        "%s is sent by the SDK itself, which has settings of their own for what may differ",
        name);
  }
}
