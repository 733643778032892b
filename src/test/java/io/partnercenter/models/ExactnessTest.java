package io.partnercenter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures come out with every digit and with their scale. */
class ExactnessTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "25",
        "25.00",
        "-107661.12",
        "0.1999968000511991808131",
        "30.7197334080551",
        "12345678901234567.89",
        "79228162514264337593543950335",
        "0.0000000000000000000000000001"
      })
  @DisplayName("C29: a figure is the same to the digit, sent as a number or as text")
  void aFigureIsTheSameWhetherSentAsNumberOrAsText(String figure) {
    assertThat(sentAsNumber(figure).toPlainString()).isEqualTo(figure);
    assertThat(sentAsText(figure).toPlainString()).isEqualTo(figure);
  }

  @ParameterizedTest
  @CsvSource({"1E-15, 1, 15", "1.50E+3, 150, -1", "0E-20, 0, 20", "-0.00, 0, 2", "0e0, 0, 0"})
  @DisplayName("C29: an exponent or a signed zero loses no digit")
  void anExponentOrASignedZeroLosesNoDigit(String figure, long unscaled, int scale) {
    BigDecimal expected = BigDecimal.valueOf(unscaled, scale);

    assertThat(sentAsNumber(figure)).isEqualTo(expected);
    assertThat(sentAsText(figure)).isEqualTo(expected);
  }

  @Property
  void everyFigureIsReadAsItIs(@ForAll("figures") BigDecimal figure) {
    assertThat(sentAsNumber(figure.toString())).isEqualTo(figure);
    assertThat(sentAsText(figure.toPlainString())).isEqualByComparingTo(figure);
  }

  @Property
  void everyFigureIsWrittenAsItWasRead(@ForAll("figures") BigDecimal figure) {
    var item = ModelJson.parse(OneTimeInvoiceLineItem.class, "{\"subtotal\": " + figure + "}");

    var again = ModelJson.parse(OneTimeInvoiceLineItem.class, ModelJson.write(item));

    assertThat(again.subtotal()).isEqualTo(figure);
  }

  @Provide
  Arbitrary<BigDecimal> figures() {
    return Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers().between(-5, 25))
        .as(BigDecimal::new);
  }

  private static BigDecimal sentAsNumber(String figure) {
    return subtotal("{\"subtotal\": " + figure + "}");
  }

  private static BigDecimal sentAsText(String figure) {
    return subtotal("{\"subtotal\": \"" + figure + "\"}");
  }

  private static BigDecimal subtotal(String json) {
    BigDecimal subtotal = ModelJson.parse(OneTimeInvoiceLineItem.class, json).subtotal();
    if (subtotal == null) throw new AssertionError("no subtotal in " + json);
    return subtotal;
  }
}
