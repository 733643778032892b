package io.partnercenter.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what callers hand in, before any request is made. What is null fails with the name of the
 * argument as a message.
 */
public final class Arguments {
  /** Far longer than any job, and short enough to be counted and added up in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private Arguments() {}

  /** Throws an {@link IllegalArgumentException} with that message unless {@code holds}. */
  public static void check(boolean holds, String message, @Nullable Object... values) {
    if (!holds) throw new IllegalArgumentException(String.format(message, values));
  }

  /**
   * How messages name a text that somebody has handed in. It may be a secret in the wrong place, so
   * only what is too short for one is quoted.
   */
  public static String shown(String value) {
    if (value.length() >= Redactor.SHORTEST_SECRET) {
      return "a text of " + value.length() + " characters";
    }
    return "\"" + Redaction.oneLine(value) + "\"";
  }

  /** Durations that may be zero. */
  public static void notNegative(Duration value, String name) {
    Objects.requireNonNull(value, name);
    check(!value.isNegative(), "%s is not negative; this one is %s", name, value);
    check(value.compareTo(LONGEST) <= 0, "%s is at most a hundred years, not %s", name, value);
  }

  /** Durations in which something has to happen. */
  public static void positive(Duration value, String name) {
    Objects.requireNonNull(value, name);
    check(!value.isNegative() && !value.isZero(), "%s is more than nothing, not %s", name, value);
    notNegative(value, name);
  }

  /** Text that goes into a header, where a line break would begin another header. */
  public static String header(String value, String name) {
    Objects.requireNonNull(value, name);
    check(
        !value.isBlank() && isPrintable(value),
        "%s is printable ASCII and not blank, for it goes into a header",
        name);
    return value;
  }

  /** ISO 4217 codes, in upper or lower case. */
  public static String currencyCode(String value) {
    Objects.requireNonNull(value, "currencyCode");
    check(
        value.matches("[A-Za-z]{3}"),
        "a currency code has three letters, such as USD; %s has not",
        shown(value));
    return value;
  }

  /** Ids of tenants and apps. */
  public static String guid(String value, String name) {
    Objects.requireNonNull(value, name);
    check(isGuid(value), "%s is a GUID, not %s", name, shown(value));
    return value;
  }

  /** Whether {@code value} is a GUID. */
  static boolean isGuid(String value) {
    return GUID.matcher(value).matches();
  }

  /** Whether {@code value} can be sent in a header. */
  static boolean isPrintable(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 127);
  }

  /**
   * Ids that become one segment of a path. Slashes and question marks are encoded; dots alone are
   * not, and would lead to another path, and a lone half of a surrogate pair is not a character.
   */
  public static String segment(String value, String name) {
    Objects.requireNonNull(value, name);
    check(!value.isBlank(), "%s is blank", name);
    check(!value.equals(".") && !value.equals(".."), "%s is no id but a step in a path", name);
    check(
        value.chars().noneMatch(Character::isISOControl)
            && StandardCharsets.UTF_8.newEncoder().canEncode(value),
        "%s has characters that no id has",
        name);
    return value;
  }
}
