package io.partnercenter.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * The gzip members that files are put together from. Lines that repeat are compressed once, so a
 * file of many lines is a list of the same few members.
 */
final class GzipMembers {
  /** The most lines that a member has. */
  static final int ROWS = 5_000;

  private static final int HUGE = 10 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ExportOptions options;
  private final ExportLineFormat records;
  private final ByteCache<Member> kept;

  /**
   * Some lines of a file.
   *
   * @param marked whether the file's byte order mark comes before them
   * @param ended whether the last of them has its newline
   */
  private record Member(
      LineItems lines, long first, int count, boolean full, boolean marked, boolean ended) {}

  /** A step of compressing that is declared to fail, though memory never does. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  GzipMembers(ExportOptions options, long cacheBytes) {
    this.options = options;
    this.records = new ExportLineFormat(options);
    this.kept = new ByteCache<>(cacheBytes);
  }

  /** How many lines a member should have, so that the next one looks the same. */
  static long rows(LineItems lines) {
    long distinct = lines.distinctRows();
    return distinct > ROWS ? ROWS : ROWS / distinct * distinct;
  }

  byte[] of(Export export, long first, int count, boolean opens, boolean closes) {
    LineItems lines = export.lines();
    Member member =
        new Member(
            lines,
            first % lines.distinctRows(),
            count,
            export.request().full(),
            opens && options.byteOrderMark(),
            !closes || options.lastNewline());
    return kept.of(member, this::make);
  }

  static byte[] ofText(String text) {
    return compressed(out -> out.write(text.getBytes(UTF_8)));
  }

  static byte[] ofHugeLine() {
    return ofText("{\"SubscriptionDescription\":\"" + "x".repeat(HUGE) + "\"}\n");
  }

  private byte[] make(Member member) {
    return compressed(
        out -> {
          if (member.marked()) out.write(BYTE_ORDER_MARK.getBytes(UTF_8));
          for (int i = 0; i < member.count(); i++) {
            long index = member.first() + i;
            if (options.blankLines() && index % 7 == 3) out.write('\n');
            out.write(records.line(member.lines(), index, member.full()));
            if (member.ended() || i < member.count() - 1) out.write('\n');
          }
        });
  }

  private static byte[] compressed(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      content.write(gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
