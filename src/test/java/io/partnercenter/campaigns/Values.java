package io.partnercenter.campaigns;

import java.util.List;

/** What mutations put in the place of what was there; all of it as it is written. */
final class Values {
  /** Amounts in every form, what is nearly one, and what is of another type. */
  static final List<String> OTHERS =
      List.of(
          "0",
          "-1",
          "25",
          "2147483648",
          "9007199254740993",
          "-0.00",
          "0.1500000000000000000001",
          "1e5",
          "1E-15",
          "0E-20",
          "12345678901234567.89",
          "99999999999999999999999999999999999999",
          "\"0\"",
          "\"-12.50\"",
          "\"1e2\"",
          "\" 7.10 \"",
          "\"\"",
          "\"  \"",
          "null",
          "true",
          "false",
          "{}",
          "[]",
          "[1]",
          "[null]",
          "{\"a\":1}",
          "[[{}]]",
          "\"12,5\"",
          "\"1.2.3\"",
          "\"1 000\"",
          "\"NaN\"",
          "NaN",
          "Infinity",
          "\"0x10\"",
          "01",
          "1.",
          ".5",
          "+1",
          "--1",
          "\"twelve\"",
          "\"true\"",
          "\"2024-10-05\"",
          "\"2024-10-05T08:09:10.1234567Z\"",
          "\"2024-10-05T08:09\"",
          "\"2024-02-30T00:00:00Z\"",
          "\"0001-01-01T00:00:00\"",
          "\"2024-10-05T08:09:10-08:00\"",
          "\"[1,2]\"",
          "\"[\"",
          "\"{\\\"a\\\":1}\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u0663\"");

  static final List<String> HUGE =
      List.of(
          "1e999999999",
          "-1E-999999999",
          "1e99999999999",
          "1e-99999999999",
          "1e400",
          "1E+501",
          "9".repeat(400),
          "0." + "1".repeat(400),
          "9".repeat(900),
          "7".repeat(10_000),
          "-0." + "7".repeat(10_000),
          "\"1e999999999\"",
          "\"" + "9".repeat(600) + "\"",
          "\"" + "8".repeat(10_000) + "\"",
          "\"" + "a".repeat(100_000) + "\"");

  /** No UTF-8, marks of other encodings, and what means something in JSON. */
  static final List<byte[]> BYTES =
      List.of(
          bytes(0xff),
          bytes(0xc0, 0xaf),
          bytes(0xe2, 0x82),
          bytes(0x80),
          bytes(0xed, 0xa0, 0x80),
          bytes(0xf4, 0x90, 0x80, 0x80),
          bytes(0),
          bytes(0, 0, 0),
          bytes(0xef, 0xbb, 0xbf),
          bytes(0xfe, 0xff),
          bytes('"'),
          bytes('\\'),
          bytes('{'),
          bytes('}'),
          bytes('['),
          bytes(']'),
          bytes(','),
          bytes(':'),
          bytes('\n'),
          bytes('-'),
          bytes('9'),
          bytes('e'),
          bytes('.'));

  private static final int DEEP = 5_000;

  private Values() {}

  /** That field in that field, five thousand times; and not always closed again. */
  static String deep(String name, int choice) {
    boolean lists = choice % 2 == 0;
    String open = lists ? "[" : "{\"" + name + "\":" + (choice % 4 == 1 ? "[" : "");
    String close = lists ? "]" : choice % 4 == 1 ? "]}" : "}";
    String closed = choice % 8 < 6 ? close.repeat(DEEP) : "";
    return open.repeat(DEEP) + "1" + closed;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
    return bytes;
  }
}
