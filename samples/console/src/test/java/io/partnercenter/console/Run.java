package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program, run in this process, and what became of it. */
record Run(int exitCode, String out, String err) {
  /** Signatures of storage, and tokens; a number behind the dot makes a correlation vector. */
  private static final Pattern SECRET =
      Pattern.compile("\\bsig=[^…?\\s]|\\beyJ[\\w-]{8,}\\.(?!\\d+(?![\\w-]))[\\w-]+");

  private static final Path NO_FILES = Path.of("no-such-folder");

  /** Whatever a test is about: nothing that the program prints has a secret in it. */
  Run {
    for (String printed : List.of(out, err)) {
      Matcher secret = SECRET.matcher(printed);
      if (secret.find()) throw new AssertionError("a secret at " + secret.start() + " of a print");
    }
  }

  /** Against an emulator of its own. */
  static Run alone(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--demo"));
    all.addAll(List.of(arguments));
    return with(Map.of(), partner -> partner, all.toArray(String[]::new));
  }

  /** Against {@code emulator}, signing in whenever its token has run out, without pauses. */
  static Run against(Emulator emulator, String... arguments) {
    return with(
        tenant(emulator),
        partner -> withoutPauses(partner).credentials(PartnerCredentials.bearer(emulator::token)),
        arguments);
  }

  /** The same, by {@code clock}. */
  static Run at(InstantSource clock, Emulator emulator, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UnaryOperator<PartnerBuilder> settings =
        partner -> withoutPauses(partner).credentials(PartnerCredentials.bearer(emulator::token));
    Run run = to(out, tenant(emulator), settings, NO_FILES, clock, arguments);
    return new Run(run.exitCode, out.toString(UTF_8), run.err);
  }

  /** As {@link #against}, with files in {@code folder}. */
  static Run in(Path folder, Emulator emulator, String... arguments) {
    return with(
        tenant(emulator),
        partner -> withoutPauses(partner).credentials(PartnerCredentials.bearer(emulator::token)),
        folder,
        arguments);
  }

  /** Signing in at the emulator, which stands in for Entra, as {@code variables} have it. */
  static Run signingIn(
      Emulator emulator, Path folder, Map<String, String> variables, String... arguments) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PARTNER_TENANT", emulator.tenantId());
    environment.put("PARTNER_CLIENT_ID", emulator.clientId());
    environment.put("PARTNER_BASE_URL", emulator.baseUrl().toString());
    return with(
        environment,
        partner -> withoutPauses(partner).transport(EmulatedEntra.at(emulator)),
        folder,
        arguments);
  }

  /** With these variables and without pauses. */
  static Run with(Map<String, String> environment, String... arguments) {
    return with(environment, Run::withoutPauses, arguments);
  }

  private static Run with(
      Map<String, String> environment,
      UnaryOperator<PartnerBuilder> settings,
      String... arguments) {
    return with(environment, settings, NO_FILES, arguments);
  }

  static Run with(
      Map<String, String> environment,
      UnaryOperator<PartnerBuilder> settings,
      Path folder,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = to(out, environment, settings, folder, InstantSource.system(), arguments);
    return new Run(run.exitCode, out.toString(UTF_8), run.err);
  }

  /** As {@link #with}, with standard output on a terminal that somebody is watching. */
  static Run watched(
      Map<String, String> environment,
      UnaryOperator<PartnerBuilder> settings,
      Path folder,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    InstantSource clock = InstantSource.system();
    int code =
        new PartnerConsole(new Shell(environment, out, errors, true, folder, settings, clock))
            .run(arguments);
    return new Run(code, out.toString(UTF_8), "");
  }

  /** With another place for the data. */
  static Run to(
      OutputStream out,
      Map<String, String> environment,
      UnaryOperator<PartnerBuilder> settings,
      String... arguments) {
    return to(out, environment, settings, NO_FILES, InstantSource.system(), arguments);
  }

  private static Run to(
      OutputStream out,
      Map<String, String> environment,
      UnaryOperator<PartnerBuilder> settings,
      Path folder,
      InstantSource clock,
      String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, UTF_8);
    int code =
        new PartnerConsole(new Shell(environment, out, errors, false, folder, settings, clock))
            .run(arguments);
    return new Run(code, "", err.toString(UTF_8));
  }

  static Map<String, String> tenant(Emulator emulator) {
    return Map.of(
        "PARTNER_TOKEN",
        emulator.token(),
        "PARTNER_BASE_URL",
        emulator.baseUrl().toString(),
        "PARTNER_GRAPH_URL",
        emulator.graphUrl().toString());
  }

  static PartnerBuilder withoutPauses(PartnerBuilder partner) {
    return partner.retry(RetryOptions.defaults().firstPause(Duration.ZERO));
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** What went to standard error, but for the line that says whom the program talks to. */
  List<String> complaints() {
    return err.lines()
        .filter(
            line -> !line.startsWith("Talking to ") && !line.startsWith("Made-up data (--demo)"))
        .toList();
  }
}
