package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.UnrecognizedLineItem;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TotalsTest {
  private final Totals totals = new Totals();

  @Test
  void keepsCurrenciesApart() throws Exception {
    totals.add(billed("\"currency\":\"EUR\",\"totalForCustomer\":0.10"));
    totals.add(billed("\"currency\":\"USD\",\"totalForCustomer\":100"));
    totals.add(billed("\"currency\":\"eur\",\"totalForCustomer\":0.20"));

    assertThat(totals.sums())
        .containsExactly(
            new Totals.Sum("EUR", 2, new BigDecimal("0.30")),
            new Totals.Sum("USD", 1, new BigDecimal("100")));
  }

  @Test
  void countsWhatCannotBeAddedUp() throws Exception {
    totals.add(billed("\"currency\":\"EUR\""));
    totals.add(billed("\"totalForCustomer\":5"));
    totals.add(new UnrecognizedLineItem(null, null, null, Map.of()));

    assertThat(totals.lines()).isEqualTo(3);
    assertThat(totals.withoutAmount()).isEqualTo(3);
    assertThat(totals.sums()).containsExactly(new Totals.Sum("", 3, null));
  }

  @Test
  void takesTheSubtotalOfWhatIsNotBilledYet() throws Exception {
    totals.add(
        line(
            "{\"invoiceNumber\":\"\",\"currency\":\"EUR\",\"subtotal\":7.5,\"totalForCustomer\":0}"));

    assertThat(totals.in("EUR")).isEqualTo(new BigDecimal("7.5"));
  }

  private static InvoiceLineItem billed(String fields) throws JsonProcessingException {
    return line("{\"invoiceNumber\":\"G000000001\"," + fields + "}");
  }

  private static InvoiceLineItem line(String json) throws JsonProcessingException {
    return Read.json(json, new TypeReference<OneTimeInvoiceLineItem>() {});
  }
}
