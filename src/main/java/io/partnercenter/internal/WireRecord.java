package io.partnercenter.internal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads records whose last component takes every field that no other does. The rows of a page have
 * their fields in one order, so each field is expected where a row before had it: then one
 * comparison of bytes tells it, and nothing is looked up. Fields in any other order are read as
 * well.
 */
final class WireRecord extends StdDeserializer<Object> implements ResolvableDeserializer {
  private static final long serialVersionUID = 1L;

  private final BeanDeserializerBase bean;
  private final int components;
  private final AtomicReference<@Nullable FieldOrder> order = new AtomicReference<>();

  /** Does the work of {@code bean}, which knows the components and how each is read. */
  WireRecord(BeanDeserializerBase bean) {
    super(bean.getValueType());
    this.bean = bean;
    this.components = handledType().getRecordComponents().length;
  }

  /** Whether records of {@code type} are read so. */
  static boolean reads(Class<?> type) {
    if (!type.isRecord()) return false;
    var components = type.getRecordComponents();
    int last = components.length - 1;
    return last >= 0 && components[last].getName().equals("additionalProperties");
  }

  @Override
  public void resolve(DeserializationContext context) throws JsonMappingException {
    bean.resolve(context);
    JsonDeserializer<Object> anything =
        context.findRootValueDeserializer(context.constructType(Object.class));
    order.set(FieldOrder.of(bean, components - 1, isInAnyCase(), anything, context.getConfig()));
  }

  /** Jackson looks at that annotation in {@code createContextual}, which is not asked here. */
  private boolean isInAnyCase() {
    JsonFormat format = handledType().getAnnotation(JsonFormat.class);
    return format != null
        && Arrays.asList(format.with())
            .contains(JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.isExpectedStartObjectToken()) return bean.deserialize(parser, context);
    try {
      return bean.getValueInstantiator().createFromObjectWith(context, values(parser, context));
    } catch (StreamReadException | StreamConstraintsException e) { // In a name, or a number.
      String name = parser.currentName();
      throw name == null ? e : JsonMappingException.wrapWithPath(e, handledType(), name);
    }
  }

  private @Nullable Object[] values(JsonParser parser, DeserializationContext context)
      throws IOException {
    FieldOrder known = Objects.requireNonNull(order.getPlain(), "not resolved");
    FieldOrder.Field[] expected = known.expected();
    List<FieldOrder.Field> learnt = null;
    @Nullable Object[] values = new @Nullable Object[components];
    int at = 0;
    int surprises = 0;
    while (true) {
      FieldOrder.Field field;
      if (at < expected.length && parser.nextFieldName(expected[at].name())) {
        field = expected[at++];
      } else {
        if (at == expected.length) parser.nextToken();
        if (!parser.hasToken(JsonToken.FIELD_NAME)) break;
        String name = parser.currentName();
        int later = known.indexOf(name, at);
        if (later >= 0) {
          field = expected[later];
          at = later + 1;
        } else {
          field = known.find(name);
          if (FieldOrder.mayBeExpected(name)) {
            if (learnt == null) learnt = new ArrayList<>(Arrays.asList(expected));
            learnt.add(at + surprises++, field);
          }
        }
      }
      parser.nextToken();
      read(field, parser, context, known, values);
    }
    if (learnt != null) order.setPlain(known.expecting(learnt));
    RowRules.check(values, restOf(values), parser, context);
    return values;
  }

  private void read(
      FieldOrder.Field field,
      JsonParser parser,
      DeserializationContext context,
      FieldOrder known,
      @Nullable Object[] values)
      throws IOException {
    try {
      if (field.component() != null) {
        int index = field.component().getCreatorIndex();
        Object value = field.component().deserialize(parser, context);
        if (values[index] == null || !isNothing(value)) values[index] = value;
      } else {
        rest(values).put(field.name().getValue(), known.anything(parser, context));
      }
    } catch (RuntimeException | JacksonException e) { // Else what is no JSON would name no field.
      throw JsonMappingException.wrapWithPath(e, handledType(), field.name().getValue());
    }
  }

  /** What does not replace a value that came before, under another of the field's names. */
  static boolean isNothing(@Nullable Object value) {
    if (value instanceof List<?> list) return list.stream().allMatch(Objects::isNull);
    return value == null || value.equals("");
  }

  /** The fields that no component is for, in the order in which they came. */
  private static Map<String, @Nullable Object> rest(@Nullable Object[] values) {
    Map<String, @Nullable Object> rest = restOf(values);
    if (rest != null) return rest;
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    values[values.length - 1] = first;
    return first;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, @Nullable Object> restOf(@Nullable Object[] values) {
    return (Map<String, @Nullable Object>) values[values.length - 1];
  }
}
