package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.PartnerBuilder;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the service sends: a terminal shows it, and never does what it says. */
final class HostileTextTest {
  private static final Emulator EMULATOR =
      Emulator.builder().rows(3).months(2).exportPolls(0).exportRows(3).devicePolls(0).start();
  private static final TenantInvoice MODERN =
      EMULATOR.tenant().modernInvoices().stream()
          .filter(invoice -> !invoice.taxReceiptIds().isEmpty())
          .findFirst()
          .orElseThrow();
  private static final Transport LOOPBACK = new OkHttpTransport(new OkHttpClient());

  /** Everything that moves a cursor, turns a line around, hides, or begins a line of its own. */
  private static final Pattern RAW = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");

  private static final List<String> CORPUS =
      List.of(
          "\u001b[2J\u001b[31mFORGED \u001b]0;title\u0007\u001bc",
          "a\nFORGED 1,000.00 EUR\r\nFORGED\rFORGED\u000bFORGED\fFORGED\u0085FORGED",
          "a\u2028FORGED\u2029FORGED",
          "\u0000\u0001\b\u007f\u0080\u0090\u009b31mFORGED\u009d\u009f",
          "\u202egnp.exe\u202c \u2066\u2067\u2068\u2069\u202a\u202b\u202d \u200e\u200f\u061c1,000.00",
          "zero\u200b\u200c\u200d\u2060\ufeff\u00adwidth\ud834\udd73\udb40\udc41\u180e\ufff9",
          "x\ud800 and \udc00y",
          "long".repeat(2_500) + "\u001b[31m",
          "=HYPERLINK(\"http://example.invalid\")\u0007|-1+@cmd\t;'\"",
          "<script>alert(1)</script><!-- %s %n %d {} ${jndi:ldap://x} -->\u0007");

