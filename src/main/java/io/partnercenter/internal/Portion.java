package io.partnercenter.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file, and how it is fetched: whatever an attempt has brought is kept, and the next
 * attempt asks for the rest. For one thread at a time.
 */
final class Portion implements AnswerReader<Portion> {
  /**
   * Storage is asked every second or so while rows are read: each answer is read in one go. With
   * its header an array of this size fits into a mebibyte, as large as the regions of a small heap
   * are; one byte more than that would take two of them.
   */
  static final int SIZE = (1 << 20) - 64;

  private static final long UNKNOWN = -1;
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  private final long start;
  private byte[] bytes = {};
  private int count;
  private long total = UNKNOWN;
  private @Nullable String version;

  /**
   * The part from {@code start} on.
   *
   * @param version of the file that the parts before were of
   */
  Portion(long start, @Nullable String version) {
    this.start = start;
    this.version = version;
  }

  byte[] bytes() {
    return bytes;
  }

  int count() {
    return count;
  }

  /** How long the file is. */
  long total() {
    return total;
  }

  /** Where the part after this one begins. */
  long end() {
    return start + count;
  }

  @Nullable String version() {
    return version;
  }

  /** A file of no bytes has no range that could be answered with. */
  Portion ofNothing() {
    total = 0;
    return this;
  }

  /** For the next attempt. */
  Headers headers() {
    Headers.Builder headers =
        new Headers.Builder()
            .add("Accept", "*/*")
            .add("Accept-Encoding", "identity") // Ranges are of the file as it is stored.
            .add("Range", "bytes=" + end() + "-" + (start + SIZE - 1));
    if (version != null && Arguments.isPrintable(version)) headers.add("If-Match", version);
    return headers.build();
  }

  @Override
  public Portion read(Response response, long limit) throws IOException, UnreadableAnswer {
    ResponseBody body = ContentLength.body(response);
    long length = response.code() == 206 ? range(response) : whole(body);
    checkCoding(response, body, length);
    String answered = response.header("ETag");
    if (version != null && answered != null && !version.equals(answered)) {
      throw new UnreadableAnswer("answered with another version of the file than before");
    }
    if (version == null) version = answered;
    fill(body.byteStream(), count + (int) length);
    return this;
  }

  private long range(Response response) throws UnreadableAnswer {
    String header = response.header("Content-Range", "");
    Matcher range = RANGE.matcher(header);
    if (header.isBlank()) throw new UnreadableAnswer("answered with a part that it does not name");
    if (!range.matches()) {
      String quoted = Redaction.cut(Redaction.oneLine(Redaction.redact(header)), 60);
      throw new UnreadableAnswer(
          "answered with a part whose Content-Range cannot be read: \"" + quoted + "\"");
    }
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    if (first != end() || last < first || last - start >= SIZE) {
      throw new UnreadableAnswer("answered with another part than was asked for: " + header);
    }
    if (range.group(3).equals("*"))
      throw new UnreadableAnswer("answered without the file's length");
    long said = Long.parseLong(range.group(3));
    if ((total != UNKNOWN && total != said) || last >= said) {
      throw new UnreadableAnswer("answered with a length that it contradicts: " + header);
    }
    total = said;
    return last - first + 1;
  }

  /** Who knows no ranges may still have a file that is small enough. */
  private long whole(ResponseBody body) throws UnreadableAnswer {
    long length = body.contentLength();
    if (end() != 0 || length < 0 || length > SIZE) {
      throw new UnreadableAnswer("answered with the whole file where a part was asked for");
    }
    total = length;
    return length;
  }

  /**
   * Files may be stored with {@code Content-Encoding: gzip}; then the range is one of the stored
   * bytes and as long as it says. A range that was compressed on its way is not.
   */
  private static void checkCoding(Response response, ResponseBody body, long length)
      throws UnreadableAnswer {
    if (!ContentCoding.isGzip(response.headers()) || body.contentLength() == length) return;
    throw new UnreadableAnswer(
        "answered with Content-Encoding: gzip, where the stored bytes were asked for: a proxy may"
            + " have changed it");
  }

  private void fill(InputStream body, int end) throws IOException {
    if (bytes.length < end) bytes = Arrays.copyOf(bytes, end);
    int before = count;
    try {
      while (count < end) {
        int read = body.read(bytes, count, end - count);
        if (read < 0) throw new EOFException("the file breaks off");
        count += read;
      }
    } catch (IOException e) {
      throw count > before ? new BrokenOff(e) : e;
    }
  }
}
