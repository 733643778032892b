package io.partnercenter.console;

import io.partnercenter.invoices.InvoiceOperations;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.InvoiceLineItem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code line-items ID}: what an invoice consists of. */
@Command(
    name = "line-items",
    description = {
      "The charges and the usage behind an invoice, or those not billed yet.",
      "A table shows the first 20 of each kind, and adds up all of them."
    })
final class LineItemsCommand implements Callable<Integer> {
  private static final String UNBILLED = "unbilled";

  @ParentCommand private PartnerConsole console;

  @Parameters(paramLabel = "ID", description = "The invoice's number, or unbilled.")
  private String id;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "office, azure or onetime. Default: those that the invoice names.")
  private @Nullable BillingProvider provider;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "billing or usage. Default: both, but billing if a provider is named.")
  private @Nullable LineType type;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Needed for onetime usage and unbilled lines. Default: the invoice's.")
  private @Nullable String currency;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "current or previous. Default: previous, but current for unbilled lines.")
  private @Nullable BillingPeriod period;

  @Mixin private LimitOption limit;

  @Mixin private RowsTarget target;

  @Override
  public Integer call() throws IOException {
    limit.check();
    try (Connection connection = console.connect();
        RowsOutput out = RowsOutput.open(target, console)) {
      InvoiceOperations invoice = connection.partner().invoices().byId(id);
      List<LineSet> sets = sets(invoice).stream().map(this::narrowed).toList();
      new LineItemsReport(console, out.output(), connection.partner(), id, limit.lines())
          .write(sets);
      out.complete();
    }
    return 0;
  }

  private boolean isUnbilled() {
    return id.equalsIgnoreCase(UNBILLED);
  }

  /** A named provider spares the look at the invoice, which takes a user's sign-in. */
  private List<LineSet> sets(InvoiceOperations invoice) {
    if (provider != null || isUnbilled()) {
      return List.of(
          LineSet.of(
              provider != null ? provider : BillingProvider.ONE_TIME,
              (type != null ? type : LineType.BILLING).value()));
    }
    List<LineSet> named =
        LineSet.of(invoice.get()).stream()
            .filter(set -> type == null || set.type().equals(type.value()))
            .toList();
    if (!named.isEmpty()) return named;
    throw new IllegalArgumentException(
        "invoice %s names no %sline items; with --provider, they are asked for all the same"
            .formatted(id, type == null ? "" : type.name().toLowerCase(Locale.ROOT) + " "));
  }

  /** The invoice, if it was asked, has named its own. */
  private boolean needsCurrency(LineSet set) {
    if (isUnbilled()) return true;
    return provider != null && !set.isBilling() && set.isModern();
  }

  private LineSet narrowed(LineSet set) {
    LineItemQuery<InvoiceLineItem> query = set.query();
    if (currency == null && needsCurrency(set)) {
      throw new IllegalArgumentException(
          "unbilled lines and onetime usage are asked for in one currency: name it with --currency");
    }
    if (currency != null) query = query.currencyCode(currency);
    if (isUnbilled()) query = query.period(BillingPeriod.CURRENT);
    if (period != null) query = query.period(period);
    return set.with(limit.pagesOf(query));
  }
}
