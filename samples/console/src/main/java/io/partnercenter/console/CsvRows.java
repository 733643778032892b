package io.partnercenter.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A column for each field of a record, in its order, but for links and attributes, which are about
 * the API. What is not a plain value is written as JSON; what has no column, be it because the
 * service has added a field or because the row is of another kind, is in the last one, as JSON.
 */
final class CsvRows<T> implements Rows<T> {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
  private static final List<String> ABOUT_THE_API = List.of("links", "attributes");
  private static final String REST = "additionalProperties";

  private final CSVPrinter csv;
  private final List<String> columns;
  private final boolean hasRest;
  private final UnaryOperator<String> cell;

  CsvRows(Writer out, Class<? extends T> type) throws IOException {
    this(out, type, name -> name, text -> text);
  }

  /**
   * @param heading the heading of a field, by its name
   * @param cell what a cell is written as: a file gets the data as it is, a terminal does not
   */
  CsvRows(
      Writer out,
      Class<? extends T> type,
      UnaryOperator<String> heading,
      UnaryOperator<String> cell)
      throws IOException {
    this.cell = cell;
    csv = new CSVPrinter(out, FORMAT);
    columns =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !ABOUT_THE_API.contains(name) && !name.equals(REST))
            .toList();
    hasRest = Stream.of(type.getRecordComponents()).anyMatch(field -> field.getName().equals(REST));
    for (String column : columns) csv.print(heading.apply(column));
    if (hasRest) csv.print(REST);
    csv.println();
  }

  @Override
  public void write(T row) throws IOException {
    ObjectNode fields = Json.MAPPER.valueToTree(row);
    fields.remove(ABOUT_THE_API);
    for (String column : columns) csv.print(cell.apply(text(fields.remove(column))));
    if (hasRest) {
      csv.print(fields.isEmpty() ? "" : cell.apply(Json.MAPPER.writeValueAsString(fields)));
    }
    csv.println();
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }

  private static String text(JsonNode value) throws IOException {
    if (value == null || value.isNull()) return "";
    if (value.isBigDecimal()) return value.decimalValue().toPlainString();
    if (value.isValueNode()) return value.asText();
    for (String name : ABOUT_THE_API) {
      for (JsonNode parent : value.findParents(name)) ((ObjectNode) parent).remove(name);
    }
    return value.isEmpty() ? "" : Json.MAPPER.writeValueAsString(value);
  }
}
