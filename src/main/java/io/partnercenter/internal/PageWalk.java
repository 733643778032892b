package io.partnercenter.internal;

import io.partnercenter.models.Cursor;
import io.partnercenter.models.Link;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UnreadableRow;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes from page to page, one call each, until no page follows. A page that leads back to where the
 * walk has been, or that brings the rows of the page before once more, is an error and not a loop.
 */
public final class PageWalk<T> implements Iterator<PagedResourceCollection<T>> {
  private final ServiceClient service;
  private final PagedQuery<T> query;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;

  private final Set<Position> visited = new HashSet<>();
  private @Nullable Position next;
  private long previousRows;
  private @Nullable Link previousLink;
  private int index;

  /** A walk that begins where the query does. */
  public PageWalk(
      ServiceClient service, PagedQuery<T> query, @Nullable Consumer<UnreadableRow> onUnreadable) {
    this.service = service;
    this.query = query;
    this.onUnreadable = onUnreadable;
    this.next = query.start();
  }

  /** A position that {@code cursor} names in {@code query}. */
  public static <T> PagedQuery<T> from(Cursor cursor, ServiceClient service, PagedQuery<T> query) {
    return query.from(CursorText.position(cursor, service.address().relative(query.url())));
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /** Fetches the next page. One call; {@code PartnerException} if it fails. */
  @Override
  public PagedResourceCollection<T> next() {
    Position position = next;
    if (position == null) throw new NoSuchElementException("the last page has been read");
    Step<T> step = service.send(call(position));
    visited.add(position);
    if (step.page.rows() > 0) {
      previousRows = step.page.fingerprint();
      previousLink = step.page.nextLink();
    }
    next = step.next;
    return handOut(step);
  }

  private record Step<T>(Page<T> page, @Nullable Position next) {}

  private ServiceCall<Step<T>> call(Position position) {
    return new ServiceCall<>(
        query.operation(),
        position.on(query.url()),
        position.token(),
        body -> {
          Page<T> page = PageReader.read(body, query.rows(), onUnreadable != null);
          Position following = query.after(page, position);
          check(page, position, following);
          return new Step<>(page, following);
        });
  }

  private void check(Page<T> page, Position position, @Nullable Position following)
      throws UnreadableAnswer {
    if (following != null && (following.equals(position) || visited.contains(following))) {
      throw new UnreadableAnswer("answered a page that leads back to where this walk has been");
    }
    if (index > 0 && page.fingerprint() == previousRows && isMoreThanChance(page)) {
      throw new UnreadableAnswer("answered the rows of the page before once more");
    }
  }

  /** One row may well equal the one before; a whole page of them, or its link besides, does not. */
  private boolean isMoreThanChance(Page<T> page) {
    Link link = page.nextLink();
    return page.rows() > 1 || (page.rows() == 1 && link != null && link.equals(previousLink));
  }

  private PagedResourceCollection<T> handOut(Step<T> step) {
    Page<T> page = step.page;
    if (onUnreadable != null) {
      for (Page.Unreadable row : page.unreadable()) {
        onUnreadable.accept(new UnreadableRow(index, row.row(), row.problem(), row.json()));
      }
    }
    index++;
    String request = service.address().relative(query.url());
    return new PagedResourceCollection<>(
        page.totalCount(),
        page.items(),
        page.continuationToken(),
        page.links(),
        page.attributes(),
        page.additionalProperties(),
        step.next == null ? null : CursorText.of(request, step.next));
  }
}
