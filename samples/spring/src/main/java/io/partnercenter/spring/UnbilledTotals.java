package io.partnercenter.spring;

import io.partnercenter.IPartner;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The sum of this month's unbilled lines in each currency. A walk takes minutes and hundreds of
 * requests, so there is one at a time for a currency: requests that come meanwhile wait for it and
 * share its sum or its failure. A sum is good for a while; a failure for nobody who comes later.
 */
@Component
final class UnbilledTotals {
  private final IPartner partner;
  private final Duration goodFor;
  private final LongSupplier nanoTime;
  private final Map<String, Walk> walks = new ConcurrentHashMap<>();

  @Autowired
  UnbilledTotals(IPartner partner, PartnerProperties properties) {
    this(partner, properties.unbilledFor(), System::nanoTime);
  }

  UnbilledTotals(IPartner partner, Duration goodFor, LongSupplier nanoTime) {
    this.partner = partner;
    this.goodFor = goodFor;
    this.nanoTime = nanoTime;
  }

  BigDecimal in(String currency) {
    return walks
        .compute(currency, (code, last) -> last != null && last.isGood() ? last : new Walk(code))
        .sum();
  }

  /** One walk through all lines in one currency. */
  private final class Walk {
    private final FutureTask<BigDecimal> task;
    private volatile boolean succeeded;
    private volatile long endedAt;

    private Walk(String currency) {
      task =
          new FutureTask<>(
              () -> {
                BigDecimal sum = add(currency);
                endedAt = nanoTime.getAsLong();
                succeeded = true;
                return sum;
              });
    }

    boolean isGood() {
      if (!task.isDone()) return true;
      return succeeded && nanoTime.getAsLong() - endedAt < goodFor.toNanos();
    }

    /** Walks, or waits for the thread that does. */
    BigDecimal sum() {
      task.run();
      try {
        return task.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) throw failure;
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while another request walks", e);
      }
    }
  }

  /** One line is held in memory at a time, and a page or two of them on its way. */
  private BigDecimal add(String currency) {
    var query = LineItemQuery.oneTimeBilling(currency, BillingPeriod.CURRENT);
    try (Stream<OneTimeInvoiceLineItem> lines =
        partner.invoices().unbilled().lineItems(query).stream()) {
      return lines
          .map(OneTimeInvoiceLineItem::subtotal)
          .filter(Objects::nonNull)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }
}
