package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestValidationTest {
  private final Emulator emulator = Emulator.builder().rows(50).start();
  private final Client client = new Client(emulator);
  private final String modern = emulator.tenant().modernInvoices().get(0).id();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aRequestWithoutTokenIsRefused() throws IOException {
    Client.Reply reply = client.send(new Request.Builder().url(summary()).build());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("code").asText()).isEqualTo("800001");
    assertThat(reply.headers().get("WWW-Authenticate")).startsWith("OAuth realm=");
  }

  @Test
  void anUnknownTokenIsRefused() throws IOException {
    Request request =
        new Request.Builder().url(summary()).header("Authorization", "Bearer made-up").build();

    Client.Reply reply = client.send(request);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("code").asText()).isEqualTo("400");
    assertThat(reply.json().path("description").asText()).isEqualTo("Access denied.");
  }

  @Test
  void aNewTokenIsAcceptedAfterAnExpiredOne() throws IOException {
    Request request = client.request("/v1/invoices/summary").build();
    emulator.expireTokens();

    assertThat(client.send(request).status()).isEqualTo(401);
    assertThat(client.get("/v1/invoices/summary").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/invoices/summary",
        "/v1//invoices/summary",
        "/v1/customers",
        "/v1/invoices/unknown",
        "/v1/invoices/summary/details",
        "/v1/invoices/G999999999/lineitems?provider=onetime&invoicelineitemtype=billinglineitems"
      })
  void unknownPathsAreNotFound(String target) throws IOException {
    Client.Reply reply = client.get(target);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("code").asText()).isEqualTo("1000");
  }

  @Test
  void anIdWithAWrongPrefixIsNotFound() throws IOException {
    assertThat(client.get("/v1/invoices/OneTime-" + modern).status()).isEqualTo(200);
    assertThat(client.get("/v1/invoices/Recurring-" + modern).status()).isEqualTo(404);
  }

  @Test
  void onlyGetIsAllowed() throws IOException {
    Request post = client.request("/v1/invoices").post(RequestBody.create(new byte[0])).build();

    assertThat(client.send(post).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 800002",
    "provider=onetime, 800002",
    "invoicelineitemtype=billinglineitems, 800002",
    "provider=other&invoicelineitemtype=billinglineitems, 900126",
    "provider=onetime&invoicelineitemtype=billing_line_items, 900126",
    "provider=office&invoicelineitemtype=usagelineitems, 800002",
    "provider=onetime&invoicelineitemtype=usagelineitems, 800002",
    "provider=onetime&invoicelineitemtype=usagelineitems&currencycode=usd, 800002",
    "provider=onetime&invoicelineitemtype=usagelineitems&period=current, 800002",
    "provider=onetime&invoicelineitemtype=usagelineitems&period=last&currencycode=usd, 900126",
    "provider=onetime&invoicelineitemtype=billinglineitems&currencycode=dollar, 3000",
    "provider=onetime&invoicelineitemtype=billinglineitems&size=0, 3000",
    "provider=onetime&invoicelineitemtype=billinglineitems&size=2001, 3000",
    "provider=onetime&invoicelineitemtype=billinglineitems&size=many, 3000",
    "provider=office&invoicelineitemtype=billinglineitems&offset=-1, 3000",
    "provider=onetime&invoicelineitemtype=billinglineitems&seekOperation=Next, 800002",
    "provider=onetime&invoicelineitemtype=billinglineitems&seekOperation=Previous, 900126",
    "provider=onetime&invoicelineitemtype=usagelineitems&period=current&currencycode=usd"
        + "&hasPartnerEarnedCredit=maybe, 3000"
  })
  void anInvalidQueryForLineItemsIsRefused(String query, String code) throws IOException {
    Client.Reply reply = client.get("/v1/invoices/" + modern + "/lineitems?" + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("code").asText()).isEqualTo(code);
    assertThat(reply.json().path("description").asText()).isNotBlank();
    assertThat(reply.json().path("source").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "provider=onetime&invoicelineitemtype=billinglineitems, 800002",
    "provider=onetime&invoicelineitemtype=billinglineitems&currencycode=usd, 800002",
    "provider=office&invoicelineitemtype=billinglineitems&currencycode=usd&period=current, 800002"
  })
  void anInvalidQueryForUnbilledLineItemsIsRefused(String query, String code) throws IOException {
    Client.Reply reply = client.get("/v1/invoices/unbilled/lineitems?" + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("code").asText()).isEqualTo(code);
  }

  @Test
  void theSpellingOfAProviderInBodiesIsRefusedInAQuery() throws IOException {
    Client.Reply reply =
        client.get(
            "/v1/invoices/unbilled/lineitems?provider=one_time&invoicelineitemtype=billinglineitems"
                + "&currencycode=usd&period=current");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).isEqualTo("{\"message\":\"The request is invalid.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&size=20", "&size=10&currencycode=usd", "&size=10&period=current"})
  void aTokenOfAnotherQueryIsRefused(String changed) throws IOException {
    String lines =
        "/v1/invoices/"
            + modern
            + "/lineitems?provider=onetime&invoicelineitemtype=billinglineitems";
    String token = Client.token(client.get(lines + "&size=10").json());

    Client.Reply reply =
        client.get(lines + changed + "&seekOperation=Next", "MS-ContinuationToken", token);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("code").asText()).isEqualTo("800002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AQAAAA==", "AQAAAA==,AQAAAA==,_AQAAAA==", ",,", "\"x\""})
  void aMadeUpTokenIsRefused(String token) throws IOException {
    Client.Reply reply =
        client.get(
            "/v1/invoices/"
                + modern
                + "/lineitems?provider=onetime&invoicelineitemtype=billinglineitems"
                + "&seekOperation=Next",
            "MS-ContinuationToken",
            token);

    assertThat(reply.status()).isEqualTo(400);
  }

  private String summary() {
    return emulator.baseUrl() + "/v1/invoices/summary";
  }
}
