package io.partnercenter.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.testing.Client;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeterminismTest {
  @Test
  void theSameSeedMakesTheSameBytes() throws IOException {
    try (Emulator one = Emulator.builder().seed(11).rows(300).start();
        Emulator other = Emulator.builder().seed(11).rows(300).cacheBytes(0).start()) {
      for (String target : targets(one)) {
        assertThat(new Client(other).get(target).body())
            .isEqualTo(new Client(one).get(target).body());
      }
    }
  }

  @Test
  void anotherSeedMakesAnotherTenant() throws IOException {
    try (Emulator one = Emulator.builder().seed(11).rows(30).start();
        Emulator other = Emulator.builder().seed(12).rows(30).start()) {
      assertThat(new Client(other).get("/v1/invoices").body())
          .isNotEqualTo(new Client(one).get("/v1/invoices").body());
    }
  }

  @Test
  void aRowDoesNotDependOnThePageSize() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(100).start()) {
      Client client = new Client(emulator);
      String lines = targets(emulator).get(3);

      assertThat(client.get(lines + "&size=100").json().path("items").path(70))
          .isEqualTo(client.get(lines + "&size=1&offset=70").json().path("items").path(0));
    }
  }

  @Test
  void aCachedPageIsEqualToTheFirstOne() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(2_000).start()) {
      Client client = new Client(emulator);
      String lines = targets(emulator).get(3);

      assertThat(client.get(lines).body()).isEqualTo(client.get(lines).body());
    }
  }

  private static List<String> targets(Emulator emulator) {
    String legacy = emulator.tenant().legacyInvoices().get(0).id();
    return List.of(
        "/v1/invoices/summaries",
        "/v1/invoices",
        "/v1/invoices/unbilled/lineitems?provider=onetime&invoicelineitemtype=usagelineitems"
            + "&currencycode=chf&period=current",
        "/v1/invoices/"
            + legacy
            + "/lineitems?provider=office&invoicelineitemtype=billinglineitems");
  }
}
