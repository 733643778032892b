package io.partnercenter.campaigns;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;

/**
 * An amount and one of the forms in which the service writes it. The text is put together from the
 * digits and the scale by hand, the amount by {@code BigDecimal} from the same two.
 */
record RandomAmount(String text, BigDecimal amount) {
  private static final int MOST_BITS = 120;
  private static final int MOST_DECIMALS = 25;

  /** With a point, without, or with an exponent; of either sign, and minus nothing, too. */
  static RandomAmount of(Random random) {
    BigInteger digits = new BigInteger(random.nextInt(MOST_BITS), random);
    int scale = random.nextInt(MOST_DECIMALS);
    boolean negative = random.nextInt(3) == 0;
    BigInteger unscaled = negative ? digits.negate() : digits;
    String sign = negative ? "-" : "";
    if (random.nextInt(6) > 0) {
      return new RandomAmount(
          sign + pointed(digits.toString(), scale), new BigDecimal(unscaled, scale));
    }
    int exponent = random.nextInt(60) - 30;
    String e =
        (random.nextBoolean() ? "e" : "E") + (exponent > 0 && random.nextBoolean() ? "+" : "");
    return new RandomAmount(
        sign + pointed(digits.toString(), scale) + e + exponent,
        new BigDecimal(unscaled, scale - exponent));
  }

  private static String pointed(String digits, int scale) {
    if (scale == 0) return digits;
    String padded = "0".repeat(Math.max(0, scale + 1 - digits.length())) + digits;
    int point = padded.length() - scale;
    return padded.substring(0, point) + "." + padded.substring(point);
  }
}
