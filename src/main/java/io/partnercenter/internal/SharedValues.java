package io.partnercenter.internal;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Remembers values that were read, to hand out the same object for the same value. Each value has
 * one place, which the latest to come takes, so memory is bounded and nothing is ever looked for.
 * Several threads may use it: all it holds is immutable, and at worst a value is not shared.
 */
final class SharedValues {
  private static final int PLACES = 1 << 15;
  private static final int LONGEST_TEXT = 256;

  private final @Nullable String[] texts = new @Nullable String[PLACES];
  private final @Nullable OffsetDateTime[] times = new @Nullable OffsetDateTime[PLACES / 8];
  private final @Nullable BigDecimal[] amounts = new @Nullable BigDecimal[PLACES / 4];

  String text(char[] source, int start, int length) {
    if (length == 0) return "";
    if (length > LONGEST_TEXT) return new String(source, start, length);
    int place = place(hash(source, start, length), texts.length);
    String known = texts[place];
    if (known != null && isThat(known, source, start, length)) return known;
    String text = new String(source, start, length);
    texts[place] = text;
    return text;
  }

  OffsetDateTime time(OffsetDateTime time) {
    return shared(times, time);
  }

  /** Equal amounts are equal to the scale. */
  BigDecimal amount(BigDecimal amount) {
    return shared(amounts, amount);
  }

  private static <V> V shared(@Nullable V[] values, V value) {
    int place = place(value.hashCode(), values.length);
    V known = values[place];
    if (value.equals(known)) return known;
    values[place] = value;
    return value;
  }

  private static int place(int hash, int places) {
    return (hash ^ (hash >>> 15)) & (places - 1);
  }

  private static int hash(char[] source, int start, int length) {
    int hash = length;
    for (int i = start; i < start + length; i++) hash = 31 * hash + source[i];
    return hash * 0x9E3779B9;
  }

  private static boolean isThat(String known, char[] source, int start, int length) {
    if (known.length() != length) return false;
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != source[start + i]) return false;
    }
    return true;
  }
}
