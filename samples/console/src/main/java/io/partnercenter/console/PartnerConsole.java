package io.partnercenter.console;

import io.partnercenter.SupportBundle;
import io.partnercenter.credentials.MsalClient;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.models.BillingProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program. Without a sub-command it gives the {@link Tour}. */
@Command(
    name = "partner-console",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Balances, invoices and line items of a Microsoft cloud partner.",
      "",
      "Without a command: a tour of all three, with every charge of two invoices added up."
    },
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All went well.",
      "1:The output could not be written, or the program itself is at fault.",
      "2:The command line, or a PARTNER_ variable, is not right or is missing.",
      "3:The service refused.",
      "4:No answer, or not a whole one.",
      "5:An answer that was not understood.",
      "6:No token: the sign-in was refused, or the file with the refresh token is gone.",
      "10:export: The data is still the one that --unless-etag names; nothing was written.",
      "11:export: There is no data, or none yet.",
      "12:export: An invoice of legacy commerce, which is never exported.",
      "13:export: The export has expired, or the data has changed; run the same again."
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  PARTNER_TOKEN       A bearer token for the tenant. Or, to sign in:",
      "  PARTNER_TENANT, PARTNER_CLIENT_ID",
      "                      The tenant, and an app registration in it.",
      "  PARTNER_CLIENT_SECRET",
      "                      Its secret; or",
      "  PARTNER_CERTIFICATE, PARTNER_CERTIFICATE_PASSWORD",
      "                      its certificate with the key, a PKCS#12 file.",
      "  PARTNER_REFRESH_TOKEN_FILE",
      "                      A user's refresh token, as sign-in --store keeps it; is",
      "                      replaced when a new one comes. App-only without it.",
      "  PARTNER_CLOUD       global, us-government or china.",
      "  PARTNER_BASE_URL    Where the service is, if not where its cloud has it.",
      "  PARTNER_GRAPH_URL   Where Microsoft Graph is, version included; goes with that.",
      "",
      "Without credentials every command fails with exit code 2. --demo starts an emulator",
      "with made-up data on loopback and ignores all variables.",
      "",
      "Data goes to standard output, everything else to standard error.",
      "",
      "With Maven: mvn -q -f samples compile -Pconsole -Dexec.args=\"COMMAND ...\""
    },
    subcommands = {
      SummaryCommand.class,
      InvoicesCommand.class,
      InvoiceCommand.class,
      LineItemsCommand.class,
      UnbilledCommand.class,
      EstimatesCommand.class,
      SummariesCommand.class,
      StatementCommand.class,
      ReceiptCommand.class,
      SignInCommand.class,
      ExportCommand.class
    })
public final class PartnerConsole implements Callable<Integer> {
  /** Most readers of the tour have started the program with Maven. */
  private static final String MORE =
      "Continue with -Dexec.args=\"%sinvoices --format csv\", or -Dexec.args=--help for all commands";

  @Option(
      names = "--demo",
      scope = ScopeType.INHERIT,
      description = "Show made-up data of an emulator, whatever the environment says.")
  private boolean demo;

  @Option(
      names = "--format",
      scope = ScopeType.INHERIT,
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, csv or json. Default: table.")
  private Format format = Format.TABLE;

  @Option(
      names = "--seed",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      description = "With --demo: the same seed makes the same tenant. Default: 1.")
  private @Nullable Long seed;

  @Option(
      names = "--rows",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      description = "With --demo: how many lines of each kind an invoice has. Default: 5000.")
  private @Nullable Long rows;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "One line to standard error for every request.")
  private boolean verbose;

  private final Shell shell;
  private final Output output;

  PartnerConsole(Shell shell) {
    this.shell = shell;
    this.output = new Output(shell.out(), shell.terminal());
  }

  /** Runs the program; leaves by {@code System.exit} only with bad news, for Maven's sake. */
  public static void main(String... args) {
    int code = new PartnerConsole(Shell.ofThisProcess()).run(args);
    if (code != 0) System.exit(code);
  }

  int run(String... args) {
    int code =
        new CommandLine(this)
            .registerConverter(BillingProvider.class, BillingProvider::of)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(output.writer()))
            .setErr(shell.notes().writer())
            .setParameterExceptionHandler((e, arguments) -> fail(e))
            .setExecutionExceptionHandler((e, command, arguments) -> fail(e))
            .execute(args);
    try {
      output.flush();
      return code;
    } catch (IOException e) {
      return code != 0 ? code : fail(e);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (format != Format.TABLE) {
      throw new IllegalArgumentException(
          "The tour is for reading; name a command whose data is wanted as " + format);
    }
    try (Connection connection = connect()) {
      new Tour(connection.partner(), this).give();
    }
    note("");
    note(MORE.formatted(demo ? "--demo " : ""));
    return 0;
  }

  /** To the tenant that the variables name, or to an emulator if made-up data was asked for. */
  Connection connect() {
    if (demo) return Connection.toEmulator(shell, seed, rows, verbose);
    if (seed != null || rows != null) {
      throw new IllegalArgumentException(
          "--seed and --rows are about the emulator's made-up data; they need --demo");
    }
    return Connection.toTenant(shell, SignInMethod.of(shell).credentials(), verbose);
  }

  /** To a tenant, with credentials of the command's own. */
  Connection connect(PartnerCredentials credentials) {
    return Connection.toTenant(shell, credentials, verbose);
  }

  boolean isDemo() {
    return demo;
  }

  /** For what cannot be made up. */
  void refuseDemo(String reason) {
    if (demo) throw new IllegalArgumentException("--demo: " + reason);
  }

  /** The app registration that the variables name. */
  MsalClient app() {
    return SignInMethod.of(shell).app();
  }

  /** Where {@code path} leads; the current folder if it leads nowhere. */
  Path path(@Nullable Path path) {
    return path == null ? shell.folder() : shell.folder().resolve(path);
  }

  Shell shell() {
    return shell;
  }

  Output output() {
    return output;
  }

  Format format() {
    return format;
  }

  void note(String text) {
    shell.notes().line(text);
  }

  Progress progress(String task) {
    return Progress.of(task, shell, format);
  }

  DownloadBar downloadBar(String task) {
    return DownloadBar.of(task, shell);
  }

  private int fail(Exception e) {
    try {
      output.flush();
    } catch (IOException closed) {
      // What came before the error can no longer be delivered; the error is the better news.
    }
    Failure failure = Failure.of(e);
    if (!failure.line().isEmpty()) note(failure.line());
    if (verbose && failure.isOwnFault()) shell.notes().trace(e);
    if (verbose && e instanceof PartnerException known) {
      shell.notes().lines(SupportBundle.of(known).toString());
    }
    return failure.exitCode();
  }
}
