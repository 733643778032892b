package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.freva.asciitable.AsciiTable;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0",
        "-0.00; 0.00",
        "1000; 1,000",
        "-1234567.50; -1,234,567.50",
        "1E+3; 1,000",
        "1E-15; 0.000000000000001",
        "12345678901234567.89; 12,345,678,901,234,567.89"
      })
  void showsEveryDigitThatWasSent(BigDecimal amount, String shown) {
    assertThat(Columns.amount(amount)).isEqualTo(shown);
  }

  @Test
  void keepsLineFeedsAndTerminalSequencesOutOfTables() {
    var column = Columns.<String>text("Customer", name -> name);

    String table = AsciiTable.getTable(List.of("two\nlines \u001b[31m"), List.of(column));

    assertThat(table).contains("| two lines \ufffd[31m |").doesNotContain("\u001b");
  }
}
