package io.partnercenter.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A status and a body, before the headers that all answers share. */
record Answer(int status, String contentType, WireBody body) {
  static final String JSON = "application/json; charset=utf-8";

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

  static Answer text(int status, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Answer(status, contentType, new WireBody(List.of(bytes)));
  }
}
