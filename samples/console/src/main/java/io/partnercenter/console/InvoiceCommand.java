package io.partnercenter.console;

import io.partnercenter.models.Invoice;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code invoice ID}: one, with all that is known of it. */
@Command(
    name = "invoice",
    description = "One invoice with its details, amendments and tax receipts.")
final class InvoiceCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Parameters(paramLabel = "ID", description = "Its number, such as G000024135 or D0300AB123.")
  private String id;

  @Override
  public Integer call() throws IOException {
    try (Connection connection = console.connect()) {
      write(connection.partner().invoices().byId(id).get());
    }
    return 0;
  }

  private void write(Invoice invoice) throws IOException {
    Output output = console.output();
    switch (console.format()) {
      case TABLE -> new InvoiceSheet(output).write(invoice);
      case JSON -> output.json(invoice);
      case CSV -> {
        Rows<Invoice> row = output.rows(Format.CSV, Invoice.class, List.of(), 1);
        row.write(invoice);
        row.finish();
      }
    }
  }
}
