package io.partnercenter.invoices;

import io.partnercenter.internal.PageWalk;
import io.partnercenter.internal.PagedQuery;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UnreadableRow;
import java.util.Objects;
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
  private final WalkOptions options;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;

  PagedOperations(ServiceClient service, PagedQuery<T> query) {
    this(service, query, WalkOptions.defaults(), null);
  }

  private PagedOperations(
      ServiceClient service,
      PagedQuery<T> query,
      WalkOptions options,
      @Nullable Consumer<UnreadableRow> onUnreadable) {
    this.service = service;
    this.query = query;
    this.options = options;
    this.onUnreadable = onUnreadable;
  }

  /**
   * Fetches the first page; one request. {@link PagedResourceCollection#next()} says where the
   * second one begins, if there is one.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   * @throws java.util.NoSuchElementException if this begins at the end, where the last cursor of
   *     {@link #drainTo} is; {@link #pages} then has none
   */
  public PagedResourceCollection<T> get() {
    return walk(options.prefetch(0)).next();
  }

  /** {@link #get} on another thread; cancelling the future ends the call. */
  public CompletableFuture<PagedResourceCollection<T>> getAsync() {
    return service.async(this::get);
  }

  /**
   * Every page to the end; one request a page. While the caller works on one page, the next is
   * being fetched and decoded, unless {@link WalkOptions#prefetch()} says otherwise; pages and
   * failures come in the same order either way, and the first request is made by the terminal
   * operation. A stream that is not read to its end should be closed, which ends what is being
   * fetched ahead.
   *
   * <p>A job that stores rows and {@link PagedResourceCollection#next()} in one transaction can go
   * on {@link #from} there after whatever happens. Fails where {@link #get} fails, at the page that
   * does.
   */
  public Stream<PagedResourceCollection<T>> pages() {
    PageWalk<T> walk = walk(options);
    return StreamSupport.stream(walk, false).onClose(walk::close);
  }

  /** Every row to the end, in the service's order; see {@link #pages}. */
  public Stream<T> stream() {
    return pages().flatMap(page -> page.items().stream());
  }

  /**
   * Stores every page in {@code sink}, from the place it has reached on, and returns how many there
   * were. If it fails, call it again, in this process or another: it goes on behind the last page
   * that was stored, and once all are stored it makes no more requests.
   */
  public int drainTo(PageSink<T> sink) {
    Cursor reached = sink.reached();
    try (PageWalk<T> walk = (reached == null ? this : from(reached)).walk(options)) {
      int pages = 0;
      while (walk.tryAdvance(page -> sink.store(page.items(), walk.reached()))) pages++;
      return pages;
    }
  }

  /**
   * The same collection from a page that an earlier walk came to, perhaps in another process.
   *
   * @throws IllegalArgumentException if {@code cursor} is damaged or comes from another query
   */
  public PagedOperations<T> from(Cursor cursor) {
    PagedQuery<T> rest = PageWalk.from(cursor, service, query);
    return new PagedOperations<>(service, rest, options, onUnreadable);
  }

  /** The same collection, walked through in another way. */
  public PagedOperations<T> with(WalkOptions options) {
    return new PagedOperations<>(
        service, query, Objects.requireNonNull(options, "options"), onUnreadable);
  }

  /**
   * The same collection, with rows that cannot be read given to {@code handler}, and left out,
   * instead of failing their page. That includes rows that are not valid JSON; where the end of
   * such a row cannot be told, its page fails. The handler is called on the thread that walks,
   * before any row of that page is delivered; what it throws ends the walk.
   */
  public PagedOperations<T> onUnreadable(Consumer<UnreadableRow> handler) {
    return new PagedOperations<>(
        service, query, options, Objects.requireNonNull(handler, "handler"));
  }

  private PageWalk<T> walk(WalkOptions options) {
    return new PageWalk<>(service, query, options, onUnreadable);
  }
}
