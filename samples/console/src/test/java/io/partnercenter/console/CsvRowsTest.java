package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.LicenseBasedLineItem;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CsvRowsTest {
  @Test
  void hasAColumnForEachFieldInTheServicesOrder() throws IOException {
    StringWriter out = new StringWriter();

    new CsvRows<>(out, DailyRatedUsageLineItem.class).finish();

    assertThat(out.toString().strip().split(","))
        .containsExactly(
            Stream.of(DailyRatedUsageLineItem.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(name -> !name.equals("attributes"))
                .toArray(String[]::new));
  }

  @Test
  @DisplayName("C29: all digits are written, and no exponent")
  void writesAllDigitsAndNoExponent() throws Exception {
    CSVRecord row =
        written(
            "{\"quantity\":1E-15,\"unitPrice\":12345678901234567.890,\"effectiveUnitPrice\":2E+3}");

    assertThat(row.get("quantity")).isEqualTo("0.000000000000001");
    assertThat(row.get("unitPrice")).isEqualTo("12345678901234567.890");
    assertThat(row.get("effectiveUnitPrice")).isEqualTo("2000");
  }

  @Test
  void putsWhatHasNoColumnIntoTheLast() throws Exception {
    CSVRecord row = written("{\"skuId\":\"0002\",\"carbon\":0.50,\"note\":\"a, \\\"b\\\"\"}");

    assertThat(row.get("skuId")).isEqualTo("0002");
    assertThat(row.get("additionalProperties"))
        .contains("\"carbon\":0.50")
        .contains("\"note\":\"a, \\\"b\\\"\"");
  }

  @Test
  void losesNothingOfARowOfAnotherKind() throws Exception {
    StringWriter out = new StringWriter();
    CsvRows<InvoiceLineItem> rows = new CsvRows<>(out, DailyRatedUsageLineItem.class);

    rows.write(
        Read.json(
            "{\"customerName\":\"Ærø\",\"offerName\":\"Mail\",\"totalForCustomer\":1.10}",
            new TypeReference<LicenseBasedLineItem>() {}));
    rows.finish();

    CSVRecord row = Read.csv(out.toString()).get(0);
    assertThat(row.get("customerName")).isEqualTo("Ærø");
    assertThat(row.get("additionalProperties"))
        .isEqualTo("{\"offerName\":\"Mail\",\"totalForCustomer\":1.10}");
  }

  private static CSVRecord written(String json) throws IOException {
    StringWriter out = new StringWriter();
    CsvRows<InvoiceLineItem> rows = new CsvRows<>(out, DailyRatedUsageLineItem.class);
    rows.write(Read.json(json, new TypeReference<DailyRatedUsageLineItem>() {}));
    rows.finish();
    return Read.csv(out.toString()).get(0);
  }
}
