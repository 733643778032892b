package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.PartnerServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an operation that is done to the files. */
class ManifestTest {
  private final ExportServer server = new ExportServer().rows(1, 3);
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  private RunningExport<ReconciliationRecord> started() {
    return partner.exports().billedReconciliation("G000024135").start();
  }

  private enum Place {
    LINK("\"resourceLocation@odata.navigationLink\":\"%s/manifests/m-1\""),
    TEXT("\"resourceLocation\":\"%s/manifests/m-1\""),
    ID("\"resourceLocation\":{\"id\":\"m-1\"}"),
    FOREIGN("\"resourceLocation\":\"https://evil.example/v1.0/manifests/m-1\"");

    private final String json;

    Place(String json) {
      this.json = json;
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  @DisplayName("C47: wherever the manifest is said to be, it is asked for at Graph")
  void theManifestIsFoundHoweverItIsNamed(Place place) {
    String billing = server.graphUrl() + "/reports/partners/billing";
    server.location = manifest -> place.json.formatted(billing);

    ExportManifest manifest = started().await();

    assertThat(manifest.blobs()).hasSize(1);
    assertThat(server.requests("/manifests/m-1")).hasSize(1);
  }

  @Test
  void whoIsDoneWithoutSayingWhereIsNotUnderstood() {
    server.location = manifest -> "\"resourceLocation\":null";

    assertThatThrownBy(() -> started().await())
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("does not say where the files are");
  }

  @Test
  void aManifestThatMissesFilesIsNotUnderstood() {
    server.blobCount = 2;

    assertThatThrownBy(() -> started().await())
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("2 files that names 1");
  }

  @Test
  void aNumberBeyondAllBoundsIsNotUnderstood() {
    server.location = manifest -> "\"news\":1e99999999999,\"resourceLocation\":" + manifest;

    assertThatThrownBy(() -> started().await())
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("beyond all bounds");
  }

  @Test
  void whatIsNoManifestIsNotTakenForOneWithoutFiles() {
    server.location = manifest -> "\"resourceLocation\":{\"id\":\"m-1\"}";
    server.instead =
        request ->
            request.getTarget().contains("/manifests/")
                ? PartnerServer.json(200, "{\"id\":\"m-1\"}").build()
                : null;

    assertThatThrownBy(() -> started().await())
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("does not name its files");
  }

  @Test
  void anExportWithoutFilesHasNoRows() {
    try (ExportServer empty = new ExportServer();
        Stream<?> rows = empty.partner().exports().billedUsage("G1").stream()) {
      assertThat(rows).isEmpty();
    }
  }
}
