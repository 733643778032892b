package io.partnercenter.invoices;

import io.partnercenter.internal.Arguments;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.DailyUsageLineItem;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceDetail;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.UsageBasedLineItem;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which charge lines to fetch, and so of which type they are. Licences and Azure usage of legacy
 * invoices ({@code D…}) are {@link #officeBilling}, {@link #azureBilling} and {@link #azureUsage};
 * everything of modern commerce ({@code G…} and unbilled) is {@link #oneTimeBilling} and {@link
 * #oneTimeUsage}. A loop over an invoice's details takes {@link #of(Invoice, InvoiceDetail)}, one
 * over estimates {@link #of(EstimateLink)}.
 *
 * @param <T> the record that each line becomes
 */
public final class LineItemQuery<T extends InvoiceLineItem> {
  /** The most that the service puts into a page, and what is asked for unless said otherwise. */
  public static final int MAX_SIZE = 2000;

  private final Lines<T> lines;
  private final @Nullable String currencyCode;
  private final @Nullable BillingPeriod period;
  private final @Nullable Boolean hasPartnerEarnedCredit;
  private final int size;
  private final @Nullable Integer offset;

  /** Whose lines of which type they are, and what each becomes. */
  private record Lines<T>(
      Class<T> rowType, BillingProvider provider, InvoiceLineItemType invoiceLineItemType) {}

  private LineItemQuery(
      Lines<T> lines,
      @Nullable String currencyCode,
      @Nullable BillingPeriod period,
      @Nullable Boolean hasPartnerEarnedCredit,
      int size,
      @Nullable Integer offset) {
    this.lines = lines;
    this.currencyCode = currencyCode;
    this.period = period;
    this.hasPartnerEarnedCredit = hasPartnerEarnedCredit;
    this.size = size;
    this.offset = offset;
  }

  private static <T extends InvoiceLineItem> LineItemQuery<T> of(
      Class<T> rowType, BillingProvider provider, InvoiceLineItemType type) {
    return new LineItemQuery<>(
        new Lines<>(rowType, provider, type), null, null, null, MAX_SIZE, null);
  }

  /** Licences on a legacy invoice. */
  public static LineItemQuery<LicenseBasedLineItem> officeBilling() {
    return of(
        LicenseBasedLineItem.class, BillingProvider.OFFICE, InvoiceLineItemType.BILLING_LINE_ITEMS);
  }

  /** Azure usage on a legacy invoice, with its charges. */
  public static LineItemQuery<UsageBasedLineItem> azureBilling() {
    return of(
        UsageBasedLineItem.class, BillingProvider.AZURE, InvoiceLineItemType.BILLING_LINE_ITEMS);
  }

  /** Azure usage behind a legacy invoice, day by day, without prices. */
  public static LineItemQuery<DailyUsageLineItem> azureUsage() {
    return of(
        DailyUsageLineItem.class, BillingProvider.AZURE, InvoiceLineItemType.USAGE_LINE_ITEMS);
  }

  /**
   * Everything on an invoice of modern commerce, or not billed yet, reconciled with its charges.
   */
  public static LineItemQuery<OneTimeInvoiceLineItem> oneTimeBilling(
      String currencyCode, BillingPeriod period) {
    return of(
            OneTimeInvoiceLineItem.class,
            BillingProvider.ONE_TIME,
            InvoiceLineItemType.BILLING_LINE_ITEMS)
        .currencyCode(currencyCode)
        .period(period);
  }

  /** Usage of modern commerce, billed or not yet, day by day with its prices. */
  public static LineItemQuery<DailyRatedUsageLineItem> oneTimeUsage(
      String currencyCode, BillingPeriod period) {
    return of(
            DailyRatedUsageLineItem.class,
            BillingProvider.ONE_TIME,
            InvoiceLineItemType.USAGE_LINE_ITEMS)
        .currencyCode(currencyCode)
        .period(period);
  }

  /** Any provider's lines of any type, also of one that this version does not know. */
  public static LineItemQuery<InvoiceLineItem> of(
      BillingProvider provider, InvoiceLineItemType type) {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(type, "type");
    return of(InvoiceLineItem.class, provider, type);
  }

  /**
   * The lines that an entry of {@code invoice.invoiceDetails()} stands for; those of modern
   * commerce need a {@link #currencyCode(String)} besides, which {@link #of(Invoice,
   * InvoiceDetail)} knows.
   *
   * @throws IllegalArgumentException if the detail names no provider or no type
   */
  public static LineItemQuery<InvoiceLineItem> of(InvoiceDetail detail) {
    BillingProvider provider = detail.billingProvider();
    InvoiceLineItemType type = detail.invoiceLineItemType();
    if (provider == null || type == null) {
      throw new IllegalArgumentException("the detail names no provider or no type: " + detail);
    }
    return of(provider, type);
  }

  /** The lines that {@code detail}, one of the details of {@code invoice}, stands for. */
  public static LineItemQuery<InvoiceLineItem> of(Invoice invoice, InvoiceDetail detail) {
    LineItemQuery<InvoiceLineItem> query = of(detail);
    String currencyCode = invoice.currencyCode();
    if (currencyCode == null || currencyCode.isBlank() || !query.seeks()) return query;
    return query.currencyCode(currencyCode);
  }

  /**
   * The lines that {@code link} leads to. Its address is read and not called: provider, type,
   * currency and period are taken from it, where it lacks them from the link's own fields, and host
   * and all else of it mean nothing.
   *
   * @throws IllegalArgumentException if the link names no unbilled line items, no type, no currency
   *     or no period, or contradicts itself
   */
  public static LineItemQuery<InvoiceLineItem> of(EstimateLink link) {
    return EstimateAddress.of(link).query();
  }

  /**
   * The same in one currency.
   *
   * @param currencyCode ISO 4217, in upper or lower case
   */
  public LineItemQuery<T> currencyCode(String currencyCode) {
    Arguments.currencyCode(currencyCode);
    return new LineItemQuery<>(lines, currencyCode, period, hasPartnerEarnedCredit, size, offset);
  }

  /** The same for one period. */
  public LineItemQuery<T> period(BillingPeriod period) {
    Objects.requireNonNull(period, "period");
    return new LineItemQuery<>(lines, currencyCode, period, hasPartnerEarnedCredit, size, offset);
  }

  /**
   * The same for lines that earned the partner a credit, or for all lines.
   *
   * @throws IllegalArgumentException for anything but usage of modern commerce
   */
  public LineItemQuery<T> hasPartnerEarnedCredit(boolean hasPartnerEarnedCredit) {
    Arguments.check(
        seeks() && isUsage(),
        "only usage of modern commerce can be asked for by partner earned credit");
    return new LineItemQuery<>(lines, currencyCode, period, hasPartnerEarnedCredit, size, offset);
  }

  /**
   * The same with that many lines to a page.
   *
   * @param size from 1 to {@link #MAX_SIZE}
   */
  public LineItemQuery<T> size(int size) {
    Arguments.check(size >= 1 && size <= MAX_SIZE, "size is from 1 to 2000, not %s", size);
    return new LineItemQuery<>(lines, currencyCode, period, hasPartnerEarnedCredit, size, offset);
  }

  /**
   * The same without the first {@code offset} lines.
   *
   * @throws IllegalArgumentException for lines of modern commerce, where the service would ignore
   *     it; a cursor leads to the middle of those
   */
  public LineItemQuery<T> offset(int offset) {
    Arguments.check(offset >= 0, "offset is at least 0, not %s", offset);
    Arguments.check(!seeks(), "lines of modern commerce have no offset; use from(cursor)");
    return new LineItemQuery<>(lines, currencyCode, period, hasPartnerEarnedCredit, size, offset);
  }

  /**
   * The record that each line becomes; {@link InvoiceLineItem} where only the line itself tells.
   */
  public Class<T> rowType() {
    return lines.rowType;
  }

  /** Whose lines they are. */
  public BillingProvider provider() {
    return lines.provider;
  }

  /** Whether they are charges or usage. */
  public InvoiceLineItemType invoiceLineItemType() {
    return lines.invoiceLineItemType;
  }

  int size() {
    return size;
  }

  @Nullable Integer offset() {
    return offset;
  }

  /** Whether pages follow by continuation token: for all providers but the two legacy ones. */
  boolean seeks() {
    return !provider().equals(BillingProvider.OFFICE) && !provider().equals(BillingProvider.AZURE);
  }

  private boolean isUsage() {
    return invoiceLineItemType().equals(InvoiceLineItemType.USAGE_LINE_ITEMS);
  }

  /** What the service would refuse, or silently answer with nothing. */
  void check(boolean unbilled) {
    Arguments.check(
        seeks() || !unbilled, "only modern commerce has unbilled lines, %s has not", provider());
    Arguments.check(
        !(seeks() && (unbilled || isUsage())) || currencyCode != null,
        "unbilled lines and usage of modern commerce are asked for in one currency; name it");
    Arguments.check(
        !unbilled || period != null, "unbilled lines are of the current or the previous period");
  }

  HttpUrl on(HttpUrl.Builder url) {
    url.addQueryParameter("provider", provider().queryValue());
    url.addQueryParameter("invoiceLineItemType", invoiceLineItemType().queryValue());
    if (hasPartnerEarnedCredit != null) {
      url.addQueryParameter("hasPartnerEarnedCredit", hasPartnerEarnedCredit.toString());
    }
    if (currencyCode != null) url.addQueryParameter("currencyCode", currencyCode);
    if (seeks()) {
      // Of a bill, it is the previous period in all examples, whichever month the bill is for.
      BillingPeriod asked = period == null ? BillingPeriod.PREVIOUS : period;
      url.addQueryParameter("period", asked.queryValue());
    }
    return url.addQueryParameter("size", Integer.toString(size)).build();
  }
}
