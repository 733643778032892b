package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.PartnerServer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New data that comes while the old is being read. */
class OneVersionTest {
  private final ExportServer server = new ExportServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void dataThatChangesWhileItIsReadIsNotMixed() {
    server.rows(1, 3).rows(4, 6);
    server.requestsPerSignature = 1;
    try (Stream<ReconciliationRecord> rows =
        server
            .partner()
            .exports()
            .billedReconciliation("G1")
            .with(ExportOptions.defaults().parallelBlobs(1))
            .stream()) {
      Iterator<ReconciliationRecord> all = rows.iterator();
      assertThat(all.next().skuName()).startsWith("row 1,");
      server.eTag = "data-2";

      PartnerExportException failure =
          catchThrowableOfType(PartnerExportException.class, () -> all.forEachRemaining(row -> {}));

      assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
    }
  }

  @Test
  void filesOfTwoVersionsAreNotTakenForOne() {
    for (int file = 0; file < 4; file++) server.rows(file * 10, file * 10 + 9);
    server.instead =
        request -> {
          if (request.getTarget().contains("part-3")) server.eTag = "data-2";
          return null;
        };

    PartnerExportException failure =
        catchThrowableOfType(
            PartnerExportException.class, () -> ExportServer.read(server.partner(), 1));

    assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
  }

  @Test
  void filesInAnotherOrderAreTheSame() {
    server.rows(1, 3).rows(4, 6);
    server.instead =
        request -> {
          if (!request.getTarget().contains("/manifests/")) return null;
          String other =
              ("{\"id\":\"m-1\",\"eTag\":\"data-1\",\"rootDirectory\":\"%s\",\"blobs\":"
                      + "[{\"name\":\"part-1.json.gz\"},{\"name\":\"part-0.json.gz\"}]}")
                  .formatted(server.storage());
          return PartnerServer.json(200, other).build();
        };

    assertThat(ExportServer.read(server.partner(), 1)).hasSize(6);
    assertThat(server.requests("/manifests/")).hasSize(1);
  }

  @Test
  void filesThatOnlyOneOfTwoAnswersSaysTheTypeOfAreTheSame() {
    server.rows(1, 3).rows(4, 6);
    server.instead =
        request -> {
          if (request.getTarget().contains("/manifests/")) {
            server.blobExtras = ",\"@odata.type\":\"#microsoft.graph.partners.billing.blob\"";
          }
          return null;
        };

    assertThat(ExportServer.read(server.partner(), 1)).hasSize(6);
    assertThat(server.requests("/manifests/")).hasSize(1);
  }

  @Test
  void aFileThatChangesWhileItIsReadIsNotMixed() {
    server.rows(1, 50);
    server.cut(List.of(20));
    List<RecordedRequest> asked = new ArrayList<>();
    server.instead =
        request -> {
          if (request.getTarget().startsWith("/storage")) asked.add(request);
          return asked.size() == 2 ? new MockResponse.Builder().code(412).build() : null;
        };

    PartnerExportException failure =
        catchThrowableOfType(
            PartnerExportException.class, () -> ExportServer.read(server.partner(), 1));

    assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
  }
}
