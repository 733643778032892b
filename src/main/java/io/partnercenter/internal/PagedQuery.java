package io.partnercenter.internal;

import io.partnercenter.models.Link;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A collection that comes in pages, and how one page leads to the next. URLs are built from {@code
 * url} alone: of the service's own next links, which are malformed at times and could lead
 * anywhere, only the token or the offset is taken.
 *
 * @param operation its name for listeners and messages
 * @param url of the whole, without a position
 * @param start where the first page begins
 * @param size how many items a page has been asked to have; absent where the service decides
 * @param seeks whether pages follow each other by continuation tokens, and not by offsets
 * @param rows reads one item
 */
public record PagedQuery<T>(
    String operation,
    HttpUrl url,
    Position start,
    @Nullable Integer size,
    boolean seeks,
    RowReader<T> rows) {
  private static final Pattern OFFSET =
      Pattern.compile("[?&]offset=(\\d{1,9})(?!\\d)", Pattern.CASE_INSENSITIVE);

  /** The same from another position. */
  public PagedQuery<T> from(Position position) {
    return new PagedQuery<>(operation, url, position, size, seeks, rows);
  }

  /**
   * Returns where the page after {@code page} begins; null if {@code page} is the last.
   *
   * @param received the continuation token in the response's headers
   */
  @Nullable Position after(Page<T> page, Position position, @Nullable String received)
      throws UnreadableAnswer {
    if (seeks) {
      String token = NextToken.of(page, position.token(), received);
      return token == null ? null : Position.behind(token);
    }
    Link next = page.nextLink();
    return next == null ? null : Position.at(offsetAfter(page, position.offsetOrZero(), next));
  }

  /** Where the page after that at {@code position} will begin, if that can be told without it. */
  @Nullable Position expectedAfter(Position position) {
    if (seeks || size == null || position.offsetOrZero() > Integer.MAX_VALUE - size) return null;
    return Position.at(position.offsetOrZero() + size);
  }

  /**
   * The link's own offset, if it leads on and skips nothing; else the end of this page as it was
   * asked for, or as it came.
   */
  private int offsetAfter(Page<T> page, int offset, Link next) throws UnreadableAnswer {
    Matcher matcher = OFFSET.matcher(String.valueOf(next.uri()));
    int linked = matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    long end = (long) offset + (size != null ? size : page.rows());
    if (linked > offset && (size == null || linked <= end)) return linked;
    if (linked <= offset && page.rows() == 0) {
      throw new UnreadableAnswer("answered an empty page with a link to nowhere");
    }
    if (size == null && !page.isCounted()) {
      throw new UnreadableAnswer("answered broken rows, and does not say where the next ones are");
    }
    if (end > Integer.MAX_VALUE) {
      throw new UnreadableAnswer("answered a page that leads beyond the last offset there is");
    }
    return (int) end;
  }
}