  private static final String ALL_IN_ONE = "a\u001b[31m\u0007\u009b1m\u202e\u200b\r\nFORGED\u2028b";

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  private static List<String> commands() {
    String receipt = MODERN.taxReceiptIds().get(0);
    return List.of(
        "",
        "summary",
        "invoices",
        "invoice " + MODERN.id(),
        "line-items " + MODERN.id(),
        "line-items " + MODERN.id() + " --provider=onetime",
        "unbilled",
        "unbilled --currency=EUR --type=usage",
        "estimates --currency=EUR",
        "estimates --currency=EUR --follow",
        "summaries",
        "statement " + MODERN.id() + " --replace",
        "receipt " + MODERN.id() + " " + receipt + " --replace",
        "export billed-reconciliation " + MODERN.id() + " --patience=0s",
        "export unbilled-usage --currency=EUR --period=current --patience=0s",
        "export billed-usage " + MODERN.id() + " --to=rows.csv --replace --patience=0s");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C77: hostile text in all fields at once reaches no terminal as it is")
  void inAllFields(String command) throws IOException {
    for (String text : CORPUS) {
      check(
          run((command + " -v").strip(), answers(text, name -> true)),
          command + " with " + shown(text));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C77: hostile text in any one field reaches no terminal as it is")
  void inEachField(String command) throws IOException {
    HostileAnswers listening = answers("", name -> false);
    Run plain = run(command, listening);
    check(plain, command);
    for (String field : listening.seen()) {
      check(run(command, answers(ALL_IN_ONE, field::equals)), command + " with a hostile " + field);
    }
  }

  static List<String> refusals() {
    return List.of(
        "{\"code\":TEXT,\"description\":TEXT,\"data\":[TEXT],\"source\":TEXT}",
        "{\"error\":{\"code\":TEXT,\"message\":TEXT,\"innerError\":{\"date\":TEXT}}}",
        "{\"statusCode\":429,\"message\":TEXT}",
        "<html><title>TEXT</title><body>TEXT</body></html>",
        "{\"error\":TEXT,\"error_description\":TEXT}",
        "{\"items\":[TEXT],\"totalCharges\":TEXT,\"balanceAmount\":TEXT",
        "TEXT");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName(
      "C77: hostile text in a refusal or in what is no answer reaches no terminal as it is")
  void inRefusals(String body) throws IOException {
    for (String text : CORPUS) {
      String quoted = body.startsWith("{") ? Json.MAPPER.writeValueAsString(text) : text;
      for (int status : new int[] {200, 404}) {
        ResponseBody answer =
            ResponseBody.create(
                body.replace("TEXT", quoted),
                MediaType.get(body.startsWith("{") ? "application/json" : "text/html"));
        Transport service =
            request -> LOOPBACK.send(request).newBuilder().code(status).body(answer).build();
        for (String command :
            List.of("summary -v", "invoices", "statement G1", commands().get(14))) {
          check(run(command, service), command + " with " + status + " " + shown(text));
        }
      }
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("hostile")
  @DisplayName("C77: hostile text of the sign-in reaches no terminal as it is")
  void inSignIns(String text) throws IOException {
    Transport entra = answers(EmulatedEntra.at(EMULATOR), text, name -> true);
    Map<String, String> app =
        Map.of(
            "PARTNER_TENANT", EMULATOR.tenantId(),
            "PARTNER_CLIENT_ID", EMULATOR.clientId(),
            "PARTNER_BASE_URL", EMULATOR.baseUrl().toString());

    check(Run.with(app, settings(entra), folder, "sign-in", "-v"), "sign-in with " + shown(text));
    EMULATOR.inject(Fault.signInRefused(50076));
    check(Run.with(app, settings(entra), folder, "sign-in", "-v"), "sign-in with " + shown(text));
    EMULATOR.clearFaults();
  }

  static Stream<String> hostile() {
    return CORPUS.stream();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("hostile")
  @DisplayName("C77: JSON escapes what a terminal would obey, and reads back as it was")
  void jsonReadsBack(String text) throws IOException {
    Predicate<String> names = Set.of("customerName", "CustomerName")::contains;
    Run array =
        run("line-items " + MODERN.id() + " --type=usage --format=json", answers(text, names));
    Run lines = run("export billed-usage " + MODERN.id() + " --format=json", answers(text, names));

    for (Run run : List.of(array, lines)) {
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertNothingRaw(run.out(), "json");
    }
    assertThat(Json.MAPPER.readTree(array.out()).get(0).path("customerName").asText())
        .isEqualTo(sent(text));
    assertThat(Json.MAPPER.readTree(lines.lines().get(0)).path("customerName").asText())
        .isEqualTo(sent(text));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("hostile")
  @DisplayName("C77: CSV in a file or pipe is the data as it came, and on a terminal harmless")
  void csvIsTheData(String text) throws IOException {
    Predicate<String> names = Set.of("customerName", "CustomerName")::contains;
    for (String command :
        List.of(
            "line-items " + MODERN.id() + " --type=usage --format=csv",
            "export billed-usage " + MODERN.id() + " --format=csv")) {
      Run piped = run(command, answers(text, names));
      Run watched =
          Run.watched(
              Run.tenant(EMULATOR), settings(answers(text, names)), folder, command.split(" "));

      String column = command.startsWith("export") ? "CustomerName" : "customerName";
      assertThat(Read.csv(piped.out()).get(0).get(column)).isEqualTo(sent(text));
      assertNothingRaw(watched.out(), command);
      assertThat(watched.lines()).hasSize(Read.csv(piped.out()).size() + 1);
    }
  }

  /** A lone half of a pair cannot be sent in UTF-8. */
  private static String sent(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static HostileAnswers answers(String text, Predicate<String> fields) {
    return answers(LOOPBACK, text, fields);
  }

  private static HostileAnswers answers(Transport service, String text, Predicate<String> fields) {
    return new HostileAnswers(service, sent(text), fields);
  }

  private Run run(String command, Transport service) {
    String[] arguments = command.isEmpty() ? new String[0] : command.split(" ");
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].replace("--to=", "--to=" + folder + "/");
    }
    return Run.with(Run.tenant(EMULATOR), settings(service), folder, arguments);
  }

  private static UnaryOperator<PartnerBuilder> settings(Transport service) {
    return partner -> Run.withoutPauses(partner).transport(service);
  }

  private void check(Run run, String what) throws IOException {
    if (!run.out().startsWith("PartnerId,")) assertNothingRaw(run.out(), what);
    assertNothingRaw(run.err(), what);
    assertThat(run.exitCode()).as(what + ": " + run.err()).isNotEqualTo(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .as(what)
          .noneMatch(file -> RAW.matcher(file.getFileName().toString()).find());
    }
  }

  private static void assertNothingRaw(String printed, String what) {
    var raw = RAW.matcher(printed);
    if (raw.find()) {
      throw new AssertionError(
          what
              + ": U+"
              + Integer.toHexString(raw.group().codePointAt(0))
              + " in "
              + shown(printed));
    }
    assertThat(printed.lines()).as(what).noneMatch(line -> line.strip().startsWith("FORGED"));
  }

  private static String shown(String text) {
    String escaped = RAW.matcher(text).replaceAll("?");
    return escaped.length() > 300 ? escaped.substring(0, 300) + "..." : escaped;
  }
}
