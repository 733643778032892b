package io.partnercenter.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code receipt ID RECEIPT-ID}: a tax receipt as a PDF. */
@Command(
    name = "receipt",
    description = {
      "A tax receipt as a PDF; the command invoice says which there are.",
      "For users: an app alone may not ask."
    })
final class ReceiptCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Parameters(index = "0", paramLabel = "ID", description = "The invoice's number.")
  private String id;

  @Parameters(index = "1", paramLabel = "RECEIPT-ID", description = "The receipt's own.")
  private String receiptId;

  @Mixin private DocumentTarget target;

  @Override
  public Integer call() throws IOException {
    try (Connection connection = console.connect()) {
      var receipt = connection.partner().invoices().byId(id).receipts().byId(receiptId);
      target.download(receipt.statement(), receiptId, console);
    }
    return 0;
  }
}
