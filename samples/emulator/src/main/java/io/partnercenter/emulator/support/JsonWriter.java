package io.partnercenter.emulator.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A writer of JSON in memory, with one call for each field. A null value omits its field. */
public final class JsonWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** A write. Jackson declares an exception that memory never causes. */
  private interface Step {
    void run() throws IOException;
  }

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Returns what {@code content} writes. Commas separate values at the top level. */
  public static byte[] bytes(Consumer<JsonWriter> content) {
    // Grows in segments; an array would be copied each time it is full.
    Buffer bytes = new Buffer();
    try (JsonGenerator generator = JSON.createGenerator(bytes.outputStream())) {
      generator.setRootValueSeparator(new SerializedString(","));
      content.accept(new JsonWriter(generator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.readByteArray();
  }

  /** Begins an object. */
  public JsonWriter begin() {
    return step(json::writeStartObject);
  }

  /** Begins a field whose value is an object. */
  public JsonWriter begin(String name) {
    return step(() -> json.writeObjectFieldStart(name));
  }

  /** Ends the innermost object. */
  public JsonWriter end() {
    return step(json::writeEndObject);
  }

  public JsonWriter text(String name, @Nullable String value) {
    return value == null ? this : step(() -> json.writeStringField(name, value));
  }

  public JsonWriter integer(String name, long value) {
    return step(() -> json.writeNumberField(name, value));
  }

  public JsonWriter integers(String name, long... values) {
    return step(
        () -> {
          json.writeFieldName(name);
          json.writeArray(values, 0, values.length);
        });
  }

  public JsonWriter bool(String name, boolean value) {
    return step(() -> json.writeBooleanField(name, value));
  }

  /** Writes an explicit null. */
  public JsonWriter nullField(String name) {
    return step(() -> json.writeNullField(name));
  }

  public JsonWriter number(String name, BigDecimal value) {
    return step(() -> json.writeNumberField(name, value));
  }

  /** Writes a number as {@code "12.50"} or {@code 12.50}; the service uses both. */
  public JsonWriter number(String name, BigDecimal value, boolean quoted) {
    return quoted ? text(name, value.toPlainString()) : number(name, value);
  }

  /** Writes a number in scientific notation where its scale allows it, such as {@code 2.5E-7}. */
  public JsonWriter scientific(String name, BigDecimal value) {
    return step(
        () -> {
          json.writeFieldName(name);
          json.writeNumber(value.toString());
        });
  }

  public JsonWriter texts(String name, @Nullable List<String> values) {
    return values == null ? this : array(name, values, JsonWriter::text);
  }

  public <T> JsonWriter array(String name, List<T> values, BiConsumer<JsonWriter, T> each) {
    step(() -> json.writeArrayFieldStart(name));
    values.forEach(value -> each.accept(this, value));
    return step(json::writeEndArray);
  }

  /** Writes the field that ends every object of the v1 API. */
  public JsonWriter attributes(String objectType) {
    return begin("attributes").text("objectType", objectType).end();
  }

  /** Writes a link without headers. */
  public JsonWriter link(String name, String uri) {
    return begin(name).text("uri", uri).text("method", "GET").texts("headers", List.of()).end();
  }

  private JsonWriter text(String value) {
    return step(() -> json.writeString(value));
  }

  private JsonWriter step(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
