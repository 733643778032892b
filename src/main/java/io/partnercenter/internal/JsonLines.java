package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file of an export: gzip, or what it holds; one JSON object a line. They come a
 * batch at a time. One thread's own, and of no use any more once it has failed.
 *
 * <p>A row is a line, and what cannot be read is one line, whatever is wrong with it. Nearly always
 * nothing is, so one parser goes over all lines of a batch, as long as each object it finds is a
 * line; from the first that is not, the rest of the batch is read line by line.
 */
final class JsonLines<T> implements Closeable {
  private static final int MOST_LOOKED_AT = 2_000;
  private static final int TEXT_KEPT = 80;

  private final Gunzip data;
  private final LineWindow lines;
  private final ObjectReader reader;
  private final ObjectReader lineReader;
  private final boolean setsAside;
  private boolean isBegun;
  private long rows;

  /**
   * What one window of lines held; nothing, if they were all blank.
   *
   * @param bytes how long the lines are together
   * @param unreadable the rows set aside, by their place in the file
   */
  record Batch<T>(int bytes, List<T> items, List<Page.Unreadable> unreadable) {}

  /**
   * The rows in {@code bytes}, which it closes.
   *
   * @param lineLimit how many bytes a line may have
   * @param setsAside whether rows that cannot be read are set aside instead of failing their batch
   */
  JsonLines(InputStream bytes, Class<T> type, int lineLimit, boolean setsAside) {
    this.data = new Gunzip(bytes);
    this.lines = new LineWindow(data, lineLimit);
    this.reader = RowRules.OF_LINES.in(Json.MAPPER.readerFor(type));
    this.lineReader = RowRules.OF_LINES.in(Json.alone(type));
    this.setsAside = setsAside;
  }

  /**
   * The next rows; null behind the last.
   *
   * @throws IOException if {@code bytes} failed, or ended too soon
   * @throws UnreadableAnswer if a row cannot be read and is not to be set aside, if a line is too
   *     long or the gzip data damaged; or if already the first line is no JSON object, or the file
   *     begins in another encoding than UTF-8, for then it is not a broken row but another kind of
   *     file
   */
  @Nullable Batch<T> next() throws IOException, UnreadableAnswer {
    if (!move()) return null;
    if (!isBegun) checkEncoding();
    isBegun = true;
    Batch<T> batch = new Batch<>(lines.length(), new ArrayList<>(), new ArrayList<>());
    int at = readWhileEachIsALine(batch);
    while (at < lines.length()) at = readLine(at, batch);
    return batch;
  }

  private boolean move() throws IOException, UnreadableAnswer {
    try {
      return lines.move();
    } catch (Gunzip.Damaged e) {
      throw new UnreadableAnswer("answered a file that " + e.getMessage());
    }
  }

  private void checkEncoding() throws UnreadableAnswer {
    OtherEncoding other = OtherEncoding.of(lines.bytes(), 0, lines.length());
    if (other == null || other == OtherEncoding.UNKNOWN) return;
    throw new UnreadableAnswer("answered a file in " + other + "; export files are UTF-8");
  }

  /** How many rows there were so far, those that could not be read included. */
  long rows() {
    return rows;
  }

  /** Returns the beginning of the first line that has to be looked at by itself. */
  private int readWhileEachIsALine(Batch<T> batch) throws IOException {
    int at = 0;
    if (OtherEncoding.of(lines.bytes(), 0, lines.length()) != null) return at;
    try (JsonParser parser = Json.MAPPER.createParser(lines.bytes(), 0, lines.length())) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int line = parser.currentTokenLocation().getLineNr();
        T item = reader.readValue(parser);
        JsonLocation end = parser.currentLocation();
        int next = skipBlanks((int) end.getByteOffset());
        boolean isWhole = next == lines.length() || lines.bytes()[next] == '\n';
        if (end.getLineNr() != line || !isWhole) return at;
        batch.items.add(item);
        rows++;
        at = next;
      }
      return at;
    } catch (JacksonException e) {
      return at; // What is wrong will be seen again, and put into words, where it is.
    }
  }

  /** Returns the place behind the line that begins at {@code start}. */
  private int readLine(int start, Batch<T> batch) throws IOException, UnreadableAnswer {
    int end = start;
    while (end < lines.length() && lines.bytes()[end] != '\n') end++;
    int first = skipBlanks(skipByteOrderMark(start));
    if (first < end) readRow(first, end, batch);
    return end + 1;
  }

  private void readRow(int start, int end, Batch<T> batch) throws IOException, UnreadableAnswer {
    int row = Math.toIntExact(rows++);
    byte[] bytes = lines.bytes();
    OtherEncoding other = OtherEncoding.of(bytes, start, end);
    try {
      if (other != null) {
        throw UnreadableAnswer.row(row, "it is in " + other + "; export files are UTF-8");
      }
      if (bytes[start] != '{') throw noRow(row, start, end);
      batch.items.add(lineReader.readValue(bytes, start, end - start));
    } catch (JacksonException e) {
      if (mayBeCutOff(start, end)) throw new EOFException("the last line ends too soon");
      setAside(UnreadableAnswer.of(e, row), row, start, end, batch);
    } catch (UnreadableAnswer e) {
      if (row == 0 && bytes[start] != '{') throw e; // Another kind of file.
      setAside(e, row, start, end, batch);
    }
  }

  private void setAside(UnreadableAnswer problem, int row, int start, int end, Batch<T> batch)
      throws UnreadableAnswer {
    if (!setsAside) throw problem;
    String text = RowText.of(lines.bytes(), start, end).strip();
    batch.unreadable.add(new Page.Unreadable(row, problem.problem, text));
  }

  private UnreadableAnswer noRow(int row, int start, int end) {
    int length = Math.min(end - start, MOST_LOOKED_AT);
    String text = new String(lines.bytes(), start, length, StandardCharsets.UTF_8);
    String begin = Redaction.cut(Redaction.redact(Redaction.oneLine(text)), TEXT_KEPT);
    return UnreadableAnswer.row(row, "it is not a JSON object, but begins with \"" + begin + "\"");
  }

  /** The end of gzip data has been checked; any other may be that of a broken connection. */
  private boolean mayBeCutOff(int start, int end) {
    boolean isLast = end == lines.length() && !data.isChecked();
    return isLast && CutOff.isCutOff(Arrays.copyOfRange(lines.bytes(), start, end));
  }

  /** Where files are put together from others, it may stand in front of any line. */
  private int skipByteOrderMark(int at) {
    byte[] bytes = lines.bytes();
    boolean isOne =
        lines.length() - at >= 3
            && bytes[at] == (byte) 0xef
            && bytes[at + 1] == (byte) 0xbb
            && bytes[at + 2] == (byte) 0xbf;
    return isOne ? at + 3 : at;
  }

  /** The first place from {@code at} on that is not blank; line breaks are not. */
  private int skipBlanks(int at) {
    int next = at;
    while (next < lines.length() && isBlank(lines.bytes()[next])) next++;
    return next;
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r';
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
