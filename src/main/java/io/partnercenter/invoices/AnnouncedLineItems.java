package io.partnercenter.invoices;

import io.partnercenter.models.Completeness;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.LineItemCount;
import io.partnercenter.models.UnreadableRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every line of an invoice, of whatever kinds it announces in its details, set after set. The
 * service is known to answer with an empty list, and not with an error, where it should have lines;
 * what came of each set is therefore part of the result.
 */
public final class AnnouncedLineItems {
  private final String invoiceId;
  private final Map<InvoiceDetail, PagedOperations<InvoiceLineItem>> sets;
  private final WalkOptions options;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;

  private AnnouncedLineItems(
      String invoiceId,
      Map<InvoiceDetail, PagedOperations<InvoiceLineItem>> sets,
      WalkOptions options,
      @Nullable Consumer<UnreadableRow> onUnreadable) {
    this.invoiceId = invoiceId;
    this.sets = sets;
    this.options = options;
    this.onUnreadable = onUnreadable;
  }

  /** What {@code invoice} announces, to be asked of {@code operations}. */
  static AnnouncedLineItems of(Invoice invoice, InvoiceOperations operations, String invoiceId) {
    Map<InvoiceDetail, PagedOperations<InvoiceLineItem>> sets = new LinkedHashMap<>();
    Set<Object> asked = new HashSet<>();
    for (InvoiceDetail detail : invoice.invoiceDetails()) {
      LineItemQuery<InvoiceLineItem> query = LineItemQuery.of(invoice, detail);
      Object pair = List.of(query.provider(), query.invoiceLineItemType());
      if (!asked.add(pair)) continue; // Named twice, its lines would come twice.
      sets.put(detail, operations.lineItems(query));
    }
    return new AnnouncedLineItems(invoiceId, sets, WalkOptions.defaults(), null);
  }

  /** The same lines, with each set walked through in another way. */
  public AnnouncedLineItems with(WalkOptions options) {
    Objects.requireNonNull(options, "options");
    return new AnnouncedLineItems(invoiceId, sets, options, onUnreadable);
  }

  /**
   * The same lines, with those that cannot be read given to {@code handler} instead; see {@link
   * PagedOperations#onUnreadable(Consumer)}. Their places count anew in each set.
   */
  public AnnouncedLineItems onUnreadable(Consumer<UnreadableRow> handler) {
    Objects.requireNonNull(handler, "handler");
    return new AnnouncedLineItems(invoiceId, sets, options, handler);
  }

  /**
   * Gives every line to {@code action}, in the service's order, and says what came of each set. One
   * request a page. What {@code action} throws ends it.
   *
   * <pre>{@code
   * Completeness came = partner.invoices().lineItemsOf(invoice).forEach(ledger::add);
   * if (!came.isComplete()) throw new IllegalStateException("nothing came of " + came.missing());
   * }</pre>
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   */
  public Completeness forEach(Consumer<? super InvoiceLineItem> action) {
    Objects.requireNonNull(action, "action");
    List<LineItemCount> counts = new ArrayList<>();
    sets.forEach((detail, lines) -> counts.add(new LineItemCount(detail, walk(lines, action))));
    return new Completeness(invoiceId, counts);
  }

  private long walk(
      PagedOperations<InvoiceLineItem> lines, Consumer<? super InvoiceLineItem> action) {
    AtomicLong rows = new AtomicLong();
    PagedOperations<InvoiceLineItem> set = lines.with(options);
    Consumer<UnreadableRow> handler = onUnreadable;
    if (handler != null) {
      set =
          set.onUnreadable(
              row -> {
                rows.incrementAndGet();
                handler.accept(row);
              });
    }
    try (Stream<InvoiceLineItem> items = set.stream()) {
      items.forEach(
          item -> {
            rows.incrementAndGet();
            action.accept(item);
          });
    }
    return rows.get();
  }
}
