package io.partnercenter.internal;

import io.partnercenter.errors.ServiceError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What {@code Retry-After} asks for: seconds, a date, or, through careless proxies, several. */
final class RetryAfter {
  /** No job waits as long, and the year 9999 cannot be said in nanoseconds. */
  private static final Duration A_YEAR = Duration.ofDays(365);

  private static final Pattern WORDS = Pattern.compile("Try again in (\\d{1,9}) seconds?\\b");

  private RetryAfter() {}

  /** The longest pause asked for; null if none was, or none that can be read. */
  static @Nullable Duration of(Headers headers, Instant now) {
    Instant serverNow = serverTime(headers, now);
    return headers.values("Retry-After").stream()
        .map(value -> pause(value.strip(), serverNow))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(pause -> pause.compareTo(A_YEAR) > 0 ? A_YEAR : pause)
        .orElse(null);
  }

  /** What the gateway says beside the header, and where something has dropped that, alone. */
  static @Nullable Duration ofWords(int status, ServiceError error) {
    if (status != 429 && status != 503) return null;
    String said = error.description();
    Matcher words = WORDS.matcher(said == null ? "" : said);
    return words.find() ? seconds(words.group(1)) : null;
  }

  private static Instant serverTime(Headers headers, Instant otherwise) {
    String date = headers.get("Date");
    Instant time = date == null ? null : HttpDate.parse(date);
    return time != null ? time : otherwise;
  }

  private static @Nullable Duration pause(String value, Instant now) {
    Instant date = HttpDate.parse(value);
    if (date != null) return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
    return Arrays.stream(value.split(","))
        .map(seconds -> seconds(seconds.strip()))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Duration seconds(String value) {
    if (!value.matches("\\d{1,18}(\\.\\d{1,9})?")) return null;
    return Duration.ofSeconds(new BigDecimal(value).setScale(0, RoundingMode.UP).longValueExact());
  }
}
