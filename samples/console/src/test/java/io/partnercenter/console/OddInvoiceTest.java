package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices that announce their lines in a way that the emulator's do not. */
final class OddInvoiceTest {
  private static final String CHARGES =
      "{\"billingProvider\":\"one_time\",\"invoiceLineItemType\":\"billing_line_items\"}";
  private static final String LINES =
      "{\"items\":[{\"orderId\":\"one\",\"totalForCustomer\":1.10,\"billingCurrency\":\"EUR\","
          + "\"billingProvider\":\"one_time\",\"invoiceLineItemType\":\"billing_line_items\"}]}";

  private final AtomicInteger requestsForLines = new AtomicInteger();
  private String details = "";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean forLines = exchange.getRequestURI().getPath().endsWith("/lineitems");
    if (forLines) requestsForLines.incrementAndGet();
    String invoice =
        "{\"id\":\"G000000077\",\"invoiceType\":\"OneTime\",\"totalCharges\":1.10,"
            + "\"currencyCode\":\"EUR\",\"invoiceDetails\":[%s]}".formatted(details);
    byte[] body = (forLines ? LINES : invoice).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Run run(String... arguments) {
    String baseUrl = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    return Run.with(Map.of("PARTNER_BASE_URL", baseUrl, "PARTNER_TOKEN", "token"), arguments);
  }

  @Test
  void linesOfAKindThatIsNamedTwiceComeOnce() throws Exception {
    details = CHARGES + "," + CHARGES;

    Run run = run("line-items", "G000000077", "--format=json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Object> rows = Read.json(run.out(), new TypeReference<>() {});
    assertThat(rows).hasSize(1);
    assertThat(requestsForLines).hasValue(1);
  }

  @Test
  void anInvoiceThatNamesNoLinesIsNotTakenForOneWithout() {
    Run run = run("line-items", "G000000077", "--format=json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaints())
        .containsExactly(
            "invoice G000000077 names no line items; with --provider, they are asked for all the"
                + " same");
  }

  @Test
  void anInvoiceWithoutTheWantedLinesIsNotTakenForOneWithFew() {
    details = CHARGES;

    Run run = run("line-items", "G000000077", "--type=usage", "--format=csv");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaints()).singleElement().asString().contains("names no usage line items");
  }
}
