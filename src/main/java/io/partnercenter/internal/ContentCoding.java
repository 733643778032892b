package io.partnercenter.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses bodies. The SDK asks for gzip itself, so that OkHttp leaves bodies as they come: its
 * own decoder refuses gzip of several members and passes on {@code x-gzip} and all other codings.
 *
 * <p>Gzip is recognized by its first two bytes, with which neither JSON nor a PDF begins: proxies
 * compress or decompress bodies and leave the header as it was.
 */
final class ContentCoding {
  /** Sent as {@code Accept-Encoding}. */
  static final String GZIP = "gzip";

  private static final Set<String> GZIP_NAMES = Set.of(GZIP, "x-gzip");
  private static final Set<String> PLAIN_NAMES = Set.of("identity", "none", "");

  /** OkHttp hands out no more at once. */
  private static final int BUFFER = 8 << 10;

  /** The service compresses, and then a proxy does. */
  private static final int MOST_LAYERS = 2;

  private ContentCoding() {}

  /**
   * Returns {@code response} with a body that is not compressed, and ends where its length says.
   * Reads the first bytes of it. To be closed before {@code response} itself.
   *
   * @throws UnreadableAnswer if it is in another coding than gzip, or its length is unclear
   * @throws IOException if it breaks off
   */
  static Response decoded(Response response) throws IOException, UnreadableAnswer {
    var unused = isGzip(response.headers()); // The body itself says whether it is.
    ResponseBody body = ContentLength.body(response);
    try {
      for (int layer = 0; beginsLikeGzip(body.source()); layer++) {
        if (layer == MOST_LAYERS) {
          throw new UnreadableAnswer("answered what is compressed with gzip more than twice");
        }
        body = decompressed(body.source(), body.contentType());
      }
    } catch (IOException | UnreadableAnswer e) {
      body.close();
      throw e;
    }
    if (body == response.body()) return response;
    return response
        .newBuilder()
        .body(body)
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .build();
  }

  /**
   * Returns whether {@code headers} name gzip.
   *
   * @throws UnreadableAnswer if they name another coding, which is not read
   */
  static boolean isGzip(Headers headers) throws UnreadableAnswer {
    boolean gzip = false;
    for (String header : headers.values("Content-Encoding")) {
      for (String name : header.split(",", -1)) {
        String coding = name.strip().toLowerCase(Locale.ROOT);
        if (GZIP_NAMES.contains(coding)) gzip = true;
        else if (!PLAIN_NAMES.contains(coding) && !isCharset(coding)) throw unread(header);
      }
    }
    return gzip;
  }

  private static UnreadableAnswer unread(String header) {
    return new UnreadableAnswer(
        "answered with Content-Encoding: "
            + Redaction.cut(Redaction.oneLine(Redaction.redact(header)), 100)
            + ", where gzip or nothing was asked for: a proxy may have changed it");
  }

  /** Some servers write the charset into this header; it says nothing about the coding then. */
  private static boolean isCharset(String coding) {
    try {
      return Charset.isSupported(coding);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static boolean beginsLikeGzip(BufferedSource source) throws IOException {
    boolean two = source.request(2);
    Buffer start = source.getBuffer();
    if (start.exhausted() || start.getByte(0) != 0x1f) return false;
    return !two || start.getByte(1) == (byte) 0x8b;
  }

  private static ResponseBody decompressed(BufferedSource source, @Nullable MediaType type) {
    Gunzip gunzip = new Gunzip(source.inputStream(), BUFFER);
    return ResponseBody.create(Okio.buffer(Okio.source(gunzip)), type, -1);
  }
}
