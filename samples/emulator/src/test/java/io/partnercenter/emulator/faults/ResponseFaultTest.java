package io.partnercenter.emulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.ResponseFault;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseFaultTest {
  private static final String SUMMARY = "/v1/invoices/summary";
  private static final String LINES =
      "/v1/invoices/unbilled/lineitems?provider=onetime&invoicelineitemtype=billinglineitems"
          + "&currencycode=usd&period=current&size=10";

  private final Emulator emulator = Emulator.builder().rows(50).months(1).start();
  private final Client client = new Client(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aLengthThatIsTooSmallEndsTheBodyEarly() throws IOException {
    int whole = client.get(SUMMARY).bytes().length;
    emulator.inject(new ResponseFault.WrongLength(-7));

    assertThat(client.get(SUMMARY).bytes()).hasSize(whole - 7);
  }

  @Test
  void aLengthThatIsTooLargeLeavesTheClientWaiting() {
    emulator.inject(new ResponseFault.WrongLength(1));
    OkHttpClient hasty = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(100)).build();

    assertThatThrownBy(
            () -> {
              try (Response response = hasty.newCall(client.request(SUMMARY).build()).execute()) {
                response.body().bytes();
              }
            })
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void theRightBodyCanHaveAWrongMediaType() throws IOException {
    emulator.inject(new ResponseFault.WrongMediaType("image/png"));

    Client.Reply reply = client.get(SUMMARY);

    assertThat(reply.headers().get("Content-Type")).isEqualTo("image/png");
    assertThat(reply.json().has("balanceAmount")).isTrue();
  }

  @Test
  void aBodyCanBeginWithAByteOrderMark() throws IOException {
    emulator.inject(new ResponseFault.ByteOrderMark());

    assertThat(client.get(SUMMARY).body()).startsWith("\uFEFF{");
    assertThat(client.get(SUMMARY).body()).startsWith("{");
  }

  @Test
  void aRetryAfterCanHaveAnyText() throws IOException {
    emulator.inject(new ResponseFault.RetryAfter(503, "soon"));

    Client.Reply reply = client.get(SUMMARY);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.headers().get("Retry-After")).isEqualTo("soon");
  }

  @Test
  void aPageCanRepeatTheRowsOfThePreviousPage() throws IOException {
    emulator.inject(new ResponseFault.RepeatedRows().after(1));

    List<JsonNode> pages = client.seek(LINES);

    assertThat(pages).hasSize(5);
    assertThat(pages.get(2).path("items")).isEqualTo(pages.get(1).path("items"));
    assertThat(pages.get(3).path("items")).isNotEqualTo(pages.get(2).path("items"));
  }

  @Test
  void aPageCanBeEmptyWithoutJson() throws IOException {
    emulator.inject(new ResponseFault.NoPage(204));
    String token = Client.token(client.get(LINES).json());

    Client.Reply second = client.get(LINES + "&seekOperation=Next", "MS-ContinuationToken", token);

    assertThat(second.status()).isEqualTo(204);
    assertThat(second.bytes()).isEmpty();
  }

  @Test
  void tokensExpireBeforeTheRequestIsHandled() throws IOException {
    emulator.inject(new Fault.ExpiredTokens());

    assertThat(client.get(SUMMARY).status()).isEqualTo(401);
    assertThat(client.get(SUMMARY).status()).isEqualTo(200);
  }

  @Test
  void theEmulatorReportsFaultsThatTookEffect() throws IOException {
    emulator.inject(Fault.status(500).times(2), Fault.status(503).after(9));

    client.get(SUMMARY);
    client.get(SUMMARY);

    assertThat(emulator.metFaults()).containsExactly(Fault.status(500), Fault.status(500));
  }
}
