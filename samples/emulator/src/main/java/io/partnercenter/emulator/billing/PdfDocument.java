package io.partnercenter.emulator.billing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.partnercenter.emulator.support.CompositeBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A PDF document of one page with a few lines of text, filled up to a given size. */
public final class PdfDocument {
  /** The largest size: an entry in the table of objects has ten digits. */
  public static final long MAX_BYTES = 9_999_999_999L;

  private static final byte[] FILLER = filler();

  /** Bytes above 127 tell tools that the file is binary. */
  private final StringBuilder head = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");

  private final List<Integer> offsets = new ArrayList<>();

  private PdfDocument() {}

  /**
   * Returns a document.
   *
   * @param lines text in Latin-1 without brackets and backslashes
   * @param minBytes the exact size, unless the text needs more
   */
  static CompositeBody of(List<String> lines, long minBytes) {
    PdfDocument pdf = new PdfDocument();
    pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /Font << /F1 5 0 R >> >> >>");
    pdf.object(stream(content(lines)));
    pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    return pdf.body(minBytes);
  }

  /** The filler is the last object; no page refers to it. All numbers have a fixed width. */
  private CompositeBody body(long minBytes) {
    offsets.add(head.length());
    String fillerHead = offsets.size() + " 0 obj\n<< /Length %010d >>\nstream\n";
    int bytesWithoutFiller = head.length() + format(fillerHead, 0L).length() + trailer(0).length();
    long fillerBytes = Math.max(0, minBytes - bytesWithoutFiller);
    head.append(format(fillerHead, fillerBytes));

    List<byte[]> parts = new ArrayList<>();
    parts.add(bytes(head.toString()));
    // One block, repeated: a document of any size takes no memory.
    parts.addAll(Collections.nCopies((int) (fillerBytes / FILLER.length), FILLER));
    parts.add(Arrays.copyOf(FILLER, (int) (fillerBytes % FILLER.length)));
    parts.add(bytes(trailer(head.length() + fillerBytes)));
    return new CompositeBody(parts);
  }

  private void object(String content) {
    offsets.add(head.length());
    head.append(offsets.size()).append(" 0 obj\n").append(content).append("\nendobj\n");
  }

  private String trailer(long position) {
    String end = "\nendstream\nendobj\n";
    StringBuilder text = new StringBuilder(end);
    text.append("xref\n0 ").append(offsets.size() + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> text.append(format("%010d 00000 n \n", offset.longValue())));
    return text.append("trailer\n<< /Size ")
        .append(offsets.size() + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(format("%010d", position + end.length()))
        .append("\n%%EOF")
        .toString();
  }

  private static String content(List<String> lines) {
    StringBuilder text = new StringBuilder("BT\n/F1 12 Tf\n18 TL\n72 770 Td\n");
    lines.forEach(line -> text.append('(').append(line).append(") Tj T*\n"));
    return text.append("ET").toString();
  }

  private static String stream(String content) {
    return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
  }

  private static String format(String pattern, long number) {
    return String.format(Locale.ROOT, pattern, number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] filler() {
    byte[] filler = new byte[64 * 1024];
    Arrays.fill(filler, (byte) ' ');
    return filler;
  }
}
