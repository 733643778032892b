package io.partnercenter.console;

import io.partnercenter.invoices.InvoiceFilter;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.PagedResourceCollection;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code invoices}: which there are. */
@Command(
    name = "invoices",
    description = {
      "Which invoices there are.",
      "With years of them, name the dates: all at once takes the service too long."
    })
final class InvoicesCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Made on that day or later, for example 2026-01-31.")
  private @Nullable LocalDate from;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Made before that day.")
  private @Nullable LocalDate before;

  @Mixin private RowsTarget target;

  /** Says what is wrong with a date, and not in which class. */
  private static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no day such as 2026-01-31");
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    InvoiceQuery query = query();
    try (Connection connection = console.connect();
        RowsOutput out = RowsOutput.open(target, console);
        Stream<PagedResourceCollection<Invoice>> pages =
            connection.partner().invoices().query(query).pages()) {
      write(pages.iterator(), out.output());
      out.complete();
    }
    return 0;
  }

  private InvoiceQuery query() {
    if (from != null && before != null) return InvoiceQuery.invoicedBetween(from, before);
    if (from != null) return InvoiceQuery.invoicedFrom(from);
    if (before == null) return InvoiceQuery.all();
    return InvoiceQuery.all()
        .filter(InvoiceFilter.invoiceDate(InvoiceFilter.Operator.LESS_THAN, before));
  }

  private void write(Iterator<PagedResourceCollection<Invoice>> pages, Output output)
      throws IOException {
    Rows<Invoice> rows =
        output.rows(console.format(), Invoice.class, Columns.INVOICES, Long.MAX_VALUE);
    while (pages.hasNext()) {
      for (Invoice invoice : pages.next().items()) rows.write(invoice);
      rows.flush();
    }
    rows.finish();
  }
}
