package io.partnercenter.internal;

import java.util.Locale;
import java.util.function.Predicate;
import okhttp3.MediaType;

/** Compares media types without their parameters. */
final class MediaTypes {
  private MediaTypes() {}

  /**
   * Whether the media type in {@code header} passes {@code test}, which is given a type such as
   * {@code application/json}. A header that came twice may have been folded into one; then each
   * value has to pass.
   */
  static boolean matches(String header, Predicate<String> test) {
    MediaType single = MediaType.parse(header);
    if (single != null) return test.test(name(single));
    for (String value : header.split(",", -1)) {
      MediaType type = MediaType.parse(value.strip());
      if (type == null || !test.test(name(type))) return false;
    }
    return true;
  }

  private static String name(MediaType type) {
    return (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
  }
}
