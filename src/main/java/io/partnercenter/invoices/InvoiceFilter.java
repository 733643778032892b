package io.partnercenter.invoices;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.partnercenter.internal.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Which invoices are meant, by their dates: the one field the service searches. Sent as JSON in the
 * {@code filter} of the query. An invoice date has a time of day, so "up to and including the 31st"
 * is written as less than the 1st.
 */
public sealed interface InvoiceFilter {
  /** How an invoice's date stands to another. */
  enum Operator {
    /** Later. */
    GREATER_THAN,
    /** Later, or the same. */
    GREATER_THAN_OR_EQUALS,
    /** Earlier. */
    LESS_THAN,
    /** Earlier, or the same. */
    LESS_THAN_OR_EQUALS,
    /** The same. */
    EQUALS,
    /** Any other. */
    NOT_EQUALS;

    private String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Invoices whose date stands in that way to {@code date}.
   *
   * @param operator which way
   * @param date the beginning of that day, UTC
   */
  record InvoiceDate(Operator operator, LocalDate date) implements InvoiceFilter {
    /** Checks that both are there. */
    public InvoiceDate {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(date, "date");
    }
  }

  /** Invoices that are in both filters. */
  record Both(InvoiceFilter left, InvoiceFilter right) implements InvoiceFilter {
    /** Checks that both are there. */
    public Both {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }
  }

  /** Invoices that are in one of the filters, or in both. */
  record Either(InvoiceFilter left, InvoiceFilter right) implements InvoiceFilter {
    /** Checks that both are there. */
    public Either {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }
  }

  /** Invoices whose date stands in that way to {@code date}. */
  static InvoiceFilter invoiceDate(Operator operator, LocalDate date) {
    return new InvoiceDate(operator, date);
  }

  /** Invoices that are in this filter and in {@code other}. */
  default InvoiceFilter and(InvoiceFilter other) {
    return new Both(this, other);
  }

  /** Invoices that are in this filter or in {@code other}. */
  default InvoiceFilter or(InvoiceFilter other) {
    return new Either(this, other);
  }

  /** The JSON that is sent, such as {@code {"Field":"InvoiceDate","Value":"2026-01-01",…}}. */
  default String json() {
    try {
      return Json.MAPPER.writeValueAsString(wire(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of text are always written", e);
    }
  }

  private static Map<String, Object> wire(InvoiceFilter filter) {
    if (filter instanceof Both both) return pair(both.left, both.right, "and");
    if (filter instanceof Either either) return pair(either.left, either.right, "or");
    InvoiceDate invoiceDate = (InvoiceDate) filter;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Field", "InvoiceDate");
    json.put("Value", invoiceDate.date);
    json.put("Operator", invoiceDate.operator.wire());
    return json;
  }

  private static Map<String, Object> pair(
      InvoiceFilter left, InvoiceFilter right, String operator) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("LeftFilter", wire(left));
    json.put("RightFilter", wire(right));
    json.put("Operator", operator);
    return json;
  }
}
