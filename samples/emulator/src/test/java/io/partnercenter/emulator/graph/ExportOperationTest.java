package io.partnercenter.emulator.graph;

import static io.partnercenter.emulator.testing.ExportClient.DOLLARS;
import static io.partnercenter.emulator.testing.ExportClient.RECONCILIATION;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED;
import static io.partnercenter.emulator.testing.ExportClient.USAGE;
import static io.partnercenter.emulator.testing.ExportClient.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.ResultForm;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.ExportClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ExportOperationTest {
  private static EmulatorBuilder small() {
    return Emulator.builder().rows(10).months(1);
  }

  @Test
  void anOperationIsNotReadyForTheGivenNumberOfRequests() throws IOException {
    try (Emulator emulator = small().exportPolls(3).start()) {
      ExportClient client = new ExportClient(emulator);
      String id = client.start(UNBILLED, DOLLARS);

      List<String> statuses = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Client.Reply reply = client.operation(id);
        statuses.add(reply.json().path("status").asText());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("Retry-After")).isEqualTo(i < 3 ? "1" : null);
      }

      assertThat(statuses)
          .containsExactly("notStarted", "running", "running", "succeeded", "succeeded");
    }
  }

  @Test
  void anOperationCanBeReadyAtOnce() throws IOException {
    try (Emulator emulator = small().exportPolls(0).start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode operation = client.operation(client.start(UNBILLED, DOLLARS)).json();

      assertThat(operation.path("status").asText()).isEqualTo("succeeded");
      assertThat(operation.path("@odata.type").asText()).endsWith(".exportSuccessOperation");
      assertThat(operation.path("createdDateTime").asText()).doesNotContain("Z");
      assertThat(operation.path("lastActionDateTime").asText()).matches(".*\\.\\d{7}Z");
    }
  }

  @Test
  void retryAfterAndStatusWhileRunningCanBeSet() throws IOException {
    try (Emulator silent =
        small().exports(e -> e.retryAfter(null).acceptedWhileRunning(true)).start()) {
      ExportClient client = new ExportClient(silent);
      Client.Reply reply = client.operation(client.start(UNBILLED, DOLLARS));

      assertThat(reply.status()).isEqualTo(202);
      assertThat(reply.headers().get("Retry-After")).isNull();
    }
  }

  @Test
  void theStatusOfASuccessCanBeSet() throws IOException {
    try (Emulator emulator = small().exports(e -> e.succeededAs("Completed")).start()) {
      JsonNode operation = new ExportClient(emulator).finished(UNBILLED, DOLLARS);

      assertThat(operation.path("status").asText()).isEqualTo("Completed");
    }
  }

  @Test
  void theResultHasFourForms() throws IOException {
    for (ResultForm form : ResultForm.values()) {
      try (Emulator emulator = small().exports(e -> e.resultForm(form)).start()) {
        ExportClient client = new ExportClient(emulator);
        JsonNode operation = client.finished(UNBILLED, DOLLARS);
        JsonNode location = operation.path("resourceLocation");
        JsonNode link = operation.path("resourceLocation@odata.navigationLink");

        boolean embedded = form == ResultForm.MANIFEST || form == ResultForm.MANIFEST_AND_LINK;
        assertThat(location.has("blobs")).isEqualTo(embedded);
        assertThat(link.isTextual())
            .isEqualTo(form == ResultForm.LINK || form == ResultForm.MANIFEST_AND_LINK);
        assertThat(location.isTextual()).isEqualTo(form == ResultForm.URL);
        if (embedded) continue;
        String url = form == ResultForm.URL ? location.asText() : link.asText();
        String manifestId = url.substring(url.lastIndexOf('/') + 1);
        assertThat(url).startsWith(emulator.graphUrl().toString());
        assertThat(manifestId).isNotEqualTo(operation.path("id").asText());
        assertThat(client.manifest(manifestId).json().path("blobs")).hasSize(2);
      }
    }
  }

  @Test
  void legacyInvoicesAreAcceptedAndFail() throws IOException {
    try (Emulator emulator = small().start()) {
      String legacy = emulator.tenant().legacyInvoices().get(0).id();
      JsonNode operation = new ExportClient(emulator).finished(RECONCILIATION, invoice(legacy));

      assertThat(operation.path("status").asText()).isEqualTo("failed");
      assertThat(operation.path("@odata.type").asText())
          .isEqualTo("#microsoft.graph.partners.billing.failedOperation");
      assertThat(operation.path("error").path("code").isTextual()).isTrue();
      assertThat(operation.path("error").path("code").asText()).isEqualTo("5000");
      assertThat(operation.path("error").path("message").asText())
          .isEqualTo(
              "No reconciliation data available currently for Invoice %s. Please try again later."
                  .formatted(legacy));
    }
  }

  @Test
  void anExportWithoutDataFails() throws IOException {
    String yen = "{\"billingPeriod\":\"last\",\"currencyCode\":\"JPY\"}";
    try (Emulator emulator = small().start()) {
      ExportClient client = new ExportClient(emulator);

      for (JsonNode operation :
          List.of(client.finished(USAGE, invoice("G000000000")), client.finished(UNBILLED, yen))) {
        assertThat(operation.path("status").asText()).isEqualTo("failed");
        assertThat(operation.path("error").path("message").asText()).isEqualTo("No data available");
      }
    }
  }

  @Test
  void operationsAndManifestsExpire() throws IOException {
    for (int status : List.of(404, 410)) {
      AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-10T08:00:00Z"));
      try (Emulator emulator =
          small()
              .clock(now::get)
              .exports(e -> e.life(Duration.ofHours(1)).expiredStatus(status))
              .start()) {
        ExportClient client = new ExportClient(emulator);
        JsonNode operation = client.finished(UNBILLED, DOLLARS);
        String manifestId = operation.path("resourceLocation").path("id").asText();

        now.set(now.get().plus(Duration.ofHours(1)));

        assertThat(client.operation(operation.path("id").asText()).status()).isEqualTo(status);
        assertThat(client.manifest(manifestId).status()).isEqualTo(status);
        assertThat(client.manifest(manifestId).json().path("error").has("code")).isTrue();
      }
    }
  }

  @Test
  void operationsAreNotManifests() throws IOException {
    try (Emulator emulator = small().start()) {
      ExportClient client = new ExportClient(emulator);
      String id = client.start(UNBILLED, DOLLARS);

      assertThat(client.manifest(id).status()).isEqualTo(404);
      assertThat(client.operation("0").status()).isEqualTo(404);
    }
  }
}
