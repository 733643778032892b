package io.partnercenter.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code statement ID}: an invoice as a PDF. */
@Command(
    name = "statement",
    description = "An invoice as a PDF. For users: an app alone may not ask.")
final class StatementCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Parameters(paramLabel = "ID", description = "Its number, such as G000024135 or D0300AB123.")
  private String id;

  @Mixin private DocumentTarget target;

  @Override
  public Integer call() throws IOException {
    try (Connection connection = console.connect()) {
      target.download(connection.partner().invoices().byId(id).statement(), id, console);
    }
    return 0;
  }
}
