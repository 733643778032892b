package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** Where a row stands in its page, for those who read it a second time or hand it on unread. */
public final class RowBytes {
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

  /** The place of its first byte in the page. */
  int start() {
    return start;
  }

  /**
   * Moves the parser to the row's last token from wherever in the row reading it has failed. Behind
   * what is no JSON it would go on as if nothing were wrong: see {@link UnreadableAnswer#isBroken}.
   *
   * @throws JacksonException if the rest of the row is no JSON
   */
  void skip() throws IOException {
    while (parser.getParsingContext() != list) parser.nextToken();
  }

  /** The row once more, as something else, now that the parser is on its last token. */
  <T> T readAgain(ObjectReader reader, Class<T> type) throws IOException {
    return reader.readValue(page, start, length(), type);
  }

  /** The row as it came, now that the parser is on its last token. */
  String text() {
    return RowText.of(page, start, start + length());
  }

  private int length() {
    return (int) parser.currentLocation().getByteOffset() - start;
  }
}
