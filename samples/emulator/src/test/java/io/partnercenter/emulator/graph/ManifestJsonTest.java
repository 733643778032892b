package io.partnercenter.emulator.graph;

import static io.partnercenter.emulator.testing.ExportClient.DOLLARS;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.ExportClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManifestJsonTest {
  @Test
  void aManifestHasTheUrlsOfItsFiles() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(10).exportBlobs(3).start()) {
      JsonNode manifest = new ExportClient(emulator).export(UNBILLED, DOLLARS);

      assertThat(manifest.path("blobCount").asInt()).isEqualTo(3);
      assertThat(manifest.path("blobs")).hasSize(3);
      assertThat(manifest.path("rootDirectory").asText())
          .startsWith(emulator.baseUrl() + "/blobs/")
          .doesNotEndWith("/");
      assertThat(manifest.path("sasToken").asText())
          .doesNotStartWith("?")
          .contains("se=", "%3A", "sig=");
      assertThat(manifest.path("partnerTenantId").asText()).isEqualTo(emulator.tenantId());
      assertThat(manifest.path("dataFormat").asText()).isEqualTo("compressedJSON");
      JsonNode blob = manifest.path("blobs").path(2);
      assertThat(blob.path("name").asText()).matches("part-00002-[-0-9a-f]{36}\\.c000\\.json\\.gz");
      assertThat(blob.path("partitionValue").asText()).isEqualTo("default");
      assertThat(blob.has("sizeInBytes") || blob.has("itemCount")).isFalse();
    }
  }

  @Test
  void everyRequestGetsANewSasToken() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(10).start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode first = client.export(UNBILLED, DOLLARS);
      JsonNode second = client.manifest(first.path("id").asText()).json();

      assertThat(second.path("sasToken")).isNotEqualTo(first.path("sasToken"));
      assertThat(second.path("eTag")).isEqualTo(first.path("eTag"));
      assertThat(second.path("blobs")).isEqualTo(first.path("blobs"));
      assertThat(client.blob(first, 0).bytes()).isEqualTo(client.blob(second, 0).bytes());
    }
  }

  @Test
  void sizesAndCountsAreRight() throws IOException {
    try (Emulator emulator =
        Emulator.builder()
            .rows(11)
            .exportBlobs(3)
            .exports(e -> e.sizesAndCounts(true).members(2))
            .start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode manifest = client.export(UNBILLED, DOLLARS);

      int lines = 0;
      for (int i = 0; i < 3; i++) {
        JsonNode blob = manifest.path("blobs").path(i);
        byte[] bytes = client.blob(manifest, i).bytes();
        assertThat(bytes).hasSize(blob.path("sizeInBytes").asInt());
        assertThat(ExportClient.text(bytes).lines()).hasSize(blob.path("itemCount").asInt());
        lines += blob.path("itemCount").asInt();
      }
      assertThat(lines).isEqualTo(11);
    }
  }

  @Test
  void onlyFilesOfOneVersionAreComplete() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(10).start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode before = client.export(UNBILLED, DOLLARS);
      String half = ExportClient.text(client.blob(before, 0).bytes());

      emulator.newDataVersion();

      JsonNode after = client.manifest(before.path("id").asText()).json();
      assertThat(after.path("eTag")).isNotEqualTo(before.path("eTag"));
      assertThat(client.rows(after)).hasSize(10).doesNotHaveDuplicates();
      assertThat(ExportClient.text(client.blob(after, 1).bytes())).isEqualTo(half);
    }
  }

  @Test
  void urlsCanHaveExtraCharacters() throws IOException {
    try (Emulator emulator = Emulator.builder().rows(10).exports(e -> e.untidyUrls(true)).start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode manifest = client.export(UNBILLED, DOLLARS);

      assertThat(manifest.path("rootDirectory").asText()).endsWith("/");
      assertThat(manifest.path("sasToken").asText()).startsWith("?");
      String url = ExportClient.url(manifest, 0);
      assertThat(client.get(url).status()).isEqualTo(403);
      assertThat(client.get(url.replace("//part", "/part").replace("??", "?")).status())
          .isEqualTo(200);
    }
  }

  @Test
  void theSameSeedGivesTheSameExport() throws IOException {
    String first = ids(3);

    assertThat(ids(3)).isEqualTo(first);
    assertThat(ids(4)).isNotEqualTo(first);
  }

  private static String ids(long seed) throws IOException {
    try (Emulator emulator = Emulator.builder().seed(seed).rows(10).start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode manifest = client.export(UNBILLED, DOLLARS);
      return manifest.path("id").asText() + manifest.path("blobs") + client.lines(manifest);
    }
  }
}
