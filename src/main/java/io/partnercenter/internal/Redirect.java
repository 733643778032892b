package io.partnercenter.internal;

import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Says of a redirect where to it leads. None is followed, since it would carry the token there. */
public final class Redirect {
  private static final Set<Integer> STATUSES = Set.of(300, 301, 302, 303, 307, 308);
  private static final int ADDRESS_KEPT = 200;

  private Redirect() {}

  /** Returns what to say about {@code response}; null if it is no redirect. */
  public static @Nullable String words(Response response) {
    if (!STATUSES.contains(response.code())) return null;
    String location = response.header("Location");
    HttpUrl url =
        location == null || location.isBlank() ? null : response.request().url().resolve(location);
    return "redirects are not followed, and this one "
        + (url == null ? "names no address" : "leads to " + shown(url))
        + "; check the base URL, and whether a proxy wants a sign-in";
  }

  /** Without query, fragment and user, which may be secrets of others. */
  private static String shown(HttpUrl url) {
    HttpUrl bare = url.newBuilder().username("").password("").query(null).fragment(null).build();
    return Redaction.cut(Redaction.redact(bare.toString()), ADDRESS_KEPT);
  }
}
