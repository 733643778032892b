package io.partnercenter.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A status, a body and the headers of its own, before those that all answers share. */
record Answer(int status, String contentType, WireBody body, Map<String, String> headers) {
  static final String JSON = "application/json; charset=utf-8";

  Answer(int status, String contentType, WireBody body) {
    this(status, contentType, body, Map.of());
  }

  static Answer ok(Consumer<JsonOut> content) {
    return json(200, content);
  }

  static Answer ok(List<byte[]> parts) {
    return new Answer(200, JSON, new WireBody(parts));
  }

  static Answer json(int status, Consumer<JsonOut> content) {
    return new Answer(status, JSON, new WireBody(List.of(JsonOut.bytes(content))));
  }

  /** The service's own way to refuse. */
  static Answer fault(int status, String code, String description) {
    return json(
        status,
        json ->
            json.begin()
                .text("code", code)
                .text("description", description)
                .texts("data", List.of())
                .text("source", "PartnerApiServiceCore")
                .end());
  }

  Answer with(String name, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(name, value);
    return new Answer(status, contentType, body, all);
  }

  static Answer text(int status, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Answer(status, contentType, new WireBody(List.of(bytes)));
  }
}
