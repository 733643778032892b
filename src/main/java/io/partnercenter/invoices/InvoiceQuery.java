package io.partnercenter.invoices;

import static io.partnercenter.invoices.InvoiceFilter.Operator.GREATER_THAN_OR_EQUALS;
import static io.partnercenter.invoices.InvoiceFilter.Operator.LESS_THAN;

import io.partnercenter.internal.Arguments;
import io.partnercenter.models.InvoiceType;
import java.time.LocalDate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices to list. What is absent is not sent, and left to the service.
 *
 * @param size how many to a page; the service obeys for legacy invoices only
 * @param offset how many to pass over; the service obeys for legacy invoices only
 * @param invoiceType recurring or one-time ones
 * @param filter which dates
 * @param filterOperator the reference's {@code filter.operator}, which it lists and does not
 *     explain
 */
public record InvoiceQuery(
    @Nullable Integer size,
    @Nullable Integer offset,
    @Nullable InvoiceType invoiceType,
    @Nullable InvoiceFilter filter,
    @Nullable String filterOperator) {
  private static final InvoiceQuery ALL = new InvoiceQuery(null, null, null, null, null);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if size is less than 1 or offset less than 0
   */
  public InvoiceQuery {
    Arguments.check(size == null || size >= 1, "size is at least 1, not %s", size);
    Arguments.check(offset == null || offset >= 0, "offset is at least 0, not %s", offset);
  }

  /** All invoices there are. */
  public static InvoiceQuery all() {
    return ALL;
  }

  /** Invoices made on {@code first} or later. */
  public static InvoiceQuery invoicedFrom(LocalDate first) {
    return ALL.filter(InvoiceFilter.invoiceDate(GREATER_THAN_OR_EQUALS, first));
  }

  /**
   * Invoices made on {@code first} or later, and before the day {@code end}: those of January are
   * between 1 January and 1 February.
   *
   * @throws IllegalArgumentException if that is no day at all
   */
  public static InvoiceQuery invoicedBetween(LocalDate first, LocalDate end) {
    Arguments.check(first.isBefore(end), "no day is from %s on and before %s", first, end);
    return ALL.filter(
        InvoiceFilter.invoiceDate(GREATER_THAN_OR_EQUALS, first)
            .and(InvoiceFilter.invoiceDate(LESS_THAN, end)));
  }

  /** The same with that many invoices to a page. */
  public InvoiceQuery size(int size) {
    return new InvoiceQuery(size, offset, invoiceType, filter, filterOperator);
  }

  /** The same without the first {@code offset} invoices. */
  public InvoiceQuery offset(int offset) {
    return new InvoiceQuery(size, offset, invoiceType, filter, filterOperator);
  }

  /** The same for invoices of one type. */
  public InvoiceQuery invoiceType(InvoiceType invoiceType) {
    return new InvoiceQuery(size, offset, invoiceType, filter, filterOperator);
  }

  /** The same for other dates. */
  public InvoiceQuery filter(InvoiceFilter filter) {
    return new InvoiceQuery(size, offset, invoiceType, filter, filterOperator);
  }

  /** The same with {@code filter.operator}, for whoever knows what the service makes of it. */
  public InvoiceQuery filterOperator(String filterOperator) {
    return new InvoiceQuery(size, offset, invoiceType, filter, filterOperator);
  }

  HttpUrl on(HttpUrl.Builder url) {
    if (size != null) url.addQueryParameter("size", size.toString());
    if (invoiceType != null) url.addQueryParameter("invoiceType", invoiceType.value());
    if (filter != null) url.addQueryParameter("filter", filter.json());
    if (filterOperator != null) url.addQueryParameter("filter.operator", filterOperator);
    return url.build();
  }
}
