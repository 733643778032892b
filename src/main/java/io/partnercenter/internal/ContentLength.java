package io.partnercenter.internal;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Ends bodies at their {@code Content-Length} where it came more than once. Proxies fold such
 * headers into one, as {@code 57, 57}. OkHttp takes that for no length and reads until the
 * connection closes, which on a connection that is kept takes until the timeout. What counts is in
 * RFC 9112, section 6.3.
 */
final class ContentLength {
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private ContentLength() {}

  /**
   * Returns the body of {@code response}, which ends where its length says.
   *
   * @throws UnreadableAnswer if the headers give different lengths, or what is no length
   */
  static ResponseBody body(Response response) throws UnreadableAnswer {
    ResponseBody body = response.body();
    List<String> headers = response.headers().values("Content-Length");
    if (headers.isEmpty() || isOrdinary(headers)) return body;
    if (response.code() == 204 || response.header("Transfer-Encoding") != null) return body;
    long length = length(String.join(", ", headers));
    if (body.contentLength() != -1) return body;
    return ResponseBody.create(
        Okio.buffer(new Limited(body.source(), length)), body.contentType(), length);
  }

  private static boolean isOrdinary(List<String> headers) {
    return headers.size() == 1 && LENGTH.matcher(headers.get(0)).matches();
  }

  private static long length(String header) throws UnreadableAnswer {
    long length = -1;
    for (String text : header.split(",", -1)) {
      String value = text.strip();
      boolean valid = LENGTH.matcher(value).matches();
      if (!valid || (length != -1 && length != Long.parseLong(value))) throw unclear(header);
      length = Long.parseLong(value);
    }
    return length;
  }

  private static UnreadableAnswer unclear(String header) {
    return new UnreadableAnswer(
        "answered with Content-Length: "
            + Redaction.cut(Redaction.oneLine(header), 100)
            + ", which does not say where the body ends: a proxy may have changed it");
  }

  /** The first bytes of a source, which has to have that many. */
  private static final class Limited extends ForwardingSource {
    private final long length;
    private long read;

    Limited(Source source, long length) {
      super(source);
      this.length = length;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (read == length) return -1;
      long count = super.read(sink, Math.min(byteCount, length - read));
      if (count == -1) {
        throw new CutShortBody(read + " bytes came where " + length + " were announced");
      }
      read += count;
      return count;
    }
  }
}
