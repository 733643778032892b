package io.partnercenter.internal;

import static java.lang.Character.isSurrogate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which fields a kind of record has, and in which order they are expected.
 *
 * @param byName the components, by their names and other spellings of them
 * @param expected what the rows so far had, one after the other
 * @param anything reads the fields that no component is for
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and nobody else's.
record FieldOrder(
    Map<String, SettableBeanProperty> byName, Field[] expected, JsonDeserializer<Object> anything) {
  /** Rows with more fields than that are no pattern for others. */
  private static final int MOST_FIELDS = 500;

  /** A field as the wire spells it, and its component; without one, it goes with the rest. */
  record Field(SerializableString name, @Nullable SettableBeanProperty component) {}

  /**
   * The components of {@code bean} but for that with the index {@code rest}; no order yet.
   *
   * @param anyCase whether they are told by their names in upper and lower case alike
   */
  static FieldOrder of(
      BeanDeserializerBase bean,
      int rest,
      boolean anyCase,
      JsonDeserializer<Object> anything,
      DeserializationConfig config) {
    Map<String, SettableBeanProperty> byName =
        anyCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
    Iterator<SettableBeanProperty> components = bean.creatorProperties();
    while (components.hasNext()) {
      SettableBeanProperty component = components.next();
      if (component.getCreatorIndex() == rest) continue;
      byName.put(component.getName(), component);
      for (PropertyName alias : component.findAliases(config)) {
        byName.put(alias.getSimpleName(), component);
      }
    }
    return new FieldOrder(byName, new Field[0], anything);
  }

  /**
   * Whether rows may be expected to have a field of that name. Half of a surrogate pair has no form
   * in UTF-8 to be compared with.
   */
  static boolean mayBeExpected(String name) {
    return name.chars().noneMatch(c -> isSurrogate((char) c));
  }

  /** The same fields, expected in the order of {@code fields}. */
  FieldOrder expecting(List<Field> fields) {
    boolean many = fields.size() > MOST_FIELDS;
    return new FieldOrder(byName, many ? new Field[0] : fields.toArray(Field[]::new), anything);
  }

  /** Where, from {@code start} on, that field is expected; negative if it is not. */
  int indexOf(String name, int start) {
    for (int i = start; i < expected.length; i++) {
      if (expected[i].name.getValue().equals(name)) return i;
    }
    return -1;
  }

  Field find(String name) {
    return new Field(new SerializedString(name), byName.get(name));
  }

  @Nullable Object anything(JsonParser parser, DeserializationContext context) throws IOException {
    return parser.hasToken(JsonToken.VALUE_NULL) ? null : anything.deserialize(parser, context);
  }
}
