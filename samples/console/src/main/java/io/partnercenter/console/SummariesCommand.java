package io.partnercenter.console;

import io.partnercenter.models.InvoiceSummary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code summaries}: what is owed in each currency. */
@Command(
    name = "summaries",
    description = "What is owed in each currency. For users: an app alone may not ask.")
final class SummariesCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Override
  public Integer call() throws IOException {
    try (Connection connection = console.connect()) {
      write(connection.partner().invoices().summaries().get().items());
    }
    return 0;
  }

  private void write(List<InvoiceSummary> summaries) throws IOException {
    Output output = console.output();
    if (console.format() == Format.JSON) {
      output.all(Format.JSON, InvoiceSummary.class, List.of(), summaries);
      return;
    }
    List<Balance> balances =
        summaries.stream().flatMap(summary -> Balance.of(summary).stream()).toList();
    output.all(console.format(), Balance.class, Columns.BALANCES, balances);
  }
}
