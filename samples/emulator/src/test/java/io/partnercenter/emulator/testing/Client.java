package io.partnercenter.emulator.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnercenter.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** An HTTP client that can follow pages. */
public final class Client {
  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).followRedirects(false).build();
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Emulator emulator;

  /** A response with its whole body. */
  public record Reply(int status, Headers headers, byte[] bytes) {
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Client(Emulator emulator) {
    this.emulator = emulator;
  }

  public Reply get(String target, String... headers) throws IOException {
    return send(request(target, headers).build());
  }

  public Request.Builder request(String target, String... headers) {
    return new Request.Builder()
        .url(emulator.baseUrl() + target)
        .headers(Headers.of(headers).newBuilder().add("Authorization", bearer()).build());
  }

  public Reply send(Request request) throws IOException {
    try (Response response = HTTP.newCall(request).execute()) {
      return new Reply(response.code(), response.headers(), response.body().bytes());
    }
  }

  public String bearer() {
    return "Bearer " + emulator.token();
  }

  /** Returns all pages of a query, following tokens in the link's headers or beside the links. */
  public List<JsonNode> seek(String target) throws IOException {
    List<JsonNode> pages = new ArrayList<>();
    pages.add(get(target).json());
    for (String token = token(pages.get(0)); token != null; token = token(last(pages))) {
      pages.add(get(target + "&seekOperation=Next", "MS-ContinuationToken", token).json());
    }
    return pages;
  }

  /** Returns all pages of a query by offset. */
  public List<JsonNode> byOffset(String target, int size) throws IOException {
    List<JsonNode> pages = new ArrayList<>();
    do {
      pages.add(get(target + "&size=" + size + "&offset=" + pages.size() * size).json());
    } while (last(pages).path("links").has("next"));
    return pages;
  }

  public static Stream<JsonNode> rows(List<JsonNode> pages) {
    return pages.stream().flatMap(page -> items(page).stream());
  }

  public static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.path("items").forEach(items::add);
    return items;
  }

  public static @Nullable String token(JsonNode page) {
    JsonNode next = page.path("links").path("next");
    if (next.isMissingNode()) return null;
    JsonNode header = next.path("headers").path(0).path("value");
    return header.isMissingNode() ? page.path("continuationToken").textValue() : header.textValue();
  }

  private static JsonNode last(List<JsonNode> pages) {
    return pages.get(pages.size() - 1);
  }
}
