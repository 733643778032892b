package io.partnercenter.console;

import io.partnercenter.exports.ExportCollectionOperations;
import io.partnercenter.exports.ExportOperations;
import io.partnercenter.models.BillingPeriod;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code export}: the charges of modern commerce through Microsoft Graph, millions if need be. */
@Command(
    name = "export",
    description = {
      "Charges and usage of modern commerce, as exports of Microsoft Graph have them.",
      "As CSV unless --format json says one object a line. A run that was cut short goes on where",
      "it was when it is started again with the same arguments."
    })
final class ExportCommand {
  @ParentCommand private PartnerConsole console;
  @Spec private CommandSpec spec;

  @Command(name = "billed-reconciliation", description = "The charges of an invoice.")
  int billedReconciliation(
      @Parameters(paramLabel = "ID", arity = "0..1", description = "Such as G000024135.")
          @Nullable String id,
      @Mixin ExportArguments arguments)
      throws IOException {
    return run(
        ExportKind.BILLED,
        invoice(id, ExportKind.BILLED),
        arguments,
        ExportAge.A_DAY,
        exports -> exports.billedReconciliation(required(id, "ID")));
  }

  @Command(name = "billed-usage", description = "The daily rated usage behind an invoice.")
  int billedUsage(
      @Parameters(paramLabel = "ID", arity = "0..1", description = "Such as G000024135.")
          @Nullable String id,
      @Mixin ExportArguments arguments)
      throws IOException {
    return run(
        ExportKind.USAGE,
        invoice(id, ExportKind.USAGE),
        arguments,
        ExportAge.A_DAY,
        exports -> exports.billedUsage(required(id, "ID")));
  }

  @Command(name = "unbilled-reconciliation", description = "Charges on no invoice yet.")
  int unbilledReconciliation(@Mixin Unbilled which, @Mixin ExportArguments arguments)
      throws IOException {
    arguments.checkNotOfFolder("--period", which.period);
    return run(
        ExportKind.UNBILLED,
        currency(which.currency, ExportKind.UNBILLED),
        arguments,
        ExportAge.A_DAY_OF_ONE_MONTH,
        exports ->
            exports.unbilledReconciliation(
                required(which.period, "--period"), required(which.currency, "--currency")));
  }

  @Command(name = "unbilled-usage", description = "Daily rated usage on no invoice yet.")
  int unbilledUsage(@Mixin Unbilled which, @Mixin ExportArguments arguments) throws IOException {
    arguments.checkNotOfFolder("--period", which.period);
    return run(
        ExportKind.USAGE,
        currency(which.currency, ExportKind.USAGE),
        arguments,
        ExportAge.A_DAY_OF_ONE_MONTH,
        exports ->
            exports.unbilledUsage(
                required(which.period, "--period"), required(which.currency, "--currency")));
  }

  /** What is not billed yet is named by its month and currency. */
  static final class Unbilled {
    @Option(names = "--currency", paramLabel = "CODE", description = "Such as EUR.")
    private @Nullable String currency;

    @Option(
        names = "--period",
        paramLabel = "PERIOD",
        converter = PeriodText.class,
        description = "current, or the month before it: last.")
    private @Nullable BillingPeriod period;
  }

  private static final class PeriodText implements ITypeConverter<BillingPeriod> {
    @Override
    public BillingPeriod convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "current" -> BillingPeriod.CURRENT;
        case "last", "previous" -> BillingPeriod.PREVIOUS; // The service's v1 API says previous.
        default -> throw new TypeConversionException("is current or last, not " + text);
      };
    }
  }

  private <T> int run(
      ExportKind<T> kind,
      Predicate<T> belongs,
      ExportArguments arguments,
      ExportAge age,
      Function<ExportCollectionOperations, ExportOperations<T>> export)
      throws IOException {
    if (console.format() == Format.TABLE && isFormatNamed()) {
      throw new IllegalArgumentException("exports are written as csv or json, not as tables");
    }
    arguments.check();
    try (ExportProgress progress = ExportProgress.of(console.shell(), arguments.isOnScreen())) {
      ExportReport<T> report = new ExportReport<>(console, kind, arguments, progress);
      if (arguments.fromFolder() != null) {
        console.refuseDemo("--from-folder reads the rows of its folder, which are not made up");
        return report.ofFolder(belongs);
      }
      if (!console.isDemo()) checkGraph(console.shell().environment());
      try (Connection connection = console.connect()) {
        return new ExportRun<>(console, arguments, age, report, progress)
            .of(connection.partner(), export);
      }
    }
  }

  /** A gateway for Partner Center says nothing of where Graph is. */
  private static void checkGraph(Map<String, String> environment) {
    if (!environment.containsKey("PARTNER_BASE_URL")) return;
    if (environment.containsKey("PARTNER_GRAPH_URL")) return;
    throw new IllegalArgumentException(
        "exports come from Microsoft Graph: where PARTNER_BASE_URL is set, PARTNER_GRAPH_URL is"
            + " needed, too");
  }

  /** Before or after the command; what is not named is a table, too. */
  private boolean isFormatNamed() {
    for (ParseResult at = spec.root().commandLine().getParseResult(); at != null; ) {
      if (at.hasMatchedOption("--format")) return true;
      at = at.subcommand();
    }
    return false;
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value != null) return value;
    throw new IllegalArgumentException(name + " is missing");
  }

  private static <T> Predicate<T> invoice(@Nullable String id, ExportKind<T> kind) {
    return row -> id == null || id.equalsIgnoreCase(kind.invoice().apply(row));
  }

  private static <T> Predicate<T> currency(@Nullable String code, ExportKind<T> kind) {
    return row -> code == null || code.equalsIgnoreCase(kind.currency().apply(row));
  }
}
