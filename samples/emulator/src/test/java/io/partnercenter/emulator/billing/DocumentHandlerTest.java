package io.partnercenter.emulator.billing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.emulator.support.CompositeBody;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentHandlerTest {
  private static final Pattern OBJECT = Pattern.compile("(?m)^(\\d+) 0 obj$");
  private static final Pattern STREAM = Pattern.compile("/Length (\\d+) >>\nstream\n");
  private static final Pattern ENTRY = Pattern.compile("(?m)^(\\d{10}) 00000 n $");

  private final Emulator emulator = Emulator.builder().seed(5).rows(20).start();
  private final Client client = new Client(emulator);
  private final TenantInvoice taxed =
      emulator.tenant().invoices().stream()
          .filter(invoice -> !invoice.taxReceiptIds().isEmpty())
          .findFirst()
          .orElseThrow();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aStatementIsAPdfWithTheInvoicesTotal() throws IOException {
    for (TenantInvoice invoice : emulator.tenant().invoices()) {
      Client.Reply reply = client.get(statement(invoice.id()));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.headers().get("Content-Type")).isEqualTo("application/pdf");
      assertThat(reply.headers().get("Content-Disposition"))
          .isEqualTo("attachment; filename=Invoice_" + invoice.id() + ".pdf");
      assertThat(text(reply))
          .startsWith("%PDF-1.4\n")
          .endsWith("\n%%EOF")
          .contains("(Invoice " + invoice.id() + ")")
          .contains(invoice.totalCharges().toPlainString() + " " + invoice.currencyCode() + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5_000, 65_536, 300_001})
  void theTableOfObjectsHasTheOffsetOfEachObject(long bytes) throws IOException {
    try (Emulator large = Emulator.builder().rows(5).statementBytes(bytes).start()) {
      String id = large.tenant().modernInvoices().get(0).id();

      String pdf = text(new Client(large).get(statement(id)));

      assertThat(offsets(pdf)).isEqualTo(starts(pdf)).hasSize(6);
      int table = Integer.parseInt(pdf.split("startxref\n")[1].split("\n")[0]);
      assertThat(pdf.substring(table)).startsWith("xref\n0 7\n0000000000 65535 f \n");
      assertThat(streamsOfAnotherLength(pdf)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, 65_536, 1_000_000})
  void aStatementHasExactlyTheGivenSize(long bytes) throws IOException {
    try (Emulator large = Emulator.builder().rows(5).statementBytes(bytes).start()) {
      String id = large.tenant().modernInvoices().get(0).id();

      Client.Reply reply = new Client(large).get(statement(id));

      assertThat(reply.bytes()).hasSize((int) bytes);
      assertThat(reply.headers().get("Content-Length")).isEqualTo(Long.toString(bytes));
    }
  }

  @Test
  void aHugeStatementIsNotHeldInMemory() throws IOException {
    CompositeBody body = PdfDocument.of(List.of("Invoice"), PdfDocument.MAX_BYTES);

    assertThat(body.getContentLength()).isEqualTo(PdfDocument.MAX_BYTES);
    assertThat(body.parts().stream().distinct().mapToLong(part -> part.length).sum())
        .isLessThan(200_000);
    body.truncatedAfter(200_000_000).writeTo(Okio.buffer(Okio.blackhole()));
  }

  @Test
  void impossibleSizesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Emulator.builder().statementBytes(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().statementBytes(10_000_000_000L))
        .withMessageContaining("10000000000");
  }

  @Test
  void theSameSeedMakesTheSameDocument() throws IOException {
    try (Emulator other = Emulator.builder().seed(5).rows(20).start()) {
      assertThat(new Client(other).get(statement(taxed.id())).bytes())
          .isEqualTo(client.get(statement(taxed.id())).bytes());
    }
  }

  @Test
  void theLinksOfAnInvoiceLeadToItsDocuments() throws IOException {
    var json = client.get("/v1/invoices/" + taxed.id()).json();
    String receipt = json.findPath("taxReceiptPdfDownloadLink").asText();

    assertThat(text(client.get("/v1" + json.path("pdfDownloadLink").asText()))).startsWith("%PDF");
    Client.Reply reply = client.get("/v1" + receipt);
    assertThat(text(reply)).contains("(Tax receipt " + taxed.taxReceiptIds().get(0) + ")");
    assertThat(reply.headers().get("Content-Disposition"))
        .isEqualTo("attachment; filename=E-Tax-" + taxed.id() + ".pdf");
  }

  @Test
  void aReceiptOfAnotherInvoiceIsNotFound() throws IOException {
    String other = emulator.tenant().legacyInvoices().get(0).id();

    notFound(receipt(other, taxed.taxReceiptIds().get(0)));
    notFound(receipt(taxed.id(), "E-Tax-0"));
    notFound(receipt("G999999999", taxed.taxReceiptIds().get(0)));
    notFound(statement("G999999999"));
    notFound("/v1/invoices/" + taxed.id() + "/documents/other");
    notFound("/v1/invoices/" + taxed.id() + "/receipts/x/y/documents/statement");
  }

  /** Errors are JSON even for clients that accept documents only. */
  private void notFound(String target) throws IOException {
    Client.Reply reply = client.get(target, "Accept", "application/pdf");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.headers().get("Content-Type")).startsWith("application/json");
    assertThat(reply.json().path("code").asText()).isEqualTo("1000");
  }

  @Test
  void faultsAffectDocumentsToo() throws IOException {
    emulator.inject(
        Fault.cutBody(400),
        Fault.status(500),
        Fault.reply(200, "application/pdf", "no document"),
        Fault.slowBody(500, Duration.ofMillis(1)),
        Fault.pause(Duration.ofMillis(1)),
        Fault.stall());

    assertThatThrownBy(() -> client.get(statement(taxed.id()))).isInstanceOf(IOException.class);
    assertThat(client.get(statement(taxed.id())).status()).isEqualTo(500);
    assertThat(client.get(statement(taxed.id())).body()).isEqualTo("no document");
    assertThat(text(client.get(statement(taxed.id())))).endsWith("%%EOF");
    assertThat(text(client.get(statement(taxed.id())))).endsWith("%%EOF");
    OkHttpClient hasty = new OkHttpClient.Builder().callTimeout(Duration.ofMillis(100)).build();
    assertThatThrownBy(() -> hasty.newCall(client.request(statement(taxed.id())).build()).execute())
        .isInstanceOf(IOException.class);
  }

  private static String statement(String invoiceId) {
    return "/v1/invoices/" + invoiceId + "/documents/statement";
  }

  private static String receipt(String invoiceId, String receiptId) {
    return "/v1/invoices/" + invoiceId + "/receipts/" + receiptId + "/documents/statement";
  }

  private static String text(Client.Reply reply) {
    return new String(reply.bytes(), ISO_8859_1);
  }

  private static List<Integer> offsets(String pdf) {
    return ENTRY.matcher(pdf).results().map(entry -> Integer.valueOf(entry.group(1))).toList();
  }

  private static List<Integer> starts(String pdf) {
    return OBJECT.matcher(pdf).results().map(MatchResult::start).toList();
  }

  private static List<String> streamsOfAnotherLength(String pdf) {
    return STREAM
        .matcher(pdf)
        .results()
        .filter(m -> !pdf.startsWith("\nendstream", m.end() + Integer.parseInt(m.group(1))))
        .map(MatchResult::group)
        .toList();
  }
}
