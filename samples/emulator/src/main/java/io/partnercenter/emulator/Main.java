package io.partnercenter.emulator;

import io.partnercenter.emulator.faults.FaultParser;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: starts an emulator that runs until it is interrupted. */
@Command(
    name = "emulator",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = "An emulated Partner Center on loopback, with a made-up tenant.")
public final class Main implements Callable<Integer> {
  @Option(names = "--port", description = "Port to listen on; 0 is any free port.")
  private int port;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the data; a seed always makes the same tenant.")
  private long seed;

  @Option(
      names = "--rows",
      defaultValue = "5000",
      description = "Number of lines of each collection.")
  private long rows;

  @Option(
      names = "--distinct-rows",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      defaultValue = "" + EmulatorBuilder.ALL_DISTINCT,
      description = "Number of lines after which they repeat; even. By default no line repeats.")
  private long distinctRows;

  @Option(names = "--months", defaultValue = "3", description = "Number of months with invoices.")
  private int months;

  @Option(
      names = "--thinking-time",
      defaultValue = "PT0S",
      description = "Shortest time of a response, for example PT0.2S.")
  private Duration thinkingTime;

  @Option(
      names = "--statement-bytes",
      defaultValue = "0",
      description = "Size of a statement, if larger than its text.")
  private long statementBytes;

  @Option(
      names = "--token-life",
      defaultValue = "PT59M59S",
      description = "Lifetime of tokens of the token endpoint.")
  private Duration tokenLife;

  @Option(
      names = "--export-polls",
      defaultValue = "1",
      description = "Number of requests that find an export not ready.")
  private int exportPolls;

  @Option(
      names = "--export-blobs",
      defaultValue = "2",
      description = "Number of files of each export.")
  private int exportBlobs;

  @Option(
      names = "--export-rows",
      description = "Number of lines of each file; by default those of the v1 API.")
  private @Nullable Integer exportRows;

  @Option(
      names = "--fault",
      converter = FaultConverter.class,
      description = "Fault to inject; repeat the option for more. " + FaultParser.FORMS + ".")
  private List<Fault> faults = List.of();

  @Spec private CommandSpec spec;

  static final class FaultConverter implements CommandLine.ITypeConverter<Fault> {
    @Override
    public Fault convert(String text) {
      try {
        return FaultParser.parse(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  public static void main(String... args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Emulator emulator = start()) {
      emulator.inject(faults.toArray(Fault[]::new));
      PrintWriter out = spec.commandLine().getOut();
      out.println("base URL  " + emulator.baseUrl());
      out.println("token     " + emulator.token());
      out.println("app-only  " + emulator.appOnlyToken());
      out.println("tenant    " + emulator.tenantId());
      out.println("client    " + emulator.clientId());
      out.println("secret    " + emulator.clientSecret());
      out.println("refresh   " + emulator.refreshToken());
      out.println("graph URL " + emulator.graphUrl());
      out.flush();
      Thread.currentThread().join(); // A thread that waits for itself ends only by an interrupt.
      return 0;
    }
  }

  private Emulator start() {
    EmulatorBuilder builder = Emulator.builder();
    if (exportRows != null) builder.exportRows(exportRows);
    return builder
        .exportPolls(exportPolls)
        .exportBlobs(exportBlobs)
        .port(port)
        .seed(seed)
        .rows(rows)
        .distinctRows(distinctRows)
        .months(months)
        .thinkingTime(thinkingTime)
        .statementBytes(statementBytes)
        .tokenLife(tokenLife)
        .start();
  }
}
