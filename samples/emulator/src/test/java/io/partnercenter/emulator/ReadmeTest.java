package io.partnercenter.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs what the README of this module shows. */
final class ReadmeTest {
  @Test
  void aFaultIsMetAndTheAnswerIsRight() throws Exception {
    try (Emulator emulator = Emulator.builder().seed(7).rows(5_000).start()) {
      emulator.inject(Fault.statuses(500));
      HttpRequest request =
          HttpRequest.newBuilder(emulator.baseUrl().resolve("/v1/invoices/summary"))
              .header("Authorization", "Bearer " + emulator.token())
              .build();

      HttpClient client = HttpClient.newHttpClient();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(500);
      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .contains(emulator.tenant().balance("USD").toPlainString());
    }
  }

  @Test
  void exportsCanBeShaped() {
    try (Emulator emulator =
        Emulator.builder()
            .exportPolls(2)
            .exportBlobs(40)
            .exportRows(125_000)
            .exports(
                options ->
                    options
                        .resultForm(ResultForm.LINK)
                        .camelCaseKeys(true)
                        .members(3)
                        .sasLife(Duration.ofMinutes(5)))
            .start()) {
      assertThat(emulator.graphUrl()).hasPath("/graph/v1.0");
    }
  }
}
