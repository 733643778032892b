package io.partnercenter.emulator.graph;

import static io.partnercenter.emulator.testing.ExportClient.DOLLARS;
import static io.partnercenter.emulator.testing.ExportClient.RECONCILIATION;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED_USAGE;
import static io.partnercenter.emulator.testing.ExportClient.USAGE;
import static io.partnercenter.emulator.testing.ExportClient.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.ExportClient;
import io.partnercenter.emulator.testing.SignInClient;
import java.io.IOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportRequestTest {
  private final Emulator emulator = Emulator.builder().rows(10).months(1).start();
  private final ExportClient client = new ExportClient(emulator);
  private final String modern = emulator.tenant().modernInvoices().get(0).id();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void anAcceptedExportHasALocationAndNoBody() throws IOException {
    for (String action : List.of(RECONCILIATION, USAGE)) {
      Client.Reply reply = client.post(action, invoice(modern), "client-request-id", "c-1");

      assertThat(reply.status()).isEqualTo(202);
      assertThat(reply.bytes()).isEmpty();
      assertThat(reply.headers().get("Location"))
          .startsWith(emulator.graphUrl() + "/reports/partners/billing/operations/");
      assertThat(reply.headers().get("Retry-After")).isNull();
      assertThat(reply.headers().get("client-request-id")).isEqualTo("c-1");
      assertThat(reply.headers().get("request-id")).isNotBlank();
      assertThat(reply.headers().get("MS-RequestId")).isNull();
    }
    for (String action : List.of(UNBILLED, UNBILLED_USAGE)) {
      assertThat(client.post(action, DOLLARS).status()).isEqualTo(202);
    }
  }

  @Test
  void theActionCanHaveItsNamespace() throws IOException {
    String action = "/usage/billed/microsoft.graph.partners.billing.export";

    assertThat(client.post(action, invoice(modern)).status()).isEqualTo(202);
  }

  @Test
  void theCaseOfNamesAndValuesDoesNotMatter() throws IOException {
    String body = "{\"InvoiceId\":\"" + modern + "\",\"AttributeSet\":\"Full\"}";

    assertThat(client.post(RECONCILIATION, body).status()).isEqualTo(202);
  }

  @Test
  void anAcceptedExportCanHaveARetryAfter() throws IOException {
    try (Emulator slow = Emulator.builder().exports(e -> e.retryAfterOnAccept(true)).start()) {
      Client.Reply reply = new ExportClient(slow).post(UNBILLED, DOLLARS);

      assertThat(reply.headers().get("Retry-After")).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        RECONCILIATION + " | {} | invoiceId",
        USAGE + " | {\"invoiceId\":\"\"} | invoiceId",
        USAGE + " | {\"invoiceId\":7} | invoiceId",
        USAGE + " | {\"invoiceId\":\"G1\",\"attributeSet\":\"half\"} | half",
        UNBILLED + " | {\"currencyCode\":\"USD\"} | billingPeriod",
        UNBILLED + " | {\"billingPeriod\":\"current\"} | currencyCode",
        UNBILLED + " | {\"billingPeriod\":\"previous\",\"currencyCode\":\"USD\"} | previous",
        UNBILLED + " | {\"billingPeriod\":\"last\",\"currencyCode\":\"dollar\"} | dollar",
        UNBILLED + " | [] | JSON",
        UNBILLED + " | {\"billing | JSON"
      })
  void anInvalidBodyIsAnErrorInTheFormOfGraph(String action, String body, String part)
      throws IOException {
    Client.Reply reply = client.post(action, body, "client-request-id", "c-2");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").path("code").asText()).isEqualTo("BadRequest");
    assertThat(reply.json().path("error").path("message").asText()).contains(part);
    assertThat(reply.json().path("error").path("innerError").path("client-request-id").asText())
        .isEqualTo("c-2");
    assertThat(reply.json().path("error").path("innerError").path("request-id").asText())
        .isEqualTo(reply.headers().get("request-id"));
  }

  @Test
  void aBodyMustHaveTheMediaTypeOfJson() throws IOException {
    Client plain = new Client(emulator);
    RequestBody body = RequestBody.create(DOLLARS, MediaType.get("text/plain"));
    String path = "/graph/v1.0/reports/partners/billing" + UNBILLED;

    assertThat(plain.send(plain.request(path).post(body).build()).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graph/v1.0/reports/partners/billing/usage/billed/import",
        "/graph/v1.0/reports/partners/billing/usage/lost/export",
        "/graph/v1.0/reports/partners/billing/usage",
        "/graph/v1.0/me",
        "/graph"
      })
  void otherPathsAreNotFound(String path) throws IOException {
    Client.Reply reply = new Client(emulator).get(path);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("error").path("code").asText()).isEqualTo("ResourceNotFound");
  }

  @Test
  void wrongMethodsAreRefused() throws IOException {
    String billing = "/graph/v1.0/reports/partners/billing";

    assertThat(new Client(emulator).get(billing + USAGE).status()).isEqualTo(405);
    assertThat(client.post("/operations/1", "{}").status()).isEqualTo(405);
  }

  @Test
  void aTokenMustBeForGraph() throws IOException {
    SignInClient signIn = new SignInClient(emulator);
    String path = "/graph/v1.0/reports/partners/billing/operations/1";
    String forGraph =
        SignInClient.accessToken(
            signIn.post(
                SignInClient.V2_TOKEN,
                "grant_type",
                "client_credentials",
                "client_id",
                emulator.clientId(),
                "client_secret",
                emulator.clientSecret(),
                "scope",
                "https://graph.microsoft.com/.default"));

    assertThat(signIn.status(path, forGraph)).isEqualTo(404);
    assertThat(signIn.status(path, emulator.token())).isEqualTo(404);
    assertThat(signIn.status(path, emulator.appOnlyToken())).isEqualTo(404);
    Client.Reply refused = signIn.call(path, SignInClient.accessToken(signIn.app()));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().path("error").path("code").asText())
        .isEqualTo("InvalidAuthenticationToken");
    assertThat(signIn.status("/v1/invoices/summary", forGraph)).isEqualTo(401);
  }
}
