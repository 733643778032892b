package io.partnercenter.console;

import com.github.freva.asciitable.ColumnData;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceType;
import io.partnercenter.models.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What an invoice says against what its lines come to. */
final class Reconciliation {
  private static final List<ColumnData<Entry>> ENTRIES =
      List.of(
          Columns.text("Kind", entry -> entry.set.name()),
          Columns.amount("Lines", entry -> BigDecimal.valueOf(entry.sum.lines())),
          Columns.amount("Sum", entry -> entry.sum.amount()),
          Columns.text("Currency", entry -> entry.sum.currency()),
          Columns.text("What they are", Entry::role));

  private final Invoice invoice;
  private final List<Entry> entries = new ArrayList<>();
  private Totals charges = new Totals(List.of(), 0, 0);

  private record Entry(LineSet set, LineSum sum) {
    String role() {
      if (set.isBilling()) return "charges: the invoice adds them up";
      return sum.amount() == null ? "quantities behind the charges" : "usage behind the charges";
    }
  }

  Reconciliation(Invoice invoice) {
    this.invoice = invoice;
  }

  void add(LineSet set, Totals totals) {
    for (LineSum sum : LineSum.of(totals)) entries.add(new Entry(set, sum));
    if (totals.rows() == 0) entries.add(new Entry(set, new LineSum(0, null, null)));
    if (set.isBilling()) charges = charges.plus(totals);
  }

  void write(Output output) throws IOException {
    output.table(entries, ENTRIES);
    BigDecimal total = invoice.totalCharges();
    String currency = invoice.currencyCode();
    if (total == null || currency == null) {
      output.line("The invoice names no total to compare the charges with.");
      return;
    }
    BigDecimal sum = charges.in(currency);
    int width = Math.max(Columns.amount(sum).length(), Columns.amount(total).length());
    output.line("Charges add up to  %" + width + "s %s", Columns.amount(sum), currency);
    output.line("The invoice says   %" + width + "s %s", Columns.amount(total), currency);
    output.line(verdict(total.subtract(sum), currency));
    if (!charges.isComplete()) {
      output.line(
          "Beware: %,d lines of charges name no amount or no currency.", LineSum.notAdded(charges));
    }
  }

  private String verdict(BigDecimal difference, String currency) {
    if (difference.signum() == 0) return "They agree to the last digit.";
    String words = "They differ by " + Columns.amount(difference) + " " + currency;
    return InvoiceType.RECURRING.equals(invoice.invoiceType())
        ? words + ": legacy invoices may hold adjustments that no line shows."
        : words + ": either lines are missing here, or the total holds what no line shows.";
  }
}
