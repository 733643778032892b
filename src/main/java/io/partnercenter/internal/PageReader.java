package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.partnercenter.models.ResourceAttributes;
import io.partnercenter.models.ResourceLinks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope of a collection, token by token, and hands each row to a {@link RowReader}.
 */
final class PageReader<T> {
  private final byte[] body;
  private final PageRows<T> rows;
  private final Map<String, @Nullable Object> rest = new LinkedHashMap<>();
  private final CRC32C fingerprint = new CRC32C();
  private boolean isNothing = true;
  private boolean hasItems;
  private String field = "";
  private @Nullable Integer totalCount;
  private @Nullable String continuationToken;
  private @Nullable ResourceLinks links;
  private @Nullable ResourceAttributes attributes;

  /** A reader for one page. */
  private PageReader(byte[] body, PageRows<T> rows) {
    this.body = body;
    this.rows = rows;
  }

  /**
   * Reads {@code body}; of no body at all, or of null, the page that is nothing.
   *
   * @param setsAside whether rows that cannot be read are set aside instead of failing the page
   * @param shared where equal values of many pages become one; null if they need not
   */
  static <T> Page<T> read(
      byte[] body, RowReader<T> rowReader, boolean setsAside, @Nullable SharedValues shared)
      throws IOException, UnreadableAnswer {
    PageReader<T> reader =
        new PageReader<>(body, new PageRows<>(rowReader, setsAside, shared, body));
    if (body.length > 0) reader.readBody();
    return reader.page();
  }

  private Page<T> page() {
    return new Page<>(
        isNothing,
        totalCount,
        rows.items(),
        rows.unreadable(),
        rows.isCounted(),
        continuationToken,
        links,
        attributes,
        rest,
        body.length,
        fingerprint.getValue(),
        null);
  }

  private void readBody() throws IOException, UnreadableAnswer {
    JsonParser parser = rows.sharing(Json.MAPPER.createParser(body));
    try {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.VALUE_NULL) return;
      isNothing = false;
      if (first != JsonToken.START_OBJECT) throw noCollection("it begins with " + first);
      while (isAtField(parser)) {
        parser.nextToken();
        if (field.equals("items")) parser = readItems(parser);
        else readField(parser);
      }
      if (parser.nextToken() != null) throw noCollection("more follows after its end");
      boolean mustHaveItems = totalCount == null || totalCount > 0;
      if (!hasItems && mustHaveItems) throw noItems("it has no items");
    } catch (JacksonException e) {
      throw UnreadableAnswer.inEnvelope(e, field, rows.place(field));
    } catch (NumberFormatException e) { // Inside of a record, Jackson would have wrapped it.
      throw noCollection("it has a number that is beyond all bounds");
    } finally {
      parser.close();
    }
  }

  /** Whether another field follows, which is then the one that failures name. */
  private boolean isAtField(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() == JsonToken.FIELD_NAME;
    } finally {
      String name = parser.currentName();
      if (name != null) field = name;
    }
  }

  private void readField(JsonParser parser) throws IOException {
    switch (field) {
      case "totalCount" -> totalCount = count(parser);
      case "continuationToken" ->
          continuationToken = last(continuationToken, parser.readValueAs(String.class));
      case "links" -> links = last(links, parser.readValueAs(ResourceLinks.class));
      case "attributes" ->
          attributes = last(attributes, parser.readValueAs(ResourceAttributes.class));
      default -> rest.put(field, parser.readValueAs(Object.class));
    }
  }

  /** Of a field that comes twice: else nothing in the second place could end a walk. */
  private static <V> @Nullable V last(@Nullable V before, @Nullable V now) {
    return before == null || !WireRecord.isNothing(now) ? now : before;
  }

  /** Nothing depends on it, so a count that is none is kept with the rest and disturbs nobody. */
  private @Nullable Integer count(JsonParser parser) throws IOException {
    Object value = parser.readValueAs(Object.class);
    if (value instanceof Integer count) return count;
    if (value != null) rest.put("totalCount", value);
    return null;
  }

  private JsonParser readItems(JsonParser first) throws IOException, UnreadableAnswer {
    if (hasItems) throw noItems("it has more than one list of items");
    hasItems = true;
    if (first.hasToken(JsonToken.VALUE_NULL)) return first;
    if (!first.isExpectedStartArrayToken()) throw noItems("its items are no list");
    int start = (int) first.currentLocation().getByteOffset();
    JsonParser parser = rows.read(first);
    int end = (int) parser.currentTokenLocation().getByteOffset();
    fingerprint.update(body, start, end - start);
    return parser;
  }

  private UnreadableAnswer noCollection(String why) {
    String where = field.isEmpty() ? "" : ", in field " + field + " or behind it";
    return UnreadableAnswer.field(
        field.isEmpty() ? null : field, "answered what is not a collection: " + why + where);
  }

  private static UnreadableAnswer noItems(String why) {
    return UnreadableAnswer.field("items", "answered what is not a collection: " + why);
  }
}
