package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.partnercenter.transport.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Puts a text in the place of texts in all answers: in JSON, in the lines of export files, and in
 * the name that a document is offered under.
 *
 * @param service gives the answers
 * @param text what is put in
 * @param fields the names of the fields that get it
 * @param seen the names of all fields that could have got it
 */
record HostileAnswers(Transport service, String text, Predicate<String> fields, Set<String> seen)
    implements Transport {
  /** Without these the program does not get to what it prints. */
  private static final Set<String> NEEDED =
      Set.of("uri", "rootDirectory", "sasToken", "resourceLocation", "device_code", "client_info");

  HostileAnswers(Transport service, String text, Predicate<String> fields) {
    this(service, text, fields, new TreeSet<>());
  }

  @Override
  public Response send(Request request) throws IOException {
    Response response = service.send(request);
    String type = response.header("Content-Type", "");
    if (request.url().encodedPath().contains("/blobs/")) {
      ResponseBody lines = lines(response.body());
      long length = lines.contentLength();
      return response
          .newBuilder()
          .header("Content-Length", Long.toString(length))
          .header("Content-Range", "bytes 0-" + (length - 1) + "/" + length)
          .body(lines)
          .build();
    }
    if (type.contains("json")) {
      JsonNode json = Json.MAPPER.readTree(response.body().bytes());
      ResponseBody body = ResponseBody.create(bytes(json), response.body().contentType());
      return response.newBuilder().body(body).build();
    }
    if (response.header("Content-Disposition") == null) return response;
    String name = URLEncoder.encode(text, UTF_8).replace("+", "%20");
    return response
        .newBuilder()
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .build();
  }

  private byte[] bytes(JsonNode json) throws IOException {
    return Json.MAPPER.writeValueAsBytes(changed("", json));
  }

  private ResponseBody lines(ResponseBody body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.bytes()));
        GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n")) {
        out.write(bytes(Json.MAPPER.readTree(line.replace("\ufeff", ""))));
        out.write('\n');
      }
    }
    return ResponseBody.create(bytes.toByteArray(), body.contentType());
  }

  private JsonNode changed(String name, JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) array.set(i, changed(name, array.get(i)));
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        field.setValue(changed(field.getKey(), field.getValue()));
      }
    }
    if (!node.isTextual() || isNeeded(name)) return node;
    seen.add(name);
    return fields.test(name) ? new TextNode(text) : node;
  }

  private static boolean isNeeded(String name) {
    return NEEDED.contains(name)
        || name.toLowerCase(Locale.ROOT).contains("date")
        || name.contains("token");
  }
}
