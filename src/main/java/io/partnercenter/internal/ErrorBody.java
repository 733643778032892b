package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.errors.ServiceError;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came with a refusal. Depending on which part of the service refuses, that is a fault
 * of Partner Center, a message of its web framework or its gateway, an error of Microsoft Graph, of
 * the token service or of storage, or a page for a browser, or nothing.
 */
final class ErrorBody {
  private static final int BODY_KEPT = 8_000;
  private static final int WORDS_KEPT = 300;
  private static final Pattern TITLE = element("title");
  private static final Pattern XML_CODE = element("Code");
  private static final Pattern XML_MESSAGE = element("Message");

  private ErrorBody() {}

  static ServiceError read(String body, Headers headers) {
    String text = body.strip();
    if (text.startsWith("\uFEFF")) text = text.substring(1).strip();
    if (text.startsWith("{")) return fromJson(text);
    if (text.startsWith("<")) return fromMarkup(text, headers);
    return error(headers.get("x-ms-error-code"), text, null, text);
  }

  private static ServiceError fromJson(String text) {
    try {
      return fromJson(Json.MAPPER.readTree(text), text);
    } catch (JsonProcessingException | NumberFormatException e) {
      return error(null, text, null, text); // Cut off, or not JSON: then the text is the message.
    }
  }

  private static ServiceError fromJson(JsonNode fault, String text) {
    JsonNode error = field(fault, "error");
    if (error.isObject()) {
      return error(text(error, "code"), text(error, "message"), text(error, "target"), text);
    }
    if (error.isTextual())
      return error(error.asText(), text(fault, "error_description"), null, text);
    String words = text(fault, "description");
    if (words == null) words = message(fault);
    String code = text(fault, "code");
    return error(code, code == null && words == null ? text : words, text(fault, "source"), text);
  }

  /** The message of a web framework, with which parameter it could not bind, if it says so. */
  private static @Nullable String message(JsonNode fault) {
    StringJoiner words = new StringJoiner(" ").setEmptyValue("");
    for (String name : new String[] {"message", "messageDetail", "modelState"}) {
      String text = text(fault, name);
      if (text != null) words.add(text);
    }
    return words.toString().isEmpty() ? null : words.toString();
  }

  private static ServiceError fromMarkup(String text, Headers headers) {
    String code = headers.get("x-ms-error-code");
    if (code == null) code = first(XML_CODE, text);
    String words = first(XML_MESSAGE, text);
    if (words == null) words = first(TITLE, text);
    return error(code, words == null ? "a page without a title" : words, null, text);
  }

  private static ServiceError error(
      @Nullable String code, @Nullable String words, @Nullable String source, String body) {
    return new ServiceError(
        said(code),
        said(words),
        source == null ? null : Redaction.redact(source),
        Redaction.cut(Redaction.redact(body), BODY_KEPT));
  }

  /** Decoded by now, so that no secret hides behind an escape. */
  private static @Nullable String said(@Nullable String text) {
    if (text == null || text.isBlank()) return null;
    return Redaction.cut(Redaction.oneLine(Redaction.redact(text)), WORDS_KEPT);
  }

  /** Codes come as text and as numbers, and Message is also written with a capital. */
  private static @Nullable String text(JsonNode object, String name) {
    JsonNode value = field(object, name);
    if (value.isMissingNode() || value.isNull()) return null;
    String text = value.isValueNode() ? value.asText() : value.toString();
    return text.isBlank() ? null : text;
  }

  private static JsonNode field(JsonNode object, String name) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) return field.getValue();
    }
    return object.path(name);
  }

  private static @Nullable String first(Pattern element, String text) {
    Matcher matcher = element.matcher(text);
    return matcher.find() ? matcher.group(1).strip() : null;
  }

  private static Pattern element(String name) {
    return Pattern.compile("<" + name + "(?:\\s[^<>]*)?>([^<]*)</", Pattern.CASE_INSENSITIVE);
  }
}
