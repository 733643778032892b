package io.partnercenter.internal;

import java.net.URI;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where the service is. All URLs are built or checked here, so none leads to another host. */
public final class ServiceAddress {
  /** A name with a top-level domain, or an IPv4 address. Other hosts may be anything. */
  private static final String HOST = "[A-Za-z0-9.-]{1,80}\\.[A-Za-z]{2,20}|[0-9.]{7,15}";

  private final HttpUrl base;

  /** The service at {@code baseUrl}, which has been checked. */
  public ServiceAddress(URI baseUrl) {
    this.base = HttpUrl.get(baseUrl.toString());
  }

  private ServiceAddress(HttpUrl base) {
    this.base = base;
  }

  static ServiceAddress of(HttpUrl base) {
    return new ServiceAddress(base);
  }

  /**
   * Accepts https, and http to this machine, where no one can listen in.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static URI check(URI baseUrl) {
    HttpUrl url = HttpUrl.parse(baseUrl.toString());
    if (url == null) {
      throw new IllegalArgumentException(
          "the base URL is no http or https address: " + shown(baseUrl));
    }
    Arguments.check(
        url.isHttps() || isLoopback(url.host()),
        "tokens are sent over https only, so %s will not do",
        shown(baseUrl));
    Arguments.check(
        url.query() == null && url.fragment() == null && !namesUser(url),
        "a base URL is scheme, host, port and perhaps a path; %s says more",
        shown(baseUrl));
    return baseUrl;
  }

  /** Asked of this URL, for of a host with an underscore a {@link URI} knows no user. */
  private static boolean namesUser(HttpUrl url) {
    return !url.username().isEmpty() || !url.password().isEmpty();
  }

  /** A password in an address, or a secret in place of one, is not repeated in a message. */
  private static String shown(URI address) {
    String scheme = address.getScheme();
    if (scheme == null) return "it has no scheme";
    if (!scheme.matches("(?i)https?|ftp|file|wss?")) return "it has another scheme";
    String host = address.getHost();
    boolean isHost = host != null && (isLoopback(host) || host.matches(HOST));
    return scheme + (isHost ? "://" + host + "/…" : ":…");
  }

  /** Whether it is this machine itself. */
  boolean isLocal() {
    return isLoopback(base.host());
  }

  static boolean isLoopback(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || host.equals("::1")
            || host.matches("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}"));
  }

  /** The base with {@code segments} behind it, each encoded. */
  HttpUrl.Builder url(String... segments) {
    HttpUrl.Builder url = base.newBuilder();
    for (String segment : segments) url.addPathSegment(segment);
    return url;
  }

  /** {@code url} without a user and a fragment; null if it is not an address of this service. */
  @Nullable HttpUrl below(@Nullable HttpUrl url) {
    if (url == null || !url.scheme().equals(base.scheme()) || !url.host().equals(base.host())) {
      return null;
    }
    String prefix = base.encodedPath().replaceAll("/*$", "/");
    if (url.port() != base.port() || !url.encodedPath().startsWith(prefix)) return null;
    return url.newBuilder().username("").password("").fragment(null).build();
  }

  /**
   * What {@code url}, which was built here, asks for: without the host, and any path of the base.
   */
  String relative(HttpUrl url) {
    String prefix = base.encodedPath().replaceAll("/$", "");
    String path = url.encodedPath().substring(prefix.length());
    return url.encodedQuery() == null ? path : path + "?" + url.encodedQuery();
  }
}
