package io.partnercenter.console;

import io.partnercenter.models.InvoiceSummary;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code summary}: what is owed. */
@Command(name = "summary", description = "What is owed, in all and for each type of invoice.")
final class SummaryCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Override
  public Integer call() throws IOException {
    try (Connection connection = console.connect()) {
      write(connection.partner().invoices().summary().get());
    }
    return 0;
  }

  private void write(InvoiceSummary summary) throws IOException {
    if (console.format() == Format.JSON) {
      console.output().json(summary);
      return;
    }
    Rows<Balance> rows =
        console.output().rows(console.format(), Balance.class, Columns.BALANCES, Long.MAX_VALUE);
    for (Balance balance : Balance.of(summary)) rows.write(balance);
    rows.finish();
  }
}
