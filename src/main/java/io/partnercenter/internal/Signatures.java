package io.partnercenter.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What opens files, wherever an answer has it: fields that nobody knows are printed and stored. */
final class Signatures {
  /** {@code sasToken}, or {@code rootFolderSAS} before it. */
  private static final Pattern NAME = Pattern.compile("(?i).*sas(token)?");

  /** What files are found and told apart by, which stays as it is. */
  private static final Set<String> KEPT = Set.of("name", "rootDirectory", "eTag");

  private Signatures() {}

  static void removeFrom(ObjectNode object) {
    object.properties().removeIf(field -> NAME.matcher(field.getKey()).matches());
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!KEPT.contains(field.getKey())) field.setValue(without(field.getValue()));
    }
  }

  private static JsonNode without(JsonNode value) {
    if (value instanceof ObjectNode object) removeFrom(object);
    if (value instanceof ArrayNode array) {
      for (int item = 0; item < array.size(); item++) array.set(item, without(array.get(item)));
    }
    return value.isTextual() ? TextNode.valueOf(Redaction.redact(value.textValue())) : value;
  }
}
