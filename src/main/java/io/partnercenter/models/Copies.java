package io.partnercenter.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The copies that records keep of the lists and maps they are given. Millions of rows pass through
 * here, nearly all with nothing in them, so nothing costs nothing: it is one shared constant.
 */
final class Copies {
  private Copies() {}

  /** An unmodifiable copy without null elements; of null, the empty list. */
  static <T> List<T> list(@Nullable List<? extends @Nullable T> from) {
    if (from == null || from.isEmpty()) return List.of();
    List<T> copy = new ArrayList<>(from.size());
    for (T element : from) {
      if (element != null) copy.add(element);
    }
    return List.copyOf(copy);
  }

  /** An unmodifiable copy, down to the innermost; of null, the empty map. */
  static Map<String, @Nullable Object> map(@Nullable Map<String, @Nullable Object> from) {
    if (from == null || from.isEmpty()) return Collections.emptyMap();
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    from.forEach((key, value) -> copy.put(key, frozen(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object frozen(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(key, frozen(inner)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object inner : list) copy.add(frozen(inner));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }
}
