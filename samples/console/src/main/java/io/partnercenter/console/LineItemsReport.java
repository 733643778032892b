package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.Totals;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the lines of one or more sets. */
final class LineItemsReport {
  private static final long SHOWN_IN_TABLE = 20;

  private final PartnerConsole console;
  private final Output output;
  private final IPartner partner;
  private final String invoiceId;
  private final @Nullable Long limit;

  LineItemsReport(
      PartnerConsole console,
      Output output,
      IPartner partner,
      String invoiceId,
      @Nullable Long limit) {
    this.console = console;
    this.output = output;
    this.partner = partner;
    this.invoiceId = invoiceId;
    this.limit = limit;
  }

  void write(List<LineSet> sets) throws IOException {
    switch (console.format()) {
      case TABLE -> tables(sets);
      case CSV -> csv(sets);
      case JSON -> json(sets);
    }
  }

  private void tables(List<LineSet> sets) throws IOException {
    for (LineSet set : sets) {
      Rows<InvoiceLineItem> rows = rows(Format.TABLE, set);
      Totals totals = walk(set, rows);
      output.heading("Line items: " + set.name());
      rows.finish();
      for (LineSum sum : LineSum.of(totals)) output.line(inWords(sum));
    }
  }

  private String inWords(LineSum sum) {
    String lines =
        String.format(
            Locale.ROOT, limit == null ? "%,d lines" : "The first %,d lines", sum.lines());
    if (sum.amount() == null) return lines + " name no amount";
    return lines + " come to " + Columns.amount(sum.amount()) + " " + sum.currency();
  }

  private void csv(List<LineSet> sets) throws IOException {
    if (sets.size() != 1) {
      String names = sets.stream().map(LineSet::name).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "CSV has room for one kind of line, each having columns of its own: choose from "
              + names
              + " with --provider and --type");
    }
    Rows<InvoiceLineItem> rows = rows(Format.CSV, sets.get(0));
    walk(sets.get(0), rows);
    rows.finish();
  }

  private void json(List<LineSet> sets) throws IOException {
    Rows<InvoiceLineItem> rows = output.rows(Format.JSON, InvoiceLineItem.class, Columns.LINES, 0);
    for (LineSet set : sets) walk(set, rows);
    rows.finish();
  }

  private Rows<InvoiceLineItem> rows(Format format, LineSet set) throws IOException {
    long shown = limit == null ? SHOWN_IN_TABLE : limit;
    return output.rows(format, set.rowType(), Columns.LINES, shown);
  }

  private Totals walk(LineSet set, Rows<InvoiceLineItem> rows) throws IOException {
    Totals totals = counted(set, rows);
    if (totals.rows() == 0) {
      String elsewhere = set.isModern() ? "; the command export may have them" : "";
      console.note("No lines of " + set.name() + " came" + elsewhere);
    }
    return totals;
  }

  private Totals counted(LineSet set, Rows<InvoiceLineItem> rows) throws IOException {
    try (Progress progress = console.progress(set.name())) {
      long most = limit == null ? Long.MAX_VALUE : limit;
      IPartner heard = progress.heardBy(partner);
      return new LineWalk(heard.invoices().byId(invoiceId).lineItems(set.query()), most).to(rows);
    }
  }
}
