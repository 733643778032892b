package io.partnercenter.internal;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: behind a continuation token, or at an offset, or, with neither, where the
 * service begins.
 */
public record Position(@Nullable String token, @Nullable Integer offset) {
  /** The service's own beginning. */
  public static final Position START = new Position(null, null);

  /** Behind the last page. */
  public static final Position END = new Position(null, -1);

  /** At the item with that index. */
  public static Position at(@Nullable Integer offset) {
    return offset == null ? START : new Position(null, offset);
  }

  static Position behind(String token) {
    return new Position(token, null);
  }

  /** Whether no row comes before it. */
  boolean isBeginning() {
    return token == null && offsetOrZero() == 0;
  }

  int offsetOrZero() {
    return offset == null ? 0 : offset;
  }

  /** {@code url} for this page. The token itself goes into a header. */
  HttpUrl on(HttpUrl url) {
    if (offset != null) return url.newBuilder().addQueryParameter("offset", offset + "").build();
    if (token != null) return url.newBuilder().addQueryParameter("seekOperation", "Next").build();
    return url;
  }
}
