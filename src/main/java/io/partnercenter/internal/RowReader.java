package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** Makes one element of a page's {@code items} into a record. */
@FunctionalInterface
public interface RowReader<T> {
  /** Reads the row that begins with the parser's current token, and leaves it on the row's last. */
  T read(JsonParser parser, RowBytes row) throws IOException, UnreadableAnswer;

  /** Rows that are all of one type. */
  static <T> RowReader<T> of(Class<T> type) {
    ObjectReader reader = RowRules.OF_PAGES.in(Json.MAPPER.readerFor(type));
    return (parser, row) -> reader.readValue(parser);
  }
}
