package io.partnercenter.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file name in a {@code Content-Disposition}, made harmless: callers will join it to a folder.
 */
final class OfferedName {
  private static final int HEADER_READ = 2000;
  private static final int BYTES_KEPT = 200; // Many file systems end at 255.

  /** RFC 6266: {@code filename*=UTF-8''…} is the better one where both are there. */
  private static final Pattern EXTENDED =
      Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*(?:UTF-8)'[^';]*'([^;\\s]+)");

  private static final Pattern PLAIN =
      Pattern.compile("(?i);\\s*filename\\s*=\\s*(?:\"([^\"]*)\"?|([^;\"]+))");

  /** Devices, which Windows finds in any folder and whatever the ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*(\\..*)?");

  /** Windows drops trailing dots and blanks; a leading dot hides a file. */
  private static final String TAIL = "[.\\s]+$";

  private static final String HEAD_OR_TAIL = "^[.\\s]+|" + TAIL;

  private OfferedName() {}

  /** The name in {@code contentDisposition}; null if nothing usable is in it. */
  static @Nullable String in(@Nullable String contentDisposition) {
    if (contentDisposition == null) return null;
    String header = Redaction.cut(contentDisposition, HEADER_READ);
    String name = extended(header);
    return harmless(name != null ? name : plain(header));
  }

  private static @Nullable String extended(String header) {
    Matcher matcher = EXTENDED.matcher(header);
    if (!matcher.find()) return null;
    try {
      return URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null; // Percent signs without digits; the plain name may do.
    }
  }

  private static @Nullable String plain(String header) {
    Matcher matcher = PLAIN.matcher(header);
    if (!matcher.find()) return null;
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  private static @Nullable String harmless(@Nullable String name) {
    if (name == null) return null;
    String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    // Also marks that turn the direction of writing, with which an ending can be disguised.
    String visible = bare.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]", "");
    String stem = withoutEnding(visible.replaceAll(TAIL, "")).replaceAll(HEAD_OR_TAIL, "");
    while (stem.getBytes(StandardCharsets.UTF_8).length > BYTES_KEPT) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    if (stem.isEmpty()) return null;
    return (DEVICE.matcher(stem).matches() ? "_" : "") + stem + ".pdf";
  }

  private static String withoutEnding(String name) {
    boolean ends = name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    return ends ? name.substring(0, name.length() - ".pdf".length()) : name;
  }
}
