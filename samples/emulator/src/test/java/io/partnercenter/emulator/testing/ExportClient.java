package io.partnercenter.emulator.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnercenter.emulator.Emulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A client that exports, polls without pauses, and downloads. */
public final class ExportClient {
  public static final String RECONCILIATION = "/reconciliation/billed/export";
  public static final String UNBILLED = "/reconciliation/unbilled/export";
  public static final String USAGE = "/usage/billed/export";
  public static final String UNBILLED_USAGE = "/usage/unbilled/export";
  public static final String DOLLARS = "{\"billingPeriod\":\"current\",\"currencyCode\":\"USD\"}";

  private static final String BILLING = "/graph/v1.0/reports/partners/billing";
  private static final MediaType MEDIA_TYPE = MediaType.get("application/json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Client client;

  public ExportClient(Emulator emulator) {
    this.client = new Client(emulator);
  }

  public Client.Reply post(String action, String body, String... headers) throws IOException {
    return client.send(
        client
            .request(BILLING + action, headers)
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MEDIA_TYPE))
            .build());
  }

  public static String invoice(String id) {
    return "{\"invoiceId\":\"" + id + "\",\"attributeSet\":\"full\"}";
  }

  /** Starts an export and returns the id of its operation. */
  public String start(String action, String body) throws IOException {
    String location = String.valueOf(post(action, body).headers().get("Location"));
    return location.substring(location.lastIndexOf('/') + 1);
  }

  public Client.Reply operation(String id) throws IOException {
    return client.get(BILLING + "/operations/" + id);
  }

  public Client.Reply manifest(String id) throws IOException {
    return client.get(BILLING + "/manifests/" + id);
  }

  /** Starts an export and returns the operation once it has ended. */
  public JsonNode finished(String action, String body) throws IOException {
    String id = start(action, body);
    while (true) {
      JsonNode operation = operation(id).json();
      String status = operation.path("status").asText();
      if (!status.equals("notStarted") && !status.equals("running")) return operation;
    }
  }

  /** Starts an export and returns the manifest in the operation. */
  public JsonNode export(String action, String body) throws IOException {
    return finished(action, body).path("resourceLocation");
  }

  public static String url(JsonNode manifest, int blob) {
    return manifest.path("rootDirectory").asText()
        + "/"
        + manifest.path("blobs").path(blob).path("name").asText()
        + "?"
        + manifest.path("sasToken").asText();
  }

  public Client.Reply blob(JsonNode manifest, int blob, String... headers) throws IOException {
    return get(url(manifest, blob), headers);
  }

  /** Sends a request without a token. */
  public Client.Reply get(String url, String... headers) throws IOException {
    // Without this header OkHttp would decompress the bytes.
    Headers plain = Headers.of(headers).newBuilder().add("Accept-Encoding", "identity").build();
    return client.send(new Request.Builder().url(url).headers(plain).build());
  }

  /** Returns the lines of all blobs, unparsed. */
  public List<String> lines(JsonNode manifest) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < manifest.path("blobs").size(); i++) {
      text(blob(manifest, i).bytes()).lines().forEach(lines::add);
    }
    return lines;
  }

  public List<JsonNode> rows(JsonNode manifest) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : lines(manifest)) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  public static String text(byte[] gzip) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
