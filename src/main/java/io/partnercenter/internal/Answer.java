package io.partnercenter.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Takes bodies off the wire: whole, and not larger than they may be. */
final class Answer {
  private static final int ERROR_BODY_READ = 64 << 10;

  /** Known by sight: parsing costs more than a small answer's JSON. */
  private static final Set<String> USUAL_MEDIA_TYPES =
      Set.of("application/json; charset=utf-8", "application/json");

  private Answer() {}

  /** The body of a success: JSON, or nothing at all. */
  static byte[] json(Response response, long limit) throws IOException, UnreadableAnswer {
    BufferedSource source = response.body().source();
    long announced = response.body().contentLength();
    if (source.exhausted()) {
      if (announced > 0 || endIsUnmarked(response))
        throw new IOException("the connection ended before the body");
      return new byte[0];
    }
    checkMediaType(response.header("Content-Type"));
    if (source.request(limit + 1)) {
      throw new UnreadableAnswer(
          "answered more than " + limit + " bytes, which is all that is read of one answer");
    }
    byte[] whole = source.readByteArray();
    // OkHttp holds bodies of HTTP/1 against their length, and takes those of HTTP/2 as they end.
    if (whole.length < announced) throw new EOFException("less of the body came than announced");
    byte[] body = withoutByteOrderMark(whole);
    if (isOtherEncoding(body)) throw new UnreadableAnswer("answered JSON that is not in UTF-8");
    return body;
  }

  /** The beginning of what came with a refusal; what is missing of it is not missed. */
  static String text(Response response) {
    try {
      BufferedSource source = response.body().source();
      source.request(ERROR_BODY_READ);
      long length = Math.min(ERROR_BODY_READ, source.getBuffer().size());
      return source.readString(length, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(the body broke off: " + e.getMessage() + ")";
    }
  }

  /** Whether the body ends where the connection does, so that its end may be anywhere. */
  private static boolean endIsUnmarked(Response response) {
    return response.code() != 204
        && response.body().contentLength() == -1
        && response.header("Transfer-Encoding") == null
        && (response.protocol() == Protocol.HTTP_1_0 || response.protocol() == Protocol.HTTP_1_1);
  }

  private static void checkMediaType(@Nullable String contentType) throws UnreadableAnswer {
    if (contentType == null || USUAL_MEDIA_TYPES.contains(contentType)) return;
    MediaType type = MediaType.parse(contentType);
    if (type != null && isJson(type.type(), type.subtype())) return;
    throw new UnreadableAnswer(
        "answered in " + Redaction.cut(contentType, 100) + ", where JSON was asked for");
  }

  private static boolean isJson(String type, String subtype) {
    String format = subtype.toLowerCase(Locale.ROOT);
    return (type.equals("application") || type.equals("text"))
        && (format.equals("json") || format.endsWith("+json"));
  }

  /**
   * JSON begins with ASCII, so that a zero, or a mark that UTF-8 has not, tells UTF-16 and 32. The
   * parser would read those, but rows are found again by their bytes, which it counts in UTF-8
   * only.
   */
  private static boolean isOtherEncoding(byte[] body) {
    for (int i = 0; i < Math.min(2, body.length); i++) {
      if (body[i] == 0 || body[i] == (byte) 0xFE || body[i] == (byte) 0xFF) return true;
    }
    return false;
  }

  /** Some answers begin with a byte order mark, which is not JSON. */
  private static byte[] withoutByteOrderMark(byte[] body) {
    boolean marked =
        body.length >= 3
            && body[0] == (byte) 0xEF
            && body[1] == (byte) 0xBB
            && body[2] == (byte) 0xBF;
    return marked ? java.util.Arrays.copyOfRange(body, 3, body.length) : body;
  }
}
