package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported.
 *
 * @param operation its name for listeners and messages, such as {@code exports.billedUsage}
 * @param path behind {@code reports/partners/billing}, such as {@code usage/billed}
 * @param body what the request says, by the names of the wire
 */
public record ExportRequest<T>(
    String operation, String path, Class<T> rowType, Map<String, String> body) {
  private static final MediaType JSON = MediaType.get("application/json");

  /** The same with more said, or said otherwise. */
  public ExportRequest<T> with(String name, String value) {
    Map<String, String> more = new TreeMap<>(body);
    more.put(name, value);
    return new ExportRequest<>(operation, path, rowType, Map.copyOf(more));
  }

  RequestBody json() {
    try {
      return RequestBody.create(Json.MAPPER.writeValueAsBytes(new TreeMap<>(body)), JSON);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always written", e);
    }
  }

  /** What tells this export from any other. */
  String identity() {
    return path + new TreeMap<>(body);
  }

  /** The invoice, if it is one of legacy commerce, whose numbers begin with D. */
  @Nullable String legacyInvoice() {
    String id = body.getOrDefault("invoiceId", "");
    String number = id.substring(id.lastIndexOf('-') + 1);
    return number.toUpperCase(Locale.ROOT).startsWith("D") ? id : null;
  }
}
