package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.models.EstimateLink;
import io.partnercenter.models.Totals;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code estimates}: where the service says what is not billed yet, or what that comes to. */
@Command(
    name = "estimates",
    description = {
      "The estimates of what is not billed yet, in one currency.",
      "Usage is what some of the charges are made of: the two are not to be added up."
    })
final class EstimatesCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Mixin private CurrencyOption currency;

  @Option(
      names = "--follow",
      description = "Fetch the lines of each, and add them up, each currency for itself.")
  private boolean follow;

  @Override
  public Integer call() throws IOException {
    try (Connection connection = console.connect()) {
      IPartner partner = connection.partner();
      String code = currency.code(partner, console);
      List<EstimateLink> links = partner.invoices().estimates().links(code).get().items();
      if (follow) {
        sums(partner, links);
      } else {
        console.output().all(console.format(), EstimateLink.class, Columns.ESTIMATES, links);
      }
    }
    return 0;
  }

  private void sums(IPartner partner, List<EstimateLink> links) throws IOException {
    Rows<EstimateSum> rows =
        console
            .output()
            .rows(console.format(), EstimateSum.class, Columns.ESTIMATE_SUMS, Long.MAX_VALUE);
    for (EstimateLink link : links) {
      for (EstimateSum sum : EstimateSum.of(link, walk(partner, link))) rows.write(sum);
      rows.flush();
    }
    rows.finish();
  }

  private Totals walk(IPartner partner, EstimateLink link) throws IOException {
    try (Progress progress = console.progress(link.type() + " " + link.period())) {
      IPartner heard = progress.heardBy(partner);
      return new LineWalk(heard.invoices().estimates().lineItems(link), Long.MAX_VALUE)
          .to(Rows.nowhere());
    }
  }
}
