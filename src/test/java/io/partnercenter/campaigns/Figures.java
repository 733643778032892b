package io.partnercenter.campaigns;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.partnercenter.campaigns.Node.Shape;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds records against the JSON they were read from. What each field should be is told from that
 * JSON alone, and where a key is there twice, the last counts that says something.
 */
final class Figures {
  private Figures() {}

  /** Claims that {@code record} says what {@code json} says, down to the innermost. */
  static void assertAre(Record record, Node json) {
    claim(json.shape == Shape.OBJECT, record.getClass().getSimpleName(), json);
    List<RecordComponent> components = List.of(record.getClass().getRecordComponents());
    Map<?, ?> rest = Map.of();
    for (RecordComponent component : components) {
      Object held = valueOf(component, record);
      if (component.getName().equals("additionalProperties")) {
        rest = (Map<?, ?>) Objects.requireNonNull(held);
      } else if (!component.getName().equals("next")) { // The cursor of pages is not on the wire.
        assertIs(held, component, last(json, record, component));
      }
    }
    for (int i = 0; i < json.size(); i++) {
      String name = json.name(i);
      boolean known = components.stream().anyMatch(each -> isFor(each, name, record));
      if (!known && json.names.lastIndexOf(name) == i) {
        claim(rest.containsKey(name), name, json);
        assertIsTheSame(rest.get(name), json.children.get(i), name);
      }
    }
  }

  private static @Nullable Node last(Node json, Record record, RecordComponent component) {
    Node last = null;
    for (int i = 0; i < json.size(); i++) {
      if (!isFor(component, json.name(i), record)) continue;
      Node next = json.children.get(i);
      if (last == null || last.isNull() || !isNothing(next, component.getType())) last = next;
    }
    return last;
  }

  private static boolean isNothing(Node json, Class<?> type) {
    if (json.isNull()) return true;
    if (type == String.class) return json.shape == Shape.TEXT && json.said.isEmpty();
    if (type == List.class && json.shape == Shape.ARRAY) {
      return json.children.stream().allMatch(Node::isNull);
    }
    if (json.shape != Shape.TEXT) return false;
    if (type == OffsetDateTime.class) return isBlank(json) || Moments.time(json.said) == null;
    if (type == LocalDate.class) return isBlank(json) || Moments.day(json.said) == null;
    return isBlank(json);
  }

  /**
   * Exports are read in any case. The annotations say what the documentation of the fields says.
   */
  private static boolean isFor(RecordComponent component, String name, Record record) {
    if (component.getName().equals("additionalProperties")) return false;
    boolean anyCase = record.getClass().isAnnotationPresent(JsonFormat.class);
    List<String> names = new ArrayList<>(List.of(component.getName()));
    JsonAlias alias = component.getAccessor().getAnnotation(JsonAlias.class);
    if (alias != null) names.addAll(List.of(alias.value()));
    return names.stream()
        .anyMatch(each -> anyCase ? each.equalsIgnoreCase(name) : each.equals(name));
  }

  private static void assertIs(
      @Nullable Object held, RecordComponent component, @Nullable Node json) {
    String name = component.getName();
    Class<?> type = component.getType();
    if (type == List.class) {
      assertIsList((List<?>) Objects.requireNonNull(held, name), name, json);
    } else if (json == null || json.isNull() || (isBlank(json) && type != String.class)) {
      claim(held == null, name, json);
    } else if (type == BigDecimal.class) {
      claim(exact(scalar(json, name).strip()).equals(held), name, json);
    } else if (type == OffsetDateTime.class) {
      claim(Objects.equals(Moments.time(scalar(json, name)), held), name, json);
    } else if (type == LocalDate.class) {
      claim(Objects.equals(Moments.day(scalar(json, name)), held), name, json);
    } else if (type == String.class) {
      boolean whole = json.shape == Shape.OBJECT || json.shape == Shape.ARRAY;
      claim(whole ? held != null : json.said.equals(held), name, json);
    } else if (type == Integer.class || type == Long.class) {
      if (name.equals("totalCount")) return; // Nothing depends on that.
      boolean same = held != null && exact("" + held).equals(exact(scalar(json, name).strip()));
      claim(same, name, json);
    } else if (held instanceof Record inner && json.shape == Shape.OBJECT) {
      assertAre(inner, json);
    } else {
      claim(held != null && !scalar(json, name).isEmpty(), name, json);
    }
  }

  /** Text has no other form than a list of its own, which other tests are about. */
  private static void assertIsList(List<?> held, String name, @Nullable Node json) {
    if (held.stream().anyMatch(String.class::isInstance)) return;
    List<Node> elements = json == null ? List.of() : json.children;
    elements = elements.stream().filter(each -> !each.isNull()).toList();
    boolean texts = name.equals("productQualifiers");
    claim(texts || elements.size() == held.size(), name, json);
    for (int i = 0; i < held.size(); i++) assertAre((Record) held.get(i), elements.get(i));
  }

  private static void assertIsTheSame(@Nullable Object held, Node json, String name) {
    if (json.isNull()) {
      claim(held == null, name, json);
    } else if (held instanceof Number) {
      claim(json.shape == Shape.NUMBER && exact(json.said).equals(exact("" + held)), name, json);
    } else if (held instanceof List<?> list) {
      claim(json.shape == Shape.ARRAY && list.size() == json.size(), name, json);
      for (int i = 0; i < json.size(); i++)
        assertIsTheSame(list.get(i), json.children.get(i), name);
    } else if (held instanceof Map<?, ?> map) {
      claim(json.shape == Shape.OBJECT, name, json);
      for (int i = 0; i < json.size(); i++) {
        boolean last = json.names.lastIndexOf(json.name(i)) == i;
        if (last) assertIsTheSame(map.get(json.name(i)), json.children.get(i), json.name(i));
      }
    } else {
      claim(json.said.equals(String.valueOf(held)), name, json);
    }
  }

  /** Equal only to an amount of the same scale. */
  private static Object exact(String said) {
    return new BigDecimal(said);
  }

  private static boolean isBlank(Node json) {
    return json.shape == Shape.TEXT && json.said.isBlank();
  }

  private static String scalar(Node json, String name) {
    claim(json.shape != Shape.OBJECT && json.shape != Shape.ARRAY, name, json);
    return json.said;
  }

  private static @Nullable Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no accessor of " + component, e);
    }
  }

  private static void claim(boolean holds, String name, @Nullable Node json) {
    if (holds) return;
    String said = String.valueOf(json);
    throw new AssertionError(
        name + " is not what it was: " + said.substring(0, Math.min(200, said.length())));
  }
}
