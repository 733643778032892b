package io.partnercenter.spring;

import io.partnercenter.IPartner;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What this month has cost so far: {@code GET /unbilled/{currency}}. */
@RestController
class UnbilledController {
  private final IPartner partner;

  UnbilledController(IPartner partner) {
    this.partner = partner;
  }

  /** One line is held in memory at a time, and a page or two of them on its way. */
  @GetMapping("/unbilled/{currency:[A-Za-z]{3}}")
  Unbilled unbilled(@PathVariable String currency) {
    var query = LineItemQuery.oneTimeBilling(currency, BillingPeriod.CURRENT);
    try (Stream<OneTimeInvoiceLineItem> lines =
        partner.invoices().unbilled().lineItems(query).stream()) {
      return new Unbilled(
          currency,
          lines
              .map(OneTimeInvoiceLineItem::subtotal)
              .filter(Objects::nonNull)
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  /** A view of its own: what the service calls its fields is nobody else's interface. */
  record Unbilled(String currency, BigDecimal subtotal) {}
}
