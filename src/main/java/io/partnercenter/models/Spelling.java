package io.partnercenter.models;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One word in many spellings. The service writes {@code one_time} in answers, wants {@code onetime}
 * in queries, puts {@code OneTime} into links and calls it {@code oneTime} in its reference.
 */
final class Spelling {
  private Spelling() {}

  /**
   * What all spellings of a word have in common: lower case, without {@code _}, {@code -}, blanks.
   */
  static String normal(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int length = lower.length();
    for (int i = 0; i < length; i++) {
      if (separates(lower.charAt(i))) return withoutSeparators(lower);
    }
    return lower;
  }

  static boolean same(String one, String other) {
    return one.equals(other) || normal(one).equals(normal(other));
  }

  /**
   * Looks values up by their own spelling, the frequent one, and by the normal form of all others.
   */
  @SafeVarargs
  static <T> Map<String, T> index(Function<T, String> spelling, T... values) {
    Map<String, T> index = new HashMap<>();
    for (T value : values) {
      index.put(spelling.apply(value), value);
      index.put(normal(spelling.apply(value)), value);
    }
    return Map.copyOf(index);
  }

  static <T> @Nullable T find(Map<String, T> index, String text) {
    T exact = index.get(text);
    return exact != null ? exact : index.get(normal(text));
  }

  private static String withoutSeparators(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!separates(text.charAt(i))) kept.append(text.charAt(i));
    }
    return kept.toString();
  }

  private static boolean separates(char c) {
    return c == '_' || c == '-' || Character.isWhitespace(c);
  }
}
