package io.partnercenter.emulator.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.tenant.Invoice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The {@code filter} parameter of the list of invoices: comparisons of the invoice date, joined by
 * {@code and} and {@code or}. A date without a time is midnight UTC.
 */
final class InvoiceFilter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private InvoiceFilter() {}

  static Predicate<Invoice> parse(String text) {
    try {
      return filter(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw ApiErrorException.invalidInput("filter is not JSON.");
    }
  }

  private static Predicate<Invoice> filter(JsonNode node) {
    String operator = text(node, "Operator").toLowerCase(Locale.ROOT);
    if (!node.has("LeftFilter")) return comparison(node, operator);
    Predicate<Invoice> left = filter(node.path("LeftFilter"));
    Predicate<Invoice> right = filter(node.path("RightFilter"));
    return switch (operator) {
      case "and" -> left.and(right);
      case "or" -> left.or(right);
      default -> throw ApiErrorException.unknownValue("Operator", operator);
    };
  }

  private static Predicate<Invoice> comparison(JsonNode node, String operator) {
    String field = text(node, "Field");
    if (!field.equalsIgnoreCase("InvoiceDate"))
      throw ApiErrorException.invalidProperty("Field", field);
    LocalDateTime value = time(text(node, "Value"));
    return switch (operator) {
      case "equals" -> compare(value, order -> order == 0);
      case "not_equals" -> compare(value, order -> order != 0);
      case "greater_than" -> compare(value, order -> order > 0);
      case "greater_than_or_equals" -> compare(value, order -> order >= 0);
      case "less_than" -> compare(value, order -> order < 0);
      case "less_than_or_equals" -> compare(value, order -> order <= 0);
      default -> throw ApiErrorException.unknownValue("Operator", operator);
    };
  }

  private static Predicate<Invoice> compare(LocalDateTime value, Predicate<Integer> matches) {
    return invoice -> matches.test(invoice.invoiceDate().compareTo(value));
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) throw ApiErrorException.invalidInput("filter lacks " + name + ".");
    return value.textValue();
  }

  private static LocalDateTime time(String text) {
    try {
      if (text.length() == 10) return LocalDate.parse(text).atStartOfDay();
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime offset
          ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
          : (LocalDateTime) time;
    } catch (DateTimeException e) {
      throw ApiErrorException.invalidProperty("Value", text);
    }
  }
}
