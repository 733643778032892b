package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the program ends: with one line and an exit code, never with a stack trace. */
final class FailureTest {
  private static final Emulator EMULATOR = Emulator.builder().rows(25).start();

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @AfterEach
  void clear() {
    EMULATOR.clearFaults();
  }

  @Test
  void refusalIsThree() {
    Run run = Run.against(EMULATOR, "invoice", "G999999999");

    assertThat(complaint(run, 3))
        .startsWith("GET /v1/invoices/G999999999 was refused with 404")
        .contains("was not found");
  }

  @Test
  void refusedTokenIsThree() {
    Run run =
        Run.with(
            Map.of("PARTNER_TOKEN", "wrong", "PARTNER_BASE_URL", EMULATOR.baseUrl().toString()),
            "summary");

    assertThat(complaint(run, 3)).contains("401").contains("Access denied").doesNotContain("wrong");
  }

  @Test
  void noAnswerIsFour() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    Run run =
        Run.with(
            Map.of("PARTNER_TOKEN", "t", "PARTNER_BASE_URL", "http://127.0.0.1:" + closed),
            "summary");

    assertThat(complaint(run, 4)).startsWith("GET /v1/invoices/summary ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json"})
  void answersForHumansAreFive(String format) {
    EMULATOR.inject(Fault.html());

    Run run = Run.against(EMULATOR, "invoices", "--format", format);

    assertThat(complaint(run, 5)).startsWith("GET /v1/invoices ");
  }

  @Test
  void tokenThatCannotBeSentIsSix() {
    Run run = Run.with(Map.of("PARTNER_TOKEN", "two words"), "summary");

    assertThat(complaint(run, 6)).contains("/v1/invoices/summary");
  }

  @Test
  void emptyTokenIsTwo() {
    assertThat(complaint(Run.with(Map.of("PARTNER_TOKEN", " "), "summary"), 2))
        .isEqualTo("PARTNER_TOKEN is set, but there is nothing in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--bogus",
        "bogus",
        "invoice",
        "invoice summary",
        "invoices --format xml",
        "invoices --from 2026-02-30",
        "invoices --from 2026-02-01 --before 2026-02-01",
        "line-items G000024135 --limit 0",
        "line-items G000024135 --period next",
        "line-items unbilled",
        "line-items unbilled --currency EURO",
        "line-items unbilled --provider azure --currency EUR",
        "line-items G000024135 --provider onetime --type usage",
        "summary --rows 5"
      })
  void badArgumentsAreTwo(String arguments) {
    Run run = Run.against(EMULATOR, arguments.split(" "));

    complaint(run, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.com", "nowhere", "https://example.com/ x"})
  void badAddressIsTwo(String baseUrl) {
    complaint(Run.with(Map.of("PARTNER_TOKEN", "t", "PARTNER_BASE_URL", baseUrl), "summary"), 2);
  }

  @Test
  void badCloudIsTwo() {
    complaint(Run.with(Map.of("PARTNER_TOKEN", "t", "PARTNER_CLOUD", "moon"), "summary"), 2);
  }

  @Test
  void fullDiskIsOne() {
    Run run = writingTo(new Broken("No space left on device"));

    assertThat(complaint(run, 1))
        .isEqualTo("The output could not be written: No space left on device");
  }

  @Test
  void closedPipeIsOneAndEndsTheWalkWithoutAWord() {
    int before = EMULATOR.requestCount();

    Run run = writingTo(new Broken("Broken pipe"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.complaints()).isEmpty();
    assertThat(EMULATOR.requestCount()).isEqualTo(before + 1);
  }

  @Test
  void brokenArrayIsNotClosed() {
    EMULATOR.inject(Fault.html().on("/lineitems").after(1));

    Run run =
        Run.against(
            EMULATOR,
            "line-items",
            EMULATOR.tenant().legacyInvoices().get(0).id(),
            "--format",
            "json");

    assertThat(complaint(run, 5)).contains("/lineitems");
    assertThat(run.out()).startsWith("[\n{").doesNotContain("\n]");
  }

  private static Run writingTo(OutputStream out) {
    return Run.to(out, Run.tenant(EMULATOR), Run::withoutPauses, "invoices", "--format", "csv");
  }

  private static String complaint(Run run, int exitCode) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.complaints()).hasSize(1);
    return run.complaints().get(0);
  }

  /** Accepts nothing. */
  private static final class Broken extends OutputStream {
    private final String reason;

    private Broken(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
