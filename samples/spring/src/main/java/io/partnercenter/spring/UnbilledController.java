package io.partnercenter.spring;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What this month has cost so far: {@code GET /unbilled/{currency}}. */
@RestController
class UnbilledController {
  private final UnbilledTotals totals;

  UnbilledController(UnbilledTotals totals) {
    this.totals = totals;
  }

  @GetMapping("/unbilled/{currency:[A-Za-z]{3}}")
  Unbilled unbilled(@PathVariable String currency) {
    String code = known(currency.toUpperCase(Locale.ROOT));
    return new Unbilled(code, totals.in(code));
  }

  /** Each currency may take a walk, so there is no walk for one that does not exist. */
  private static String known(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  /** A view of its own: what the service calls its fields is nobody else's interface. */
  record Unbilled(String currency, BigDecimal subtotal) {}
}
