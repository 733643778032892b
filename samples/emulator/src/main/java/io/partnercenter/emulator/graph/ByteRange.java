package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.support.CompositeBody;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of bytes of a file.
 *
 * @param end the byte after the last, which may lie beyond the file
 */
record ByteRange(long first, long end) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

  /**
   * Parses a {@code Range} header. Returns null, which means the whole file, if it is missing or of
   * another form.
   */
  static @Nullable ByteRange of(@Nullable String header) {
    Matcher matcher = FORM.matcher(header == null ? "" : header.strip());
    if (!matcher.matches()) return null;
    long first = Long.parseLong(matcher.group(1));
    String last = matcher.group(2);
    long end = last == null ? Long.MAX_VALUE : Long.parseLong(last) + 1;
    return end <= first ? null : new ByteRange(first, end);
  }

  boolean isWithin(long length) {
    return first < length;
  }

  CompositeBody of(CompositeBody file) {
    return file.slice(first, Math.min(end, file.getContentLength()));
  }

  String contentRange(long length) {
    return "bytes " + first + "-" + (Math.min(end, length) - 1) + "/" + length;
  }
}
