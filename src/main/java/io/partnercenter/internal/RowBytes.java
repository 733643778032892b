package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Where a row stands in its page, for those who read it a second time or hand it on unread. */
public final class RowBytes {
  /** {@code NaN} is no figure, but where it ends is plain. */
  private static final ObjectReader AGAIN =
      Json.MAPPER.reader().with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

  private final JsonParser parser;
  private final byte[] page;
  private final int index;
  private final int start;
  private final JsonStreamContext list;

  /** The row that begins with the parser's current token. */
  RowBytes(JsonParser parser, byte[] page, int index) {
    this.parser = parser;
    this.page = page;
    this.index = index;
    JsonStreamContext context = parser.getParsingContext();
    this.list = parser.currentToken().isStructStart() ? context.getParent() : context;
    this.start = (int) parser.currentTokenLocation().getByteOffset();
  }

  /** Which row of the page it is. */
  int index() {
    return index;
  }

  /**
   * Moves the parser to the row's last token from wherever in the row reading it has failed.
   *
   * @throws JacksonException if the row is no JSON, so that its end may be anywhere
   */
  void skip() throws IOException {
    if (parser.getParsingContext() == list) return;
    while (parser.getParsingContext() != list) parser.nextToken();
    checkEnd();
  }

  /** A parser goes on behind what is no JSON as if nothing were wrong; one from the start fails. */
  private void checkEnd() throws IOException {
    try (JsonParser again = AGAIN.createParser(page, start, page.length - start)) {
      again.nextToken();
      again.skipChildren();
      if (again.currentLocation().getByteOffset() == length()) return;
    }
    throw new JsonParseException(parser, "the row ends nowhere");
  }

  /** The row once more, as something else, now that the parser is on its last token. */
  <T> T readAgain(ObjectReader reader, Class<T> type) throws IOException {
    return reader.readValue(page, start, length(), type);
  }

  /** The row as it came, now that the parser is on its last token. */
  String text() {
    return new String(page, start, length(), StandardCharsets.UTF_8);
  }

  private int length() {
    return (int) parser.currentLocation().getByteOffset() - start;
  }
}
