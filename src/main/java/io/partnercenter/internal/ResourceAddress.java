package io.partnercenter.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An address by which Microsoft Graph names an operation or a manifest. Only an id is ever taken
 * from it; the SDK builds the address of a request itself.
 *
 * @param segments decoded, without empty ones
 * @param path for messages: without host and query
 */
record ResourceAddress(List<String> segments, String path) {
  /** The collection of operations. */
  static final String OPERATIONS = "operations";

  /** The collection of manifests. */
  static final String MANIFESTS = "manifests";

  /** The property of an operation that is its manifest. */
  static final String RESULT = "resourceLocation";

  /** Only gives relative addresses something to be relative to; nothing is ever sent there. */
  private static final HttpUrl NOWHERE = HttpUrl.get("https://nowhere.invalid/");

  /** The key of an entity (OData 4.01 URL conventions, 4.3), also with its name or type. */
  private static final Pattern KEY =
      Pattern.compile("[^(]+\\((?:\\w+=)?(?:(?:guid)?'((?:[^']|'')+)'|([^'(),=]+))\\)");

  private static final Pattern NO_PATH = Pattern.compile("(?s)^[\\w+.-]*:?//[^/]*|[?#].*$");

  private static final int PATH_SHOWN = 200;

  /** Longer ones are not looked into: the pattern takes some of the stack for each quotation. */
  private static final int LONGEST = 4_000;

  static ResourceAddress of(String text) {
    HttpUrl url = text.length() > LONGEST ? null : NOWHERE.resolve(text.strip());
    String path = url == null ? NO_PATH.matcher(text.strip()).replaceAll("") : url.encodedPath();
    String shown = Redaction.cut(Redaction.oneLine(Redaction.redact(path)), PATH_SHOWN);
    if (url == null) return new ResourceAddress(List.of(), shown);
    return new ResourceAddress(
        url.pathSegments().stream().filter(segment -> !segment.isBlank()).toList(), shown);
  }

  /** Returns the id of a member of {@code collection} that the address names; null if none. */
  @Nullable String idIn(String collection) {
    for (int i = segments.size() - 1; i >= 0; i--) {
      String id = names(collection, segments.get(i)) ? idAt(i) : null;
      if (id != null) return id;
    }
    if (segments.isEmpty() || namesCollection()) return null;
    String last = segments.get(segments.size() - 1);
    return Arguments.isGuid(last) ? last : null;
  }

  private @Nullable String idAt(int index) {
    Matcher key = KEY.matcher(segments.get(index));
    if (key.matches()) {
      String text = key.group(1);
      return text == null ? key.group(2) : text.replace("''", "'");
    }
    boolean isBare = segments.get(index).indexOf('(') < 0;
    return isBare && index + 1 < segments.size() ? segments.get(index + 1) : null;
  }

  /** Whether the address is that of an operation's manifest, as OData writes it by convention. */
  boolean isResult() {
    return idIn(OPERATIONS) != null && segments.contains(RESULT);
  }

  /** An id behind another collection would be asked for in the wrong one. */
  private boolean namesCollection() {
    return segments.stream().anyMatch(one -> names(OPERATIONS, one) || names(MANIFESTS, one));
  }

  /** The retired beta named its collections {@code billingoperations} and so on. */
  private static boolean names(String collection, String segment) {
    String name = segment.replaceFirst("\\(.*", "").toLowerCase(Locale.ROOT);
    return name.equals(collection) || name.equals("billing" + collection);
  }

  UnreadableAnswer withoutId() {
    return new UnreadableAnswer("answered with an address in which there is no id: " + path);
  }
}
