package io.partnercenter.invoices;

import io.partnercenter.internal.PageWalk;
import io.partnercenter.internal.PagedQuery;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UnreadableRow;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A collection that the service hands out in pages. {@link #stream} is all of it, row by row;
 * {@link #pages} is all of it, page by page; {@link #get} is one page, and its type says so.
 *
 * <p>A page is delivered whole or not at all: a connection that breaks in the middle of one is made
 * again and the page asked for again, as part of the same call.
 */
public final class PagedOperations<T> {
  private final ServiceClient service;
  private final PagedQuery<T> query;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;

  PagedOperations(
      ServiceClient service, PagedQuery<T> query, @Nullable Consumer<UnreadableRow> onUnreadable) {
    this.service = service;
    this.query = query;
    this.onUnreadable = onUnreadable;
  }

  /**
   * Fetches the first page; one request. {@link PagedResourceCollection#next} says where the second
   * one begins, if there is one.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   */
  public PagedResourceCollection<T> get() {
    return walk().next();
  }

  /** {@link #get} on another thread; cancelling the future ends the call. */
  public CompletableFuture<PagedResourceCollection<T>> getAsync() {
    return service.async(this::get);
  }

  /**
   * Every page to the end, each fetched when it is asked for; one request a page. A job that stores
   * rows and {@link PagedResourceCollection#next} in one transaction can go on {@link #from} there
   * after whatever happens. Fails where {@link #get} fails, at the page that does.
   */
  public Stream<PagedResourceCollection<T>> pages() {
    int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(walk(), ordered), ordered, false);
  }

  /** Every row to the end, in the service's order; one request a page, when it is its turn. */
  public Stream<T> stream() {
    return pages().flatMap(page -> page.items().stream());
  }

  /**
   * The same collection from a page that an earlier walk came to, perhaps in another process.
   *
   * @throws IllegalArgumentException if {@code cursor} is damaged or comes from another query
   */
  public PagedOperations<T> from(Cursor cursor) {
    return new PagedOperations<>(service, PageWalk.from(cursor, service, query), onUnreadable);
  }

  /**
   * The same collection, with rows that cannot be read given to {@code handler}, and left out,
   * instead of failing their page. It is called on the thread that fetches the page, before any row
   * of that page is delivered; what it throws ends the walk.
   */
  public PagedOperations<T> onUnreadable(Consumer<UnreadableRow> handler) {
    return new PagedOperations<>(service, query, handler);
  }

  private PageWalk<T> walk() {
    return new PageWalk<>(service, query, onUnreadable);
  }
}
