package io.partnercenter.internal;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;

/** Jackson's parser of UTF-8, begun in the middle of a page's list of rows. */
final class BodyParser extends UTF8StreamJsonParser {
  private BodyParser(JsonFactory factory, byte[] body, int start) {
    super(
        new IOContext(
            factory.streamReadConstraints(),
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            factory._getBufferRecycler(),
            ContentReference.redacted(),
            true),
        factory.getParserFeatures(),
        null,
        Json.MAPPER,
        ByteQuadsCanonicalizer.createRoot().makeChild(factory.getFactoryFeatures()),
        body,
        start,
        body.length,
        start, // Counts bytes from the beginning of the body.
        false);
  }

  /**
   * A parser of the rest of {@code body}, from {@code start} in its list of rows on.
   *
   * @param behindRow whether a comma, or the end of the list, comes next, and not a row
   */
  static JsonParser within(byte[] body, int start, boolean behindRow) throws IOException {
    BodyParser parser = new BodyParser(Json.MAPPER.getFactory(), body, start);
    parser.createChildObjectContext(1, 1);
    parser.countOne();
    parser.createChildArrayContext(1, 1);
    if (behindRow) parser.countOne();
    return parser;
  }

  /** A field or a row that has been read: behind it a comma is expected. */
  private void countOne() {
    var unused = _parsingContext.expectComma();
  }
}
