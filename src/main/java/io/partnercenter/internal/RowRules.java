package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a row from an object that has nothing of one. Without it, a row whose fields are all null
 * and an answer of another kind would become records without values.
 *
 * @param depth how many objects and lists are around a row; what is further inside is no row
 * @param refusesEnvelopes whether a row has no fields of OData's: in files it would be the envelope
 *     of rows, or of an error
 */
record RowRules(int depth, boolean refusesEnvelopes) {
  /** For the items of a page. */
  static final RowRules OF_PAGES = new RowRules(2, false);

  /** For the lines of a file. */
  static final RowRules OF_LINES = new RowRules(0, true);

  /** Returns {@code reader} with these rules for what it reads. */
  ObjectReader in(ObjectReader reader) {
    return reader.withAttribute(RowRules.class, this);
  }

  /**
   * Checks the record that {@code parser} has read to its end, if it is a row.
   *
   * @param rest the fields that no component is for; null if there are none
   * @throws JsonMappingException if it is a row and not to be read
   */
  static void check(
      @Nullable Object[] values,
      @Nullable Map<String, @Nullable Object> rest,
      JsonParser parser,
      DeserializationContext context)
      throws JsonMappingException {
    boolean isNothing = isNothing(values, rest);
    if (!isNothing && rest == null) return;
    if (!(context.getAttribute(RowRules.class) instanceof RowRules rules)) return;
    if (parser.getParsingContext().getNestingDepth() != rules.depth) return;
    if (isNothing) throw problem(parser, "no field of it has a value");
    if (rules.refusesEnvelopes && rest != null && isEnvelope(rest)) {
      throw problem(parser, "it is no row but an OData envelope, with " + rest.keySet());
    }
  }

  /** The usual row is told by its first value. */
  private static boolean isNothing(
      @Nullable Object[] values, @Nullable Map<String, @Nullable Object> rest) {
    for (Object value : values) {
      if (value != null && value != rest) return false;
    }
    return rest == null || rest.values().stream().allMatch(Objects::isNull);
  }

  private static boolean isEnvelope(Map<String, @Nullable Object> rest) {
    return rest.get("value") instanceof List
        || rest.keySet().stream().anyMatch(name -> name.startsWith("@odata."));
  }

  private static JsonMappingException problem(JsonParser parser, String problem) {
    return MismatchedInputException.from(parser, (Class<?>) null, problem);
  }
}
