package io.partnercenter.internal;

import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of one scope are made.
 *
 * @param correlationId shared by all of them
 * @param vector the root of their {@code MS-CV}
 */
public record CallOptions(
    String correlationId,
    CorrelationVector vector,
    String locale,
    Duration timeout,
    Duration deadline,
    RetryOptions retry,
    @Nullable String applicationName,
    boolean validateMfa) {
  /** What a partner is built with if nothing is said. Its scope is nobody's: see newScope. */
  public static final CallOptions DEFAULTS =
      new CallOptions(
          "",
          new CorrelationVector(""),
          "en-US",
          Duration.ofMinutes(3),
          Duration.ofMinutes(15),
          RetryOptions.defaults(),
          null,
          false);

  /** The same with a correlation id and a vector of its own. */
  public CallOptions newScope() {
    return scope(UUID.randomUUID().toString());
  }

  private CallOptions scope(String id) {
    CorrelationVector root = CorrelationVector.create();
    return new CallOptions(
        id, root, locale, timeout, deadline, retry, applicationName, validateMfa);
  }

  /** The same under another application's name. */
  public CallOptions applicationName(String name) {
    return new CallOptions(
        correlationId, vector, locale, timeout, deadline, retry, name, validateMfa);
  }

  /** The same, with what {@code changed} says in place of what was here. The scope stays. */
  public CallOptions with(RequestOptions changed) {
    return new CallOptions(
        correlationId,
        vector,
        changed.locale() != null ? changed.locale() : locale,
        changed.timeout() != null ? changed.timeout() : timeout,
        changed.deadline() != null ? changed.deadline() : deadline,
        changed.retry() != null ? changed.retry() : retry,
        applicationName,
        changed.validateMfa() != null ? changed.validateMfa() : validateMfa);
  }

  /** The same scope, with no more time and no more retries than these. */
  CallOptions within(Duration mostTime, int mostRetries) {
    Duration shorter = mostTime.compareTo(deadline) < 0 ? mostTime : deadline;
    RetryOptions fewer = retry.maxAttempts(Math.min(retry.maxAttempts(), 1 + mostRetries));
    return new CallOptions(
        correlationId, vector, locale, timeout, shorter, fewer, applicationName, validateMfa);
  }

  /** A scope of its own with what {@code changed} says. */
  CallOptions newScope(RequestOptions changed) {
    CallOptions options = with(changed);
    String id = changed.correlationId();
    return id != null ? options.scope(id) : options.newScope();
  }
}
