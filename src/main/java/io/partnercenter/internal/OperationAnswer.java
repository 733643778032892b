package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.ExportOperation;
import io.partnercenter.models.ExportStatus;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the service says of an export under way.
 *
 * @param files their manifest, or its first page, if the service has put it in
 * @param manifest else the path of their manifest, below that of all billing reports; null too
 *     while there is none
 * @param unreadableRetryAfter says that {@code Retry-After} cannot be read, if that is so
 */
record OperationAnswer(
    ExportOperation operation,
    @Nullable PagedManifest files,
    @Nullable List<String> manifest,
    @Nullable String unreadableRetryAfter) {
  private static final ObjectReader TREE = Json.alone(JsonNode.class);
  private static final ObjectReader TIME = Json.MAPPER.readerFor(OffsetDateTime.class);

  /** Where a manifest's address may stand within the object that is in its place. */
  private static final List<String> LINKS =
      List.of("@odata.id", "@odata.readLink", "@odata.editLink");

  /** The id of the operation that an export was answered with: of its address, or of its body. */
  static String startedId(Response response, long limit) throws IOException, UnreadableAnswer {
    List<ResourceAddress> addresses = new ArrayList<>();
    add(addresses, response.header("Location"));
    add(addresses, response.header("Operation-Location")); // The retired beta had that one.
    String id = idIn(addresses, ResourceAddress.OPERATIONS);
    if (id != null) return checked(id);
    byte[] body = Answer.json(response, limit);
    JsonNode json = body.length == 0 ? Json.MAPPER.createObjectNode() : tree(body);
    id = text(json.path("id"));
    if (id != null) return checked(id);
    add(addresses, text(json.path("@odata.id")));
    id = idIn(addresses, ResourceAddress.OPERATIONS);
    if (id != null) return checked(id);
    if (!addresses.isEmpty()) throw addresses.get(0).withoutId();
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
    if (!operation.status().equals(ExportStatus.SUCCEEDED)) {
      return new OperationAnswer(operation, null, null, unreadable);
    }
    JsonNode location = json.path(ResourceAddress.RESULT);
    if (location.has("blobs")) {
      return new OperationAnswer(operation, PagedManifest.of(location, local), null, unreadable);
    }
    return new OperationAnswer(operation, null, manifest(id, json, location), unreadable);
  }

  /** The same without secrets in what the service says to people. */
  OperationAnswer redacted(Redactor redactor) {
    return new OperationAnswer(
        redactor.redact(operation),
        files,
        manifest,
        unreadableRetryAfter == null ? null : redactor.exact(unreadableRetryAfter));
  }

  /** Of an answer that names no status, 202 says as much. */
  private static ExportStatus status(String text, int code) throws UnreadableAnswer {
    if (!text.isBlank()) return ExportStatus.of(text);
    if (code == 202) return ExportStatus.RUNNING;
    throw new UnreadableAnswer("answered without the status of the export");
  }

  /**
   * A link beside the place, an address in it, or the id of what is named there. By OData's
   * conventions the link may lead to a property of the operation instead of the manifest itself.
   */
  private static @Nullable List<String> manifest(String operation, JsonNode json, JsonNode location)
      throws UnreadableAnswer {
    List<ResourceAddress> addresses = new ArrayList<>();
    add(addresses, text(json.path(ResourceAddress.RESULT + "@odata.navigationLink")));
    add(addresses, text(json.path(ResourceAddress.RESULT + "@odata.associationLink")));
    add(addresses, text(location));
    for (String link : LINKS) add(addresses, text(location.path(link)));
    String id = idIn(addresses, ResourceAddress.MANIFESTS);
    if (id == null) id = text(location.path("id"));
    if (id != null) return List.of(ResourceAddress.MANIFESTS, checked(id));
    if (addresses.isEmpty()) return null;
    if (addresses.stream().noneMatch(ResourceAddress::isResult)) throw addresses.get(0).withoutId();
    return List.of(ResourceAddress.OPERATIONS, operation, ResourceAddress.RESULT);
  }

  private static void add(List<ResourceAddress> addresses, @Nullable String text) {
    if (text != null && !text.isBlank()) addresses.add(ResourceAddress.of(text));
  }

  private static @Nullable String idIn(List<ResourceAddress> addresses, String collection) {
    for (ResourceAddress address : addresses) {
      String id = address.idIn(collection);
      if (id != null) return id;
    }
    return null;
  }

  /** An id becomes a segment of a path, where two dots would lead to another resource. */
  static String checked(String id) throws UnreadableAnswer {
    try {
      return Arguments.segment(id, "the id");
    } catch (IllegalArgumentException e) {
      throw new UnreadableAnswer("answered with an id that is none");
    }
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
