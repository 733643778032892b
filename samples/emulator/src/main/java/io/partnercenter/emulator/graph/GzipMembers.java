package io.partnercenter.emulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.support.ByteCache;
import io.partnercenter.emulator.tenant.LineCollection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * The gzip members of files. Lines that repeat are compressed once, so that a file of many lines is
 * a list of a few members.
 */
final class GzipMembers {
  /** The largest number of lines in a member. */
  static final int MAX_LINES = 5_000;

  private static final int HUGE_LINE_BYTES = 10 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ExportSettings.Lines settings;
  private final ExportLineFormat lineFormat;
  private final ByteCache<Member> cache;

  /**
   * The content of a member.
   *
   * @param byteOrderMark whether a byte order mark precedes the lines
   * @param lastNewline whether the last line ends with a newline
   */
  private record Member(
      LineCollection lines,
      long first,
      int count,
      boolean full,
      boolean byteOrderMark,
      boolean lastNewline) {}

  /** A write to a stream. Its declared exception never occurs in memory. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  GzipMembers(ExportSettings.Lines settings, long cacheBytes) {
    this.settings = settings;
    this.lineFormat = new ExportLineFormat(settings);
    this.cache = new ByteCache<>(cacheBytes);
  }

  /** Returns the number of lines after which members can be equal. */
  static long linesPerMember(LineCollection lines) {
    long distinct = lines.distinctRows();
    return distinct > MAX_LINES ? MAX_LINES : MAX_LINES / distinct * distinct;
  }

  byte[] get(Export export, long first, int count, boolean isFirst, boolean isLast) {
    LineCollection lines = export.lines();
    Member member =
        new Member(
            lines,
            first % lines.distinctRows(),
            count,
            export.request().full(),
            isFirst && settings.byteOrderMark(),
            !isLast || settings.lastNewline());
    return cache.get(member, this::render);
  }

  static byte[] compress(String text) {
    return compress(out -> out.write(text.getBytes(UTF_8)));
  }

  static byte[] hugeLine() {
    return compress("{\"SubscriptionDescription\":\"" + "x".repeat(HUGE_LINE_BYTES) + "\"}\n");
  }

  private byte[] render(Member member) {
    return compress(
        out -> {
          if (member.byteOrderMark()) out.write(BYTE_ORDER_MARK.getBytes(UTF_8));
          for (int i = 0; i < member.count(); i++) {
            long index = member.first() + i;
            if (settings.blankLines() && index % 7 == 3) out.write('\n');
            out.write(lineFormat.line(member.lines(), index, member.full()));
            if (member.lastNewline() || i < member.count() - 1) out.write('\n');
          }
        });
  }

  private static byte[] compress(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      content.write(gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
