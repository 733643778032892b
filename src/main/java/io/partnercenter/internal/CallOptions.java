package io.partnercenter.internal;

import io.partnercenter.PartnerListener;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of one scope are made.
 *
 * @param deadline of one call
 * @param deadlineOf what the deadline limits, for messages: the call, or what it is a part of
 * @param headers more of them, as the caller wishes
 */
public record CallOptions(
    CallScope scope,
    String locale,
    Duration timeout,
    Duration deadline,
    String deadlineOf,
    RetryOptions retry,
    List<PartnerListener> listeners,
    Headers headers,
    @Nullable String applicationName) {
  /** What a partner has if nothing is said, in a scope of its own. */
  public static CallOptions defaults() {
    return new CallOptions(
        new CallScope(null, null),
        "en-US",
        Duration.ofMinutes(3),
        Duration.ofMinutes(15),
        "the call",
        RetryOptions.defaults(),
        List.of(),
        Headers.of(),
        null);
  }

  /** The same under another application's name. */
  public CallOptions applicationName(String name) {
    return new CallOptions(
        scope, locale, timeout, deadline, deadlineOf, retry, listeners, headers, name);
  }

  /** A scope of its own, with what {@code changed} says in place of what was here. */
  public CallOptions with(RequestOptions changed) {
    Headers.Builder more = headers.newBuilder();
    changed.headers().forEach(more::set);
    return new CallOptions(
        new CallScope(changed.correlationId(), changed.requestId()),
        changed.locale() != null ? changed.locale() : locale,
        changed.timeout() != null ? changed.timeout() : timeout,
        changed.deadline() != null ? changed.deadline() : deadline,
        deadlineOf,
        changed.retry() != null ? changed.retry() : retry,
        with(changed.listener()),
        more.build(),
        applicationName);
  }

  private List<PartnerListener> with(@Nullable PartnerListener listener) {
    if (listener == null) return listeners;
    return Stream.concat(listeners.stream(), Stream.of(listener)).toList();
  }

  /**
   * The same scope, with no more time and no more retries than these.
   *
   * @param of what {@code mostTime} is left of, for messages
   */
  CallOptions within(Duration mostTime, String of, int mostRetries) {
    boolean isShorter = mostTime.compareTo(deadline) < 0;
    RetryOptions fewer = retry.maxAttempts(Math.min(retry.maxAttempts(), 1 + mostRetries));
    return new CallOptions(
        scope,
        locale,
        timeout,
        isShorter ? mostTime : deadline,
        isShorter ? of : deadlineOf,
        fewer,
        listeners,
        headers,
        applicationName);
  }
}
