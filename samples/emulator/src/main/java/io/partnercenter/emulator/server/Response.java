package io.partnercenter.emulator.server;

import io.partnercenter.emulator.support.CompositeBody;
import io.partnercenter.emulator.support.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A response, without the headers that {@link ResponseHeaders} adds to all responses. */
public record Response(
    int status, String contentType, CompositeBody body, Map<String, String> headers) {
  public static final String JSON = "application/json; charset=utf-8";

  public Response(int status, String contentType, CompositeBody body) {
    this(status, contentType, body, Map.of());
  }

  public static Response ok(Consumer<JsonWriter> content) {
    return json(200, content);
  }

  public static Response ok(List<byte[]> parts) {
    return new Response(200, JSON, new CompositeBody(parts));
  }

  public static Response json(int status, Consumer<JsonWriter> content) {
    return new Response(status, JSON, new CompositeBody(List.of(JsonWriter.bytes(content))));
  }

  /** Returns a copy with one more header. */
  public Response with(String name, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(name, value);
    return new Response(status, contentType, body, all);
  }

  public static Response text(int status, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Response(status, contentType, new CompositeBody(List.of(bytes)));
  }
}
