package io.partnercenter.emulator.graph;

import static io.partnercenter.emulator.testing.ExportClient.DOLLARS;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.ExportClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageServiceTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-10T08:00:00Z"));
  private final Emulator emulator =
      Emulator.builder().rows(20).clock(now::get).exports(e -> e.members(3)).start();
  private final ExportClient client = new ExportClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aFileIsServedForItsSasToken() throws IOException {
    Client.Reply reply = client.blob(manifest(), 0);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.bytes()).startsWith(0x1f, 0x8b);
    assertThat(reply.headers().get("Content-Length")).isEqualTo("" + reply.bytes().length);
    assertThat(reply.headers().get("Accept-Ranges")).isEqualTo("bytes");
    assertThat(reply.headers().get("ETag")).startsWith("\"0x8D");
    assertThat(reply.headers().get("Content-Encoding")).isNull();
  }

  @Test
  void aBearerTokenIsRefusedAndCounted() throws IOException {
    String url = ExportClient.url(manifest(), 0);

    Client.Reply reply = client.get(url, "Authorization", "Bearer " + emulator.token());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.headers().get("x-ms-error-code")).isEqualTo("InvalidAuthenticationInfo");
    assertThat(emulator.blobRequestsWithAuthorization()).isEqualTo(1);
    assertThat(client.get(url).status()).isEqualTo(200);
    assertThat(emulator.blobRequestsWithAuthorization()).isEqualTo(1);
  }

  @Test
  void aWrongSasTokenIsRefused() throws IOException {
    JsonNode manifest = manifest();
    JsonNode other = manifest();
    String url = ExportClient.url(manifest, 0);

    refused(url.substring(0, url.indexOf('?')));
    refused(url.replace("sp=rl", "sp=rw"));
    refused(url.substring(0, url.indexOf("&sig=")));
    refused(url.replace("%3A", "%253A"));
    refused(url.replace(manifest.path("sasToken").asText(), other.path("sasToken").asText()));
  }

  private void refused(String url) throws IOException {
    Client.Reply reply = client.get(url);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.headers().get("x-ms-error-code")).isEqualTo("AuthenticationFailed");
    assertThat(reply.headers().get("Content-Type")).isEqualTo("application/xml");
    assertThat(reply.body()).contains("<Error><Code>AuthenticationFailed</Code><Message>");
  }

  @Test
  void aSasTokenExpiresAfterAnHourAndCanBeRenewed() throws IOException {
    JsonNode manifest = manifest();
    now.set(now.get().plus(Duration.ofMinutes(59)));
    assertThat(client.blob(manifest, 0).status()).isEqualTo(200);

    now.set(now.get().plus(Duration.ofMinutes(1)));

    refused(ExportClient.url(manifest, 0));
    JsonNode renewed = client.manifest(manifest.path("id").asText()).json();
    assertThat(client.blob(renewed, 0).status()).isEqualTo(200);
  }

  @Test
  void otherFilesAreNotFound() throws IOException {
    String url = ExportClient.url(manifest(), 0);

    assertThat(client.get(url.replace("part-00000", "part-00009")).status()).isEqualTo(404);
  }

  @Test
  void anyRangeOfAFileIsServed() throws IOException {
    JsonNode manifest = manifest();
    byte[] whole = client.blob(manifest, 0).bytes();

    for (int first : new int[] {0, 1, 10, whole.length / 2, whole.length - 1}) {
      Client.Reply reply = client.blob(manifest, 0, "Range", "bytes=" + first + "-");

      assertThat(reply.status()).isEqualTo(206);
      assertThat(reply.bytes()).isEqualTo(Arrays.copyOfRange(whole, first, whole.length));
      assertThat(reply.headers().get("Content-Range"))
          .isEqualTo("bytes %d-%d/%d".formatted(first, whole.length - 1, whole.length));
    }
    assertThat(client.blob(manifest, 0, "Range", "bytes=5-9").bytes())
        .isEqualTo(Arrays.copyOfRange(whole, 5, 10));
    Client.Reply beyond = client.blob(manifest, 0, "Range", "bytes=" + whole.length + "-");
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.headers().get("Content-Range")).isEqualTo("bytes */" + whole.length);
  }

  @Test
  void ifMatchFailsAfterANewVersion() throws IOException {
    JsonNode manifest = manifest();
    String eTag = String.valueOf(client.blob(manifest, 0).headers().get("ETag"));
    assertThat(client.blob(manifest, 0, "If-Match", eTag).status()).isEqualTo(200);

    emulator.newDataVersion();

    Client.Reply reply = client.blob(manifest, 0, "If-Match", eTag, "Range", "bytes=9-");
    assertThat(reply.status()).isEqualTo(412);
    assertThat(reply.headers().get("x-ms-error-code")).isEqualTo("ConditionNotMet");
    assertThat(client.blob(manifest, 0).headers().get("ETag")).isNotEqualTo(eTag);
  }

  @Test
  void aFileCanHaveAContentEncoding() throws IOException {
    try (Emulator encoding = Emulator.builder().exports(e -> e.contentEncoding(true)).start()) {
      ExportClient reader = new ExportClient(encoding);
      Client.Reply reply = reader.blob(reader.export(UNBILLED, DOLLARS), 0);

      assertThat(reply.headers().get("Content-Encoding")).isEqualTo("gzip");
      assertThat(reply.bytes()).startsWith(0x1f, 0x8b);
    }
  }

  private JsonNode manifest() throws IOException {
    return client.export(UNBILLED, DOLLARS);
  }
}
