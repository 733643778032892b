package io.partnercenter.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorRequest;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  @Test
  void everyRequestIsCounted() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(10).start()) {
      Client client = new Client(emulator);
      emulator.inject(Fault.status(500));

      client.get("/v1/invoices/summary");
      client.get("/v1/invoices?size=3");
      client.get("/nowhere");

      assertThat(emulator.requestCount()).isEqualTo(3);
      assertThat(emulator.requestCount("/v1/invoices")).isEqualTo(1);
      assertThat(emulator.requestCount("/v1/customers")).isZero();
    }
  }

  @Test
  void requestsAreKeptWithTheirHeaders() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(10).start()) {
      new Client(emulator).get("/v1/invoices?size=3", "MS-RequestId", "r-1");

      EmulatorRequest request = emulator.requests().get(0);
      assertThat(request.method()).isEqualTo("GET");
      assertThat(request.target()).isEqualTo("/v1/invoices?size=3");
      assertThat(request.path()).isEqualTo("/v1/invoices");
      assertThat(request.header("ms-requestid")).isEqualTo("r-1");
      assertThat(request.header("Authorization")).isEqualTo("Bearer " + emulator.token());
      assertThat(request.header("absent")).isNull();
    }
  }

  @Test
  void onlyTheLatestRequestsAreKept() {
    RequestLog log = new RequestLog();
    for (int i = 0; i < 10_005; i++) {
      log.add(request("/" + i));
    }

    assertThat(log.count()).isEqualTo(10_005);
    assertThat(log.requests()).hasSize(10_000);
    assertThat(log.requests().get(0).target()).isEqualTo("/5");
    assertThat(log.count("/9")).isEqualTo(1);
  }

  private static RecordedRequest request(String target) {
    HttpUrl url = HttpUrl.get("http://127.0.0.1" + target);
    return new RecordedRequest(
        0, 0, null, List.of(), "GET", target, "HTTP/1.1", url, Headers.of(), null, 0, null, null);
  }
}
