package io.partnercenter.internal;

import io.partnercenter.RetryOptions;
import io.partnercenter.errors.ServiceError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The pause that a response asks for with {@code Retry-After}: seconds, a date, or, through
 * careless proxies, several of them. A value that cannot be read still means "wait".
 *
 * @param pause how long to wait; the longest own pause if the value cannot be read
 * @param unreadable the value that cannot be read; absent if it can
 */
record RetryAfter(Duration pause, @Nullable String unreadable) {
  /** No job waits as long, and the year 9999 cannot be said in nanoseconds. */
  private static final Duration A_YEAR = Duration.ofDays(365);

  /** What {@code OkHttpTransport} adds so that OkHttp does not repeat the request by itself. */
  private static final String FILLER = "-";

  private static final int QUOTED = 60;
  private static final Pattern WORDS = Pattern.compile("Try again in (\\d{1,9}) seconds?\\b");

  /**
   * Returns what {@code headers} ask for; null if they have no {@code Retry-After}.
   *
   * @param words what the body says, which counts where the header is missing or cannot be read
   */
  static @Nullable RetryAfter in(
      Headers headers, @Nullable Duration words, Instant now, RetryOptions retry) {
    Duration readable = of(headers, now);
    if (readable == null) readable = words;
    if (readable != null) return new RetryAfter(readable, null);
    List<String> values = headers.values("Retry-After");
    if (values.isEmpty()) return null;
    Duration own = retry.longestPause();
    Duration obeyed = retry.longestRetryAfter();
    return new RetryAfter(own.compareTo(obeyed) > 0 ? obeyed : own, quoted(values));
  }

  /** Returns the longest pause asked for; null if none was, or none that can be read. */
  static @Nullable Duration of(Headers headers, Instant now) {
    List<String> values = headers.values("Retry-After");
    if (values.isEmpty()) return null;
    Instant serverNow = serverTime(headers, now);
    return values.stream()
        .flatMap(value -> Stream.of(value.split(",", -1))) // It may cut off a weekday: no loss.
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

  /** For messages: says that the value cannot be read; null if it can. */
  @Nullable String problem() {
    return unreadable == null ? null : "its Retry-After \"" + unreadable + "\" cannot be read";
  }

  private static String quoted(List<String> values) {
    int last = values.size() - 1;
    boolean filled = last > 0 && values.get(last).equals(FILLER);
    String text = String.join(", ", filled ? values.subList(0, last) : values);
    return Redaction.cut(Redaction.oneLine(Redaction.redact(text)), QUOTED);
  }

  private static Instant serverTime(Headers headers, Instant otherwise) {
    String date = headers.get("Date");
    Instant time = date == null ? null : HttpDate.parse(date.strip(), otherwise);
    return time != null ? time : otherwise;
  }

  private static @Nullable Duration pause(String value, Instant now) {
    Instant date = HttpDate.parse(value, now);
    if (date == null) return seconds(value);
    return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
  }

  /** Seconds have no largest number. */
  private static @Nullable Duration seconds(String value) {
    if (!value.matches("\\d{1,1000}(\\.\\d{1,9})?")) return null;
    BigDecimal seconds = new BigDecimal(value).setScale(0, RoundingMode.UP);
    return Duration.ofSeconds(seconds.min(BigDecimal.valueOf(A_YEAR.toSeconds())).longValueExact());
  }
}
