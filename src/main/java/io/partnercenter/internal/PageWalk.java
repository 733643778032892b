package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.Link;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UnreadableRow;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes from page to page, one call each, until no page follows, and fetches ahead while the caller
 * works. A page that leads back to where the walk has been, that brings the rows of the page before
 * once more, or that is the hundredth in a row without any, is an error and not a loop. For one
 * thread at a time.
 */
public final class PageWalk<T> implements Spliterator<PagedResourceCollection<T>>, AutoCloseable {
  /** Seen is one, or two. A service that has lost its way may have them without end. */
  private static final int MOST_WITHOUT_ROWS = 100;

  private final ServiceClient service;
  private final PagedQuery<T> query;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;
  private final WalkProgress progress;
  private final String request;
  private final @Nullable SharedValues shared;

  private final Deque<PageFlight<T>> ahead = new ArrayDeque<>();
  private final Set<Position> visited = new HashSet<>();
  private @Nullable Position next;
  private long previousRows;
  private int withoutRows;
  private @Nullable Link previousLink;

  /** A walk that begins where the query does. */
  public PageWalk(
      ServiceClient service,
      PagedQuery<T> query,
      WalkOptions options,
      @Nullable Consumer<UnreadableRow> onUnreadable) {
    this.service = service;
    this.query = query;
    this.onUnreadable = onUnreadable;
    this.progress = new WalkProgress(service, options);
    this.request = service.address().relative(query.url());
    this.next = query.start().equals(Position.END) ? null : query.start();
    this.shared = options.sharesText() ? new SharedValues() : null;
  }

  /** The query from the position that {@code cursor} names in it. */
  public static <T> PagedQuery<T> from(Cursor cursor, ServiceClient service, PagedQuery<T> query) {
    return query.from(CursorText.position(cursor, service.address().relative(query.url())));
  }

  @Override
  public boolean tryAdvance(Consumer<? super PagedResourceCollection<T>> action) {
    if (next == null) return false;
    action.accept(next());
    return true;
  }

  /** The next page; fetched now, unless it was fetched ahead. Fails as its call does. */
  public PagedResourceCollection<T> next() {
    Position position = next;
    if (position == null) throw new NoSuchElementException("the last page has been read");
    try {
      Answered<Page<T>> answer = landed(position);
      progress.checkDeadline(answer.call());
      Page<T> page = answer.value();
      check(page, position, answer.call());
      setAside(page);
      visited.add(position);
      withoutRows = page.rows() > 0 ? 0 : withoutRows + 1;
      if (page.rows() > 0) {
        previousRows = page.fingerprint();
        previousLink = page.nextLink();
      }
      next = page.next();
      progress.landed(answer);
      fetchAhead();
      return handOut(page);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private Answered<Page<T>> landed(Position position) {
    PageFlight<T> first = ahead.peek();
    if (first != null && first.position().equals(position)) return ahead.remove().flight().land();
    close(); // Nothing is ahead, or the page before did not end where it was expected to.
    return page(position).flight().land();
  }

  /** Only offsets can be told before the page between has been seen. */
  private void fetchAhead() {
    if (next == null) close();
    Position last = ahead.isEmpty() ? null : ahead.getLast().position();
    Position position = last == null ? next : query.expectedAfter(last);
    while (position != null && ahead.size() < progress.mostAhead()) {
      PageFlight<T> page = page(position);
      page.flight().takeOff(service.executor());
      ahead.add(page);
      position = query.expectedAfter(position);
    }
  }

  private PageFlight<T> page(Position position) {
    AnswerReader<Page<T>> reader =
        (response, limit) -> {
          String received = response.header(NextToken.HEADER);
          return AnswerReader.json(body -> page(body, position, received)).read(response, limit);
        };
    ServiceCall<Page<T>> call =
        ServiceCall.get(query.operation(), position.on(query.url()), reader);
    String token = position.token();
    if (token != null) call = call.header(NextToken.HEADER, token);
    return PageFlight.of(position, service, progress::limits, call);
  }

  private Page<T> page(byte[] body, Position position, @Nullable String received)
      throws IOException, UnreadableAnswer {
    Page<T> page = PageReader.read(body, query.rows(), onUnreadable != null, shared);
    if (page.isNothing()) checkMayBeNothing(position);
    return page.leadingTo(query.after(page, position, received));
  }

  /** A page that another has led to is there; the end of its walk would be the end of its rows. */
  private static void checkMayBeNothing(Position position) throws EOFException {
    if (position.isBeginning()) return;
    throw new EOFException("there is nothing where a page was to follow");
  }

  private void check(Page<T> page, Position position, CallFacts call) {
    Position following = page.next();
    if (following != null && (following.equals(position) || visited.contains(following))) {
      throw loop("answered a page that leads back to where this walk has been", call);
    }
    if (!visited.isEmpty() && page.fingerprint() == previousRows && isMoreThanChance(page)) {
      throw loop("answered the rows of the page before once more", call);
    }
    if (page.rows() == 0 && withoutRows + 1 >= MOST_WITHOUT_ROWS && following != null) {
      String problem = "answered %s pages without rows one after the other";
      throw loop(problem.formatted(MOST_WITHOUT_ROWS), call);
    }
  }

  /** One row may well equal the one before; a whole page of them, or its link besides, does not. */
  private boolean isMoreThanChance(Page<T> page) {
    Link link = page.nextLink();
    return page.rows() > 1 || (page.rows() == 1 && link != null && link.equals(previousLink));
  }

  private static PartnerDataException loop(String problem, CallFacts call) {
    return new PartnerDataException(problem, null, null, null, call, null);
  }

  /** Before the walk goes on: if the handler throws, the page is still the next one. */
  private void setAside(Page<T> page) {
    if (onUnreadable == null) return;
    for (Page.Unreadable row : page.unreadable()) {
      onUnreadable.accept(
          new UnreadableRow(progress.pages(), row.row(), row.problem(), row.json()));
    }
  }

  private PagedResourceCollection<T> handOut(Page<T> page) {
    Position following = page.next();
    return new PagedResourceCollection<>(
        page.totalCount(),
        page.items(),
        page.continuationToken(),
        page.links(),
        page.attributes(),
        page.additionalProperties(),
        following == null ? null : CursorText.of(request, following));
  }

  /** The place that the walk has come to: where {@link #next} goes on, or the end. */
  public Cursor reached() {
    return CursorText.of(request, next == null ? Position.END : next);
  }

  /** Ends what is being fetched ahead. The walk can go on; it then fetches anew. */
  @Override
  public void close() {
    ahead.forEach(page -> page.flight().cancel());
    ahead.clear();
  }

  /** Pages come one after the other, so there is nothing to share out. */
  @Override
  public @Nullable Spliterator<PagedResourceCollection<T>> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }
}
