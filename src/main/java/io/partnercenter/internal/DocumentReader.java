package io.partnercenter.internal;

import io.partnercenter.internal.DocumentReader.Document;
import io.partnercenter.invoices.DownloadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Takes a PDF off the wire and into a file, a buffer at a time. It is one only if it begins and
 * ends as one: errors come in the place of documents, at times with status 200.
 *
 * @param file begun anew with every attempt
 */
public record DocumentReader(UnfinishedFile file, DownloadOptions options)
    implements AnswerReader<Document> {
  private static final int BUFFER = 64 << 10;

  /** Where a PDF's marks may be, and other readers look for them: PDF 1.7, appendix H. */
  private static final int EDGE = 1024;

  private static final ByteString BEGINNING = ByteString.encodeUtf8("%PDF-");
  private static final ByteString MARK = ByteString.encodeUtf8("\uFEFF");
  private static final ByteString MARKED_BEGINNING = ByteString.encodeUtf8("\uFEFF%PDF-");
  private static final String END = "%%EOF";

  /** Begins a revision that was saved behind the end of the one before. */
  private static final Pattern OBJECT = Pattern.compile("\\d+\\s+\\d+\\s+obj\\b");

  private static final String ANYTHING = "application/octet-stream";
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/pdf", "application/x-pdf", ANYTHING);
  private static final Set<String> TYPES_OF_ALL_ANSWERS =
      Set.of("application/json", "text/json", "application/xml", "text/xml");

  /**
   * What was read.
   *
   * @param fileName as the service suggests, made harmless
   */
  public record Document(long bytes, @Nullable String fileName) {}

  @Override
  public Document read(Response response, long limit) throws IOException, UnreadableAnswer {
    if (response.code() != 200) { // 206 would be a part of it.
      throw new UnreadableAnswer("answered with status " + response.code() + " and no document");
    }
    try (Response decoded = ContentCoding.decoded(response)) {
      return read(decoded);
    }
  }

  private Document read(Response response) throws IOException, UnreadableAnswer {
    long announced = response.body().contentLength();
    BufferedSource source = response.body().source();
    checkBeginning(response, source, announced);
    long mark = skipMark(source);
    long expected = announced == -1 ? -1 : announced - mark;
    checkSize(expected);
    file.empty();
    long bytes = store(source, expected);
    checkEnd(bytes, expected);
    file.force();
    return new Document(bytes, OfferedName.in(response.header("Content-Disposition")));
  }

  private static void checkBeginning(Response response, BufferedSource source, long announced)
      throws IOException, UnreadableAnswer {
    source.request(EDGE);
    ByteString start = source.getBuffer().snapshot((int) Math.min(EDGE, source.getBuffer().size()));
    if (start.size() == 0 && announced == 0) throw new UnreadableAnswer("answered without a body");
    if (BEGINNING.startsWith(start)) {
      throw new CutShortBody("a PDF of which " + start.size() + " bytes came");
    }
    String type = response.header("Content-Type", ANYTHING);
    if (isPdf(start) && isTypeOfPdf(type, start)) return;
    throw UnreadableAnswer.quoting(
        "answered in " + Redaction.cut(type, 100) + " what is no PDF", start.utf8());
  }

  /** A mark somewhere in the beginning will do, but not inside of an error that quotes one. */
  private static boolean isPdf(ByteString start) {
    String text = start.utf8().stripLeading();
    return start.indexOf(BEGINNING) >= 0 && "{[<".indexOf(text.charAt(0)) < 0;
  }

  /**
   * The documentation's own example calls a PDF {@code application/json}, and its reference has
   * four such types for it. That is believed of what begins with the mark itself, as neither JSON
   * nor XML does.
   */
  private static boolean isTypeOfPdf(String header, ByteString start) {
    return MediaTypes.matches(
        header,
        type ->
            MEDIA_TYPES.contains(type)
                || (TYPES_OF_ALL_ANSWERS.contains(type) && start.startsWith(BEGINNING)));
  }

  /**
   * Skips a byte order mark and returns its length. Offsets in a PDF count from its header (ISO
   * 32000-1, 7.5.2), so a mark that a gateway has put in front of it is no part of the document.
   */
  private static long skipMark(BufferedSource source) throws IOException {
    if (!source.rangeEquals(0, MARKED_BEGINNING)) return 0;
    source.skip(MARK.size());
    return MARK.size();
  }

  private long store(BufferedSource source, long announced) throws IOException, UnreadableAnswer {
    Long total = announced == -1 ? null : announced;
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = source.read(buffer); read != -1; read = source.read(buffer)) {
      bytes += read;
      checkSize(bytes);
      file.write(buffer, read);
      options.progress().received(bytes, total);
    }
    return bytes;
  }

  private void checkSize(long bytes) throws UnreadableAnswer {
    if (bytes <= options.sizeLimit()) return;
    throw new UnreadableAnswer(
        "answered more than " + options.sizeLimit() + " bytes, which is the limit for a document");
  }

  /**
   * A proxy that buffers may have cut the document off, and announced the length of what it has.
   * Not every protocol and transport checks the length of a body.
   */
  private void checkEnd(long bytes, long announced) throws IOException {
    if (announced != -1 && bytes != announced) {
      throw new CutShortBody(bytes + " bytes came where " + announced + " were announced");
    }
    String tail = file.last(EDGE).string(StandardCharsets.ISO_8859_1);
    int end = tail.lastIndexOf(END);
    if (end < 0) {
      throw new CutShortBody("no " + END + " in the last " + EDGE + " of " + bytes + " bytes");
    }
    if (OBJECT.matcher(tail).region(end, tail.length()).find()) {
      throw new CutShortBody(
          "the PDF's last revision has no " + END + ", " + bytes + " bytes came");
    }
  }
}
