package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code unbilled}: what the next invoice is going to hold. */
@Command(
    name = "unbilled",
    description = {
      "Charges or usage of modern commerce that are on no invoice yet.",
      "A table shows the first 20, and adds up all of them."
    })
final class UnbilledCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Mixin private CurrencyOption currency;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      defaultValue = "current",
      description = "current or previous. Default: current.")
  private BillingPeriod period = BillingPeriod.CURRENT;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "billing",
      description = "billing or usage. Default: billing.")
  private LineType type = LineType.BILLING;

  @Mixin private LimitOption limit;

  @Mixin private RowsTarget target;

  @Override
  public Integer call() throws IOException {
    limit.check();
    try (Connection connection = console.connect();
        RowsOutput out = RowsOutput.open(target, console)) {
      IPartner partner = connection.partner();
      LineSet all = LineSet.of(BillingProvider.ONE_TIME, type.value());
      LineSet set =
          all.with(
              limit.pagesOf(
                  all.query().currencyCode(currency.code(partner, console)).period(period)));
      new LineItemsReport(console, out.output(), partner, "unbilled", limit.lines())
          .write(List.of(set));
      out.complete();
    }
    return 0;
  }
}
