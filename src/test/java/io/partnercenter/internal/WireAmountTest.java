package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireAmountTest {
  @Property(tries = 500)
  @Label("C29: every digit and the scale survive, from a number and from text")
  void everyDigitAndTheScaleSurvive(
      @ForAll BigInteger digits, @ForAll @IntRange(min = -30, max = 60) int scale)
      throws JsonProcessingException {
    BigDecimal amount = new BigDecimal(digits, scale);

    assertThat(read(amount.toString())).isEqualTo(amount);
    assertThat(read("\"" + amount + "\"")).isEqualTo(amount);
    if (scale >= 0) assertThat(read(amount.toPlainString())).isEqualTo(amount);
  }

  @Property(tries = 500)
  @Label("C29: a text is the amount it says, or is refused; nothing else happens")
  void aTextIsAnAmountOrIsRefused(@ForAll String text) throws JsonProcessingException {
    String json = Json.MAPPER.writeValueAsString(text);
    try {
      BigDecimal amount = read(json);

      assertThat(amount).isEqualTo(text.isBlank() ? null : new BigDecimal(text.strip()));
    } catch (InvalidFormatException e) {
      assertThat(e.getValue()).isEqualTo(text.strip());
    }
  }

  @ParameterizedTest
  @DisplayName("C29: figures of the documentation, and odder ones, come out as they went in")
  @ValueSource(
      strings = {
        "0.1500000000000000000001",
        "12345678901234567.89",
        "-0.00",
        "0",
        "1E-15",
        "0E-20",
        "1.0E+3",
        "99999999999999999999999999999999999999"
      })
  void comeOutAsTheyWentIn(String figure) throws JsonProcessingException {
    assertThat(read(figure)).isEqualTo(new BigDecimal(figure));
    assertThat(read("\"" + figure + "\"")).isEqualTo(new BigDecimal(figure));
  }

  @Test
  void emptyTextAndNullAreAbsent() throws JsonProcessingException {
    assertThat(read("\"\"")).isNull();
    assertThat(read("\"  \"")).isNull();
    assertThat(read("null")).isNull();
  }

  @ParameterizedTest
  @DisplayName("C48: a figure that would take all the memory there is to add up is refused")
  @ValueSource(strings = {"1E+501", "1E-501", "\"1E999999999\"", "1E-2147483647"})
  void aFigureOfAbsurdSizeIsRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
  }

  private static @Nullable BigDecimal read(String json) throws JsonProcessingException {
    return Json.MAPPER.readValue(json, BigDecimal.class);
  }
}
