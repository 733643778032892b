package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.partnercenter.models.ResourceAttributes;
import io.partnercenter.models.ResourceLinks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope of a collection, token by token, and hands each row to a {@link RowReader}.
 */
final class PageReader<T> {
  private final RowReader<T> rowReader;
  private final boolean setsAside;
  private final @Nullable SharedValues shared;

  private final List<T> items = new ArrayList<>();
  private final List<Page.Unreadable> unreadable = new ArrayList<>();
  private final Map<String, @Nullable Object> rest = new LinkedHashMap<>();
  private final CRC32C fingerprint = new CRC32C();
  private boolean isNothing = true;
  private boolean hasItems;
  private @Nullable Integer totalCount;
  private @Nullable String continuationToken;
  private @Nullable ResourceLinks links;
  private @Nullable ResourceAttributes attributes;

  /** A reader for one page. */
  private PageReader(RowReader<T> rowReader, boolean setsAside, @Nullable SharedValues shared) {
    this.rowReader = rowReader;
    this.setsAside = setsAside;
    this.shared = shared;
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
    PageReader<T> reader = new PageReader<>(rowReader, setsAside, shared);
    if (body.length > 0) reader.readBody(body);
    return reader.page(body.length);
  }

  private Page<T> page(int bytes) {
    return new Page<>(
        isNothing,
        totalCount,
        items,
        unreadable,
        continuationToken,
        links,
        attributes,
        rest,
        bytes,
        fingerprint.getValue(),
        null);
  }

  private void readBody(byte[] body) throws IOException, UnreadableAnswer {
    try (JsonParser parser = parser(body)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.VALUE_NULL) return;
      isNothing = false;
      if (first != JsonToken.START_OBJECT) throw noCollection("it begins with " + first);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        readField(name, parser, body);
      }
      if (parser.nextToken() != null) throw noCollection("more follows after its end");
      boolean mustHaveItems = totalCount == null || totalCount > 0;
      if (!hasItems && mustHaveItems) throw noCollection("it has no items");
    } catch (JacksonException e) {
      throw UnreadableAnswer.unlessTooShort(e, null);
    } catch (NumberFormatException e) { // Inside of a record, Jackson would have wrapped it.
      throw noCollection("it has a number that is beyond all bounds");
    }
  }

  private JsonParser parser(byte[] body) throws IOException {
    JsonParser parser = Json.MAPPER.createParser(body);
    return shared == null ? parser : new SharingParser(parser, shared);
  }

  private void readField(String name, JsonParser parser, byte[] body)
      throws IOException, UnreadableAnswer {
    switch (name) {
      case "items" -> readItems(parser, body);
      case "totalCount" -> totalCount = count(parser);
      case "continuationToken" ->
          continuationToken = last(continuationToken, parser.readValueAs(String.class));
      case "links" -> links = last(links, parser.readValueAs(ResourceLinks.class));
      case "attributes" ->
          attributes = last(attributes, parser.readValueAs(ResourceAttributes.class));
      default -> rest.put(name, parser.readValueAs(Object.class));
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

  private void readItems(JsonParser parser, byte[] body) throws IOException, UnreadableAnswer {
    if (hasItems) throw noCollection("it has more than one list of items");
    hasItems = true;
    if (parser.hasToken(JsonToken.VALUE_NULL)) return;
    if (!parser.isExpectedStartArrayToken()) throw noCollection("its items are no list");
    int start = (int) parser.currentLocation().getByteOffset();
    while (parser.nextToken() != JsonToken.END_ARRAY) readRow(parser, body);
    int end = (int) parser.currentTokenLocation().getByteOffset();
    fingerprint.update(body, start, end - start);
  }

  private void readRow(JsonParser parser, byte[] body) throws IOException, UnreadableAnswer {
    RowBytes row = new RowBytes(parser, body, items.size() + unreadable.size());
    try {
      T item = rowReader.read(parser, row);
      if (item == null) throw UnreadableAnswer.row(row.index(), "it is null");
      items.add(item);
    } catch (JacksonException e) {
      setAside(UnreadableAnswer.unlessTooShort(e, row.index()), row);
    } catch (UnreadableAnswer e) {
      setAside(e, row);
    }
  }

  private void setAside(UnreadableAnswer problem, RowBytes row)
      throws IOException, UnreadableAnswer {
    if (!setsAside) throw problem;
    row.skip();
    unreadable.add(new Page.Unreadable(row.index(), problem.problem, row.text()));
  }

  private static UnreadableAnswer noCollection(String why) {
    return new UnreadableAnswer("answered what is not a collection: " + why);
  }
}
