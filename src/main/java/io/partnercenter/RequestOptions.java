package io.partnercenter;

import io.partnercenter.internal.Arguments;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What may differ from call to call; handed to {@link IPartner#with(RequestOptions)}. What is
 * absent stays as it was.
 *
 * @param correlationId {@code MS-CorrelationId} of every call in the scope; absent for a new one
 * @param locale {@code X-Locale}, such as {@code en-US}: the language of what the service says
 * @param timeout how long one attempt may take, body included
 * @param deadline how long one call may take: attempts, pauses, and sign-in together
 * @param retry when a failed attempt is followed by another
 * @param validateMfa whether the service is asked if the user signed in with multi-factor
 *     authentication; its answer is in {@code CallFacts.mfaCompliant()}
 */
public record RequestOptions(
    @Nullable String correlationId,
    @Nullable String locale,
    @Nullable Duration timeout,
    @Nullable Duration deadline,
    @Nullable RetryOptions retry,
    @Nullable Boolean validateMfa) {
  private static final RequestOptions DEFAULTS =
      new RequestOptions(null, null, null, null, null, null);

  /**
   * Checks that the texts can be sent and the durations are more than nothing.
   *
   * @throws IllegalArgumentException if not
   */
  public RequestOptions {
    if (correlationId != null) Arguments.header(correlationId, "correlationId");
    if (locale != null) Arguments.header(locale, "locale");
    if (timeout != null) Arguments.positive(timeout, "timeout");
    if (deadline != null) Arguments.positive(deadline, "deadline");
  }

  /** Nothing differs, but for a correlation id of its own. */
  public static RequestOptions defaults() {
    return DEFAULTS;
  }

  /** The same with a correlation id, for example that of the job this call is a part of. */
  public RequestOptions correlationId(String correlationId) {
    return new RequestOptions(correlationId, locale, timeout, deadline, retry, validateMfa);
  }

  /** The same with another language. */
  public RequestOptions locale(String locale) {
    return new RequestOptions(correlationId, locale, timeout, deadline, retry, validateMfa);
  }

  /** The same with another limit for one attempt. */
  public RequestOptions timeout(Duration timeout) {
    return new RequestOptions(correlationId, locale, timeout, deadline, retry, validateMfa);
  }

  /** The same with another limit for one call. */
  public RequestOptions deadline(Duration deadline) {
    return new RequestOptions(correlationId, locale, timeout, deadline, retry, validateMfa);
  }

  /** The same with another way to try again. */
  public RequestOptions retry(RetryOptions retry) {
    return new RequestOptions(correlationId, locale, timeout, deadline, retry, validateMfa);
  }

  /**
   * The same, with the service asked whether the user signed in with multi-factor authentication,
   * as it requires for app+user since April 2026. Costs no request; one header more.
   */
  public RequestOptions validateMfa(boolean validateMfa) {
    return new RequestOptions(correlationId, locale, timeout, deadline, retry, validateMfa);
  }
}
