package io.partnercenter.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.LineCollection;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request for an export (contract 7.18).
 *
 * @param invoiceId empty for unbilled lines
 * @param period null for billed lines
 * @param currencyCode empty for billed lines
 * @param full whether all attributes are requested, not only the basic ones
 */
record ExportRequest(
    LineKind kind, String invoiceId, @Nullable Period period, String currencyCode, boolean full) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The fields of the body. The case of names does not matter: the service's sample capitalizes
   * them.
   */
  private record Body(Map<String, JsonNode> fields) {
    static Body of(Call call) {
      String type = call.header("Content-Type");
      if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
        throw new GraphErrorException(
            415, "UnsupportedMediaType", "The body must be application/json.");
      }
      Map<String, JsonNode> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      object(call).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      return new Body(fields);
    }

    private static JsonNode object(Call call) {
      ByteString body = call.request().getBody();
      try {
        JsonNode json = JSON.readTree(body == null ? new byte[0] : body.toByteArray());
        if (json.isObject()) return json;
      } catch (IOException e) {
        // Refused below, like any other body that is not an object.
      }
      throw GraphErrorException.badRequest("Unable to read JSON request payload.");
    }

    String required(String name) {
      String value = value(name);
      if (value.isBlank())
        throw GraphErrorException.badRequest("The parameter " + name + " is required.");
      return value;
    }

    String value(String name) {
      JsonNode value = fields.get(name);
      if (value == null || value.isNull()) return "";
      if (!value.isTextual()) throw invalid(name, value.toString());
      return value.textValue();
    }
  }

  static ExportRequest of(LineKind kind, boolean billed, Call call) {
    Body body = Body.of(call);
    boolean full = isFull(body.value("attributeSet"));
    if (billed) return new ExportRequest(kind, body.required("invoiceId"), null, "", full);
    Period period = period(body.required("billingPeriod"));
    String currency = body.required("currencyCode");
    if (!currency.matches("[A-Za-z]{3}")) throw invalid("currencyCode", currency);
    return new ExportRequest(kind, "", period, currency.toUpperCase(Locale.ROOT), full);
  }

  private static boolean isFull(String attributeSet) {
    return switch (attributeSet.toLowerCase(Locale.ROOT)) {
      case "", "full" -> true;
      case "basic" -> false;
      default -> throw invalid("attributeSet", attributeSet);
    };
  }

  /**
   * Parses a period. The previous month is {@code last} here and {@code previous} in the v1 API.
   */
  private static Period period(String billingPeriod) {
    return switch (billingPeriod.toLowerCase(Locale.ROOT)) {
      case "current" -> Period.CURRENT;
      case "last" -> Period.PREVIOUS;
      default -> throw invalid("billingPeriod", billingPeriod);
    };
  }

  private static GraphErrorException invalid(String name, String value) {
    return GraphErrorException.badRequest(
        "The value '" + value + "' of " + name + " is not valid.");
  }

  /**
   * Returns the lines of the v1 API, or empty if there are none. Legacy invoices have none to
   * export.
   */
  Optional<LineCollection> find(BillingAccount account) {
    if (period != null) return account.unbilled(kind, currencyCode, period);
    return account.find(invoiceId).flatMap(invoice -> invoice.lineItems(kind));
  }

  boolean isOfLegacyInvoice() {
    return invoiceId.toUpperCase(Locale.ROOT).startsWith("D");
  }
}
