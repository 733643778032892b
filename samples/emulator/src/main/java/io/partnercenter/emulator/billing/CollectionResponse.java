package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The response with a collection. */
final class CollectionResponse {
  private CollectionResponse() {}

  /**
   * Returns a response around the items, which are not copied.
   *
   * @param totalCount a number that clients cannot rely on, as in the service
   * @param items JSON objects separated by commas
   * @param fields writes the fields between the items and the attributes
   */
  static Response of(long totalCount, byte[] items, Consumer<JsonWriter> fields) {
    byte[] head = utf8("{\"totalCount\":" + totalCount + ",\"items\":[");
    byte[] tail =
        JsonWriter.bytes(
            json -> {
              fields.accept(json.begin());
              json.attributes("Collection").end();
            });
    tail[0] = ','; // The tail continues the object that the head began.
    return Response.ok(List.of(head, items, utf8("]"), tail));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
