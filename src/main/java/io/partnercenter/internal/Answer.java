package io.partnercenter.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
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

  /** Returns the body of a success: JSON, or nothing at all. Closes the response. */
  static byte[] json(Response response, long limit) throws IOException, UnreadableAnswer {
    try (Response decoded = ContentCoding.decoded(response)) {
      return json(decoded, response, limit);
    }
  }

  /**
   * Reads {@code decoded}.
   *
   * @param response as it came: what is said about its end is not about what was compressed
   */
  private static byte[] json(Response decoded, Response response, long limit)
      throws IOException, UnreadableAnswer {
    BufferedSource source = decoded.body().source();
    long announced = decoded.body().contentLength();
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
    OtherEncoding other = OtherEncoding.of(body, 0, body.length);
    if (other != null) throw new UnreadableAnswer("answered JSON in " + other + ", not in UTF-8");
    return body;
  }

  /**
   * Returns the beginning of what came with a refusal. Does not fail if there is less. Closes the
   * response.
   */
  static String text(Response response) {
    try (Response decoded = ContentCoding.decoded(response)) {
      BufferedSource source = decoded.body().source();
      source.request(ERROR_BODY_READ);
      long length = Math.min(ERROR_BODY_READ, source.getBuffer().size());
      return source.readString(length, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(the body broke off: " + e.getMessage() + ")";
    } catch (UnreadableAnswer e) {
      return "(" + e.problem + ")";
    }
  }

  /** Whether the body ends where the connection does, so that its end may be anywhere. */
  private static boolean endIsUnmarked(Response response) {
    return response.code() != 204
        && response.body().contentLength() == -1
        && response.header("Content-Length") == null
        && response.header("Transfer-Encoding") == null
        && (response.protocol() == Protocol.HTTP_1_0 || response.protocol() == Protocol.HTTP_1_1);
  }

  private static void checkMediaType(@Nullable String contentType) throws UnreadableAnswer {
    if (contentType == null || USUAL_MEDIA_TYPES.contains(contentType)) return;
    if (MediaTypes.matches(contentType, Answer::isJson)) return;
    throw new UnreadableAnswer(
        "answered in " + Redaction.cut(contentType, 100) + ", where JSON was asked for");
  }

  private static boolean isJson(String type) {
    return type.equals("application/json")
        || type.equals("text/json")
        || (type.endsWith("+json")
            && (type.startsWith("application/") || type.startsWith("text/")));
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
