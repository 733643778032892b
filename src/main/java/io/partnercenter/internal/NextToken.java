package io.partnercenter.internal;

import io.partnercenter.models.Link;
import io.partnercenter.models.LinkHeader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The continuation token that leads from one page of a seek to the next. It is documented in the
 * headers of the next link and beside the items (contract §5.3); it has also been seen in the
 * link's query and, beside a next link, in a header of the response. The first that is not blank is
 * taken: the link's, the page's, the response's.
 */
final class NextToken {
  static final String HEADER = "MS-ContinuationToken";

  private static final Pattern IN_QUERY =
      Pattern.compile("[?&](?:ms-)?continuationtoken=([^&#?]*)", Pattern.CASE_INSENSITIVE);

  private NextToken() {}

  /**
   * Returns the token behind {@code page}; null if it is the last page: it has no next link and no
   * token but the one it was asked for with, or the token is blank.
   *
   * @param sent the token that the page was asked for with; null for the first page
   * @param received the response's own header
   * @throws UnreadableAnswer if the page has a next link and no token, or one that cannot be sent
   */
  static @Nullable String of(Page<?> page, @Nullable String sent, @Nullable String received)
      throws UnreadableAnswer {
    Link next = page.nextLink();
    List<String> found = new ArrayList<>();
    if (next != null) addOfLink(next, found);
    if (page.continuationToken() != null) found.add(page.continuationToken());
    if (received != null && next != null) found.add(received);
    if (next == null) found.removeIf(token -> token.equals(sent)); // Repeated on the last page.
    for (String token : found) {
      if (!token.isBlank()) return sendable(token);
    }
    if (next == null || !found.isEmpty()) return null;
    throw new UnreadableAnswer("answered a link to a next page without a continuation token");
  }

  private static void addOfLink(Link next, List<String> found) throws UnreadableAnswer {
    for (LinkHeader header : next.headers()) {
      if (HEADER.equalsIgnoreCase(header.key()) && header.value() != null)
        found.add(header.value());
    }
    Matcher query = IN_QUERY.matcher(String.valueOf(next.uri()));
    if (query.find()) found.add(decoded(query.group(1)));
  }

  /** A plus sign is one: tokens are Base64, which has it. */
  private static String decoded(String token) throws UnreadableAnswer {
    try {
      return URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unsendable();
    }
  }

  private static String sendable(String token) throws UnreadableAnswer {
    if (Arguments.isPrintable(token)) return token;
    throw unsendable();
  }

  private static UnreadableAnswer unsendable() {
    return new UnreadableAnswer("answered with a continuation token that cannot be sent back");
  }
}
