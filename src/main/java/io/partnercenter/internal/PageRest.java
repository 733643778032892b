package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What the rest of a page is like, read from some place on that is taken for one in its list of
 * rows.
 */
final class PageRest {
  private final byte[] page;
  private int behind;

  /** Whether nothing is wrong with it, up to the end of the page. */
  boolean isWhole;

  /** Whether the first thing that is wrong with it is in a row, and not around them. */
  boolean isBrokenInARow;

  /** Where the second row begins; negative if there is none, or the first is broken. */
  int second = -1;

  /** How many bytes were looked at. */
  long read;

  private PageRest(byte[] page, int start) {
    this.page = page;
    this.behind = start;
  }

  /** The rest from {@code start} on; see {@link BodyParser#within}. */
  static PageRest of(byte[] page, int start, boolean behindRow) throws IOException {
    PageRest rest = new PageRest(page, start);
    try (JsonParser parser = BodyParser.within(page, start, behindRow)) {
      rest.readWith(parser);
      rest.read = parser.currentLocation().getByteOffset() - start;
    }
    return rest;
  }

  boolean makesSense() {
    return isWhole || isBrokenInARow;
  }

  private void readWith(JsonParser parser) throws IOException {
    boolean inRow = false;
    try {
      for (int row = 0; parser.nextToken() != JsonToken.END_ARRAY; row++) {
        inRow = true;
        if (row == 1) second = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        inRow = false;
        behind = (int) parser.currentLocation().getByteOffset();
      }
      behind = page.length;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        parser.nextToken();
        parser.skipChildren();
      }
      isWhole = parser.hasToken(JsonToken.END_OBJECT) && parser.nextToken() == null;
    } catch (JacksonException e) {
      isBrokenInARow = inRow || isBehindComma();
    }
  }

  private boolean isBehindComma() {
    int at = behind;
    while (at < page.length && page[at] <= ' ') at++;
    return at < page.length && page[at] == ',';
  }
}
