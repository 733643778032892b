package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.ExportOperation;
import io.partnercenter.models.ExportStatus;
import java.io.IOException;
import java.time.OffsetDateTime;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the service says of an export under way.
 *
 * @param files there, if the service has put them in
 * @param manifestId else where they are named
 * @param unreadableRetryAfter says that {@code Retry-After} cannot be read, if that is so
 */
record OperationAnswer(
    ExportOperation operation,
    @Nullable SignedManifest files,
    @Nullable String manifestId,
    @Nullable String unreadableRetryAfter) {
  private static final ObjectReader TREE = Json.alone(JsonNode.class);
  private static final ObjectReader TIME = Json.MAPPER.readerFor(OffsetDateTime.class);

  /** The id of the operation that an export was answered with: of its address, or of its body. */
  static String startedId(Response response, long limit) throws IOException, UnreadableAnswer {
    String id = lastSegment(response.header("Location"));
    if (id != null) return checked(id);
    id = tree(Answer.json(response, limit)).path("id").asText("");
    if (!id.isBlank()) return checked(id);
    throw new UnreadableAnswer("answered without saying where the export can be asked for");
  }

  static OperationAnswer of(
      String id, Response response, @Nullable RetryAfter asked, boolean local, long limit)
      throws IOException, UnreadableAnswer {
    byte[] body = Answer.json(response, limit);
    JsonNode json = body.length == 0 ? Json.MAPPER.createObjectNode() : tree(body);
    JsonNode error = json.path("error");
    ExportOperation operation =
        new ExportOperation(
            id,
            status(json.path("status").asText(""), response.code()),
            time(json.path("createdDateTime")),
            time(json.path("lastActionDateTime")),
            asked == null ? null : asked.pause(),
            words(error.path("code")),
            words(error.path("message")));
    String unreadable = asked == null ? null : asked.problem();
    JsonNode location = json.path("resourceLocation");
    if (location.has("blobs")) {
      return new OperationAnswer(operation, SignedManifest.of(location, local), null, unreadable);
    }
    return new OperationAnswer(operation, null, manifestId(json, location), unreadable);
  }

  /** Of an answer that names no status, 202 says as much. */
  private static ExportStatus status(String text, int code) throws UnreadableAnswer {
    if (!text.isBlank()) return ExportStatus.of(text);
    if (code == 202) return ExportStatus.RUNNING;
    throw new UnreadableAnswer("answered without the status of the export");
  }

  /** A link beside the place, an address in it, or the id of what is named there. */
  private static @Nullable String manifestId(JsonNode json, JsonNode location)
      throws UnreadableAnswer {
    String id = lastSegment(text(json.path("resourceLocation@odata.navigationLink")));
    if (id == null) id = lastSegment(text(location));
    if (id == null) id = text(location.path("id"));
    return id == null ? null : checked(id);
  }

  /** An id becomes a segment of a path, where two dots would lead to another resource. */
  static String checked(String id) throws UnreadableAnswer {
    try {
      return Arguments.segment(id, "the id");
    } catch (IllegalArgumentException e) {
      throw new UnreadableAnswer("answered with an id that is none");
    }
  }

  /** Of an address only the id is taken; where it is asked for, the SDK knows itself. */
  private static @Nullable String lastSegment(@Nullable String address) {
    if (address == null) return null;
    HttpUrl url = HttpUrl.parse("https://host/").resolve(address.strip());
    if (url == null) return null;
    return url.pathSegments().stream()
        .filter(segment -> !segment.isBlank())
        .reduce((first, second) -> second)
        .orElse(null);
  }

  static JsonNode tree(byte[] body) throws IOException, UnreadableAnswer {
    return UnreadableAnswer.decoding(() -> TREE.readValue(body));
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.isValueNode() && !node.isNull() ? node.asText() : "";
    return text.isBlank() ? null : text;
  }

  /** What is said to people, who may show it to others. */
  private static @Nullable String words(JsonNode node) {
    String said = text(node);
    return said == null ? null : Redaction.redact(said);
  }

  /** For people only, so that one which cannot be read fails nothing. */
  private static @Nullable OffsetDateTime time(JsonNode node) throws IOException {
    if (!node.isTextual()) return null;
    try {
      return TIME.readValue(node);
    } catch (JacksonException e) {
      return null;
    }
  }
}
