package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
  private static final LocalDateTime FIRST = LocalDateTime.of(2, 1, 1, 0, 0);
  private static final long SECONDS =
      ChronoUnit.SECONDS.between(FIRST, LocalDateTime.of(9999, 12, 31, 23, 59, 59));

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE) // Too many, and all of them common enough.
  @Label("C31: every documented shape is read to the digit, and no zone means UTC")
  void everyDocumentedShapeIsReadToTheDigit(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos,
      @ForAll @IntRange(min = 0, max = 9) int digits,
      @ForAll @IntRange(min = -72, max = 72) int quarterHours)
      throws JsonProcessingException {
    LocalDateTime time = FIRST.plusSeconds(seed % SECONDS).withNano(truncated(nanos, digits));
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(quarterHours * 900);
    String text = time.format(shape(digits));

    assertThat(read(text)).isEqualTo(time.atOffset(ZoneOffset.UTC));
    assertThat(read(text + "Z")).isEqualTo(time.atOffset(ZoneOffset.UTC));
    assertThat(read(text + offset)).isEqualTo(time.atOffset(offset));
    assertThat(read(time.toLocalDate().toString()))
        .isEqualTo(time.toLocalDate().atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  @Property(tries = 500)
  @Label("C31: a damaged time is read as the JDK would, or refused; nothing else happens")
  void aDamagedTimeIsReadAsTheJdkWouldOrRefused(
      @ForAll @IntRange(min = 0, max = 27) int place,
      @ForAll @StringLength(max = 2) @Chars({'0', '9', '-', ':', '.', 'T', 'Z', '+', ' '})
          String damage)
      throws JsonProcessingException {
    String text =
        new StringBuilder("2018-02-08T22:40:37.5897767Z")
            .replace(place, place + 1, damage)
            .toString();
    try {
      OffsetDateTime time = read(text);

      assertThat(time).isEqualTo(expected(text));
    } catch (InvalidFormatException e) {
      assertThat(e.getValue()).isEqualTo(text);
    }
  }

  @Property(tries = 300)
  void anyOtherTextIsRefused(@ForAll @StringLength(max = 40) String text)
      throws JsonProcessingException {
    try {
      assertThat(read(text)).isNull();
      assertThat(text).isBlank();
    } catch (InvalidFormatException e) {
      assertThat(e.getValue()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-02-30T00:00:00Z",
        "2018-13-01T00:00:00",
        "2018-02-08T25:00:00Z",
        "2018-02-08T22:60:00Z",
        "2018-02-08T22:40:37.1234567890Z",
        "2018-02-08 22:40:37",
        "2018-2-8",
        "08/02/2018",
        "2018-02-08T22:40:37ZZ",
        "2018-02-08T22:40:3",
        "2018-02-08T22:40:3Z",
        "２０１８-02-08T22:40:37Z",
      })
  @DisplayName("C31: no time is guessed")
  void noTimeIsGuessed(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1518129637", "1518129637.5", "true", "{}", "[2018,2,8]"})
  void whatIsNoTextIsNoTime(String json) {
    assertThatThrownBy(() -> Json.MAPPER.readValue(json, OffsetDateTime.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @DisplayName("C31: the year 1 is no time, with whatever zone or fraction")
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00.0000000Z",
        "0001-01-01T00:00:00-08:00",
        "0001-01-01",
        "",
        "  "
      })
  void theYearOneIsNoTime(String text) throws JsonProcessingException {
    assertThat(read(text)).isNull();
  }

  private static @Nullable OffsetDateTime read(String text) throws JsonProcessingException {
    return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(text), OffsetDateTime.class);
  }

  private static @Nullable OffsetDateTime expected(String text) {
    DateTimeFormatter iso = DateTimeFormatter.ISO_DATE_TIME;
    OffsetDateTime time =
        iso.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from)
                instanceof LocalDateTime local
            ? local.atOffset(ZoneOffset.UTC)
            : OffsetDateTime.parse(text.strip(), iso);
    return time.getYear() == 1 ? null : time;
  }

  private static int truncated(int nanos, int digits) {
    int unit = (int) Math.pow(10, 9 - digits);
    return nanos / unit * unit;
  }

  private static DateTimeFormatter shape(int digits) {
    DateTimeFormatterBuilder shape =
        new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss");
    if (digits > 0) shape.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true);
    return shape.toFormatter(java.util.Locale.ROOT);
  }
}
