package io.partnercenter.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {
  private static final String SUMMARY = "/v1/invoices/summary";

  private final Emulator emulator = Emulator.builder().rows(10).start();
  private final Client client = new Client(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void idsOfTheRequestAreReturned() throws IOException {
    Headers headers =
        client
            .get(SUMMARY, "ms-requestid", "r-1", "MS-CorrelationId", "c-1", "X-Locale", "de-DE")
            .headers();

    assertThat(headers.get("MS-RequestId")).isEqualTo("r-1");
    assertThat(headers.get("MS-CorrelationId")).isEqualTo("c-1");
    assertThat(headers.get("X-Locale")).isEqualTo("de-DE");
  }

  @Test
  void missingIdsAreGenerated() throws IOException {
    Headers one = client.get(SUMMARY).headers();
    Headers other = client.get(SUMMARY).headers();

    assertThat(one.get("MS-RequestId")).isNotBlank().isNotEqualTo(other.get("MS-RequestId"));
    assertThat(one.names())
        .contains("MS-CorrelationId", "MS-CV", "MS-ServerId", "Date", "Content-Length");
    assertThat(one.get("X-Locale")).isEqualTo("en-US");
    assertThat(one.get("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(one.getDate("Date")).isNotNull();
  }

  @Test
  void complianceWithMfaIsReturnedOnRequest() throws IOException {
    assertThat(client.get(SUMMARY, "ValidateMfa", "true").headers().get("isMfaCompliant"))
        .isEqualTo("true");
    assertThat(client.get(SUMMARY).headers().get("isMfaCompliant")).isNull();
  }

  @Test
  void theContinuationTokenIsNotAResponseHeader() throws IOException {
    Client.Reply reply =
        client.get(
            "/v1/invoices/unbilled/lineitems?provider=all&invoicelineitemtype=billinglineitems"
                + "&currencycode=usd&period=current&size=5");

    assertThat(reply.headers().get("MS-ContinuationToken")).isNull();
    assertThat(Client.token(reply.json())).isNotBlank();
  }
}
