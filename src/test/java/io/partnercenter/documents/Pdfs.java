package io.partnercenter.documents;

import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** Documents, and answers that have them. */
final class Pdfs {
  static final byte[] SMALL = bytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\nÄ\ntrailer\n%%EOF\n");

  private Pdfs() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A document of that many bytes. */
  static byte[] ofSize(int size) {
    byte[] pdf = bytes("%PDF-1.7\n" + "x".repeat(size - 15) + "\n%%EOF");
    if (pdf.length != size) throw new AssertionError(pdf.length);
    return pdf;
  }

  static MockResponse.Builder answer(String mediaType, byte[] body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", mediaType)
        .body(new Buffer().write(body));
  }

  static MockResponse.Builder answer(byte[] pdf) {
    return answer("application/pdf", pdf)
        .setHeader("Content-Disposition", "attachment; filename=Invoice_G000000041.pdf");
  }
}
