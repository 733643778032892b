package io.partnercenter.emulator.faults;

import static io.partnercenter.emulator.testing.ExportClient.DOLLARS;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.testing.Client;
import io.partnercenter.emulator.testing.ExportClient;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFaultTest {
  private final Emulator emulator = Emulator.builder().rows(20).months(1).start();
  private final ExportClient client = new ExportClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aFaultMakesAnExportFail() throws IOException {
    emulator.inject(Fault.failedExport());

    JsonNode operation = client.finished(UNBILLED, DOLLARS);

    assertThat(operation.path("status").asText()).isEqualTo("failed");
    assertThat(operation.path("error").path("code").asText()).isEqualTo("5000");
    assertThat(operation.path("error").path("message").asText()).isEqualTo("No data available");
    assertThat(client.export(UNBILLED, DOLLARS).has("blobs")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 503})
  void errorsOfGraphHaveItsForm(int status) throws IOException {
    emulator.inject(
        Fault.status(status, Duration.ofSeconds(3)).on("/export"),
        Fault.status(status).on("/operations/"));

    Client.Reply reply = client.post(UNBILLED, DOLLARS);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.headers().get("Retry-After")).isEqualTo("3");
    assertThat(reply.json().path("error").path("code").asText()).isNotBlank();
    assertThat(client.operation("1").status()).isEqualTo(status);
  }

  @Test
  void errorsOfTheStorageHaveItsForm() throws IOException {
    JsonNode manifest = client.export(UNBILLED, DOLLARS);
    emulator.inject(Fault.statuses(403, 500, 503, 502).on("/blobs/"));

    for (int status : List.of(403, 500, 503)) {
      Client.Reply reply = client.blob(manifest, 0);
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.headers().get("x-ms-error-code")).isNotBlank();
      assertThat(reply.body()).contains("<Error><Code>");
    }
    assertThat(client.blob(manifest, 0).body()).contains("<html>");
  }

  @Test
  void networkFaultsAffectFiles() throws IOException {
    JsonNode manifest = client.export(UNBILLED, DOLLARS);
    byte[] whole = client.blob(manifest, 0).bytes();

    emulator.inject(Fault.cutBody(500).on("/blobs/"), Fault.disconnect().on("/blobs/"));
    assertThatThrownBy(() -> client.blob(manifest, 0)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.blob(manifest, 0)).isInstanceOf(IOException.class);
    emulator.inject(Fault.cutBody(5).on("/blobs/"));
    assertThatThrownBy(() -> client.blob(manifest, 0, "Range", "bytes=9-"))
        .isInstanceOf(IOException.class);
    emulator.inject(Fault.html().on("/blobs/"), Fault.slowBody(500, Duration.ofMillis(1)));
    assertThat(client.blob(manifest, 0).body()).startsWith("<html>");
    assertThat(client.blob(manifest, 0).bytes()).isEqualTo(whole);
  }

  @Test
  void aFileStalls() throws IOException {
    JsonNode manifest = client.export(UNBILLED, DOLLARS);
    emulator.inject(Fault.stall().on("/blobs/"));
    OkHttpClient hasty = new OkHttpClient.Builder().callTimeout(100, TimeUnit.MILLISECONDS).build();
    Request request = new Request.Builder().url(ExportClient.url(manifest, 0)).build();

    assertThatThrownBy(() -> hasty.newCall(request).execute()).isInstanceOf(IOException.class);
  }

  @Test
  void aTruncatedFileHasAMatchingContentLength() throws IOException {
    JsonNode manifest = client.export(UNBILLED, DOLLARS);
    emulator.inject(Fault.truncatedFile(700));

    Client.Reply reply = client.blob(manifest, 0);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("Content-Length")).isEqualTo("700");
    assertThatThrownBy(() -> ExportClient.text(reply.bytes())).isInstanceOf(EOFException.class);
  }

  @Test
  void theBlobCountCanBeWrong() throws IOException {
    JsonNode manifest = flawed(ExportFlaw.WRONG_BLOB_COUNT);

    assertThat(manifest.path("blobs")).hasSize(2);
    assertThat(manifest.path("blobCount").asInt()).isEqualTo(3);
    String id = manifest.path("id").asText();
    assertThat(client.manifest(id).json().path("blobCount").asInt()).isEqualTo(3);
  }

  @Test
  void sizesAndItemCountsCanBeWrong() throws IOException {
    JsonNode sizes = flawed(ExportFlaw.WRONG_SIZES);
    JsonNode counts = flawed(ExportFlaw.WRONG_ITEM_COUNTS);

    assertThat(client.blob(sizes, 1).bytes().length)
        .isNotEqualTo(sizes.path("blobs").path(1).path("sizeInBytes").asInt());
    assertThat(counts.path("blobs").path(1).path("itemCount").asInt()).isEqualTo(11);
    assertThat(client.lines(counts)).hasSize(20);
  }

  @Test
  void anExportCanBeEmptyInFourWays() throws IOException {
    assertThat(flawed(ExportFlaw.NO_BLOBS).path("blobs")).isEmpty();
    JsonNode noRows = flawed(ExportFlaw.NO_ROWS);
    assertThat(noRows.path("blobCount").asInt()).isEqualTo(2);
    assertThat(client.lines(noRows)).isEmpty();
    assertThat(client.lines(flawed(ExportFlaw.EMPTY_LINE))).containsExactly("", "");
    emulator.inject(Fault.reply(204, "text/plain", "").on("/blobs/"));
    assertThat(client.blob(noRows, 0).bytes()).isEmpty();
  }

  @Test
  void aLineCanBeHuge() throws IOException {
    List<String> lines = client.lines(flawed(ExportFlaw.HUGE_LINE));

    assertThat(lines).hasSize(21);
    assertThat(lines.get(0).length()).isGreaterThan(10 << 20);
  }

  @Test
  void aSasTokenIsUsedUp() throws IOException {
    JsonNode manifest = client.export(UNBILLED, DOLLARS);
    emulator.inject(Fault.sasLife(3));

    assertThat(statuses(manifest, 5)).containsExactly(200, 200, 200, 403, 403);
    JsonNode renewed = client.manifest(manifest.path("id").asText()).json();
    assertThat(statuses(renewed, 4)).containsExactly(200, 200, 200, 403);
    emulator.clearFaults();
    assertThat(statuses(renewed, 4)).containsOnly(200);
  }

  @Test
  void theDataIsRenewedBetweenTwoRequests() throws IOException {
    JsonNode manifest = client.export(UNBILLED, DOLLARS);
    String eTag = String.valueOf(client.blob(manifest, 1).headers().get("ETag"));
    emulator.inject(Fault.newDataVersion().after(1));

    assertThat(client.blob(manifest, 1, "If-Match", eTag).status()).isEqualTo(200);
    assertThat(client.blob(manifest, 1, "If-Match", eTag).status()).isEqualTo(412);
    assertThat(client.manifest(manifest.path("id").asText()).json().path("eTag"))
        .isNotEqualTo(manifest.path("eTag"));
  }

  private JsonNode flawed(ExportFlaw flaw) throws IOException {
    emulator.inject(Fault.flawedExport(flaw));
    return client.export(UNBILLED, DOLLARS);
  }

  private List<Integer> statuses(JsonNode manifest, int requests) throws IOException {
    int[] statuses = new int[requests];
    for (int i = 0; i < requests; i++) {
      statuses[i] = client.blob(manifest, 0).status();
    }
    return IntStream.of(statuses).boxed().toList();
  }
}
