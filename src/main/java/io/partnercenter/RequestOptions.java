package io.partnercenter;

import io.partnercenter.internal.Arguments;
import io.partnercenter.internal.ExtraHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may differ from call to call; handed to {@link IPartner#with(RequestOptions)}. What is
 * absent stays as it was.
 *
 * @param correlationId {@code MS-CorrelationId} of every call in the scope; absent for a new one
 * @param requestId {@code MS-RequestId} of the first call in the scope; later ones, such as the
 *     further pages of a walk, and all of them if it is absent, get new ones
 * @param locale {@code X-Locale}, such as {@code en-US}: the language of what the service says
 * @param timeout how long one attempt may take, body included
 * @param deadline how long one call may take: attempts, pauses, and sign-in together
 * @param retry when a failed attempt is followed by another
 * @param listener who hears of the scope's attempts, calls and pages, besides whoever does already:
 *     the way to learn the ids, the status and the date of one call that succeeded
 * @param headers more headers for every request, by name, besides those that are sent already
 */
public record RequestOptions(
    @Nullable String correlationId,
    @Nullable String requestId,
    @Nullable String locale,
    @Nullable Duration timeout,
    @Nullable Duration deadline,
    @Nullable RetryOptions retry,
    @Nullable PartnerListener listener,
    Map<String, String> headers) {
  private static final RequestOptions DEFAULTS =
      new RequestOptions(null, null, null, null, null, null, null, Map.of());

  /**
   * Checks that the texts can be sent and the durations are more than nothing.
   *
   * @throws IllegalArgumentException if not, or if a header is one that the SDK itself sends
   */
  public RequestOptions {
    if (correlationId != null) Arguments.header(correlationId, "correlationId");
    if (requestId != null) Arguments.header(requestId, "requestId");
    if (locale != null) Arguments.header(locale, "locale");
    if (timeout != null) Arguments.positive(timeout, "timeout");
    if (deadline != null) Arguments.positive(deadline, "deadline");
    headers = ExtraHeaders.checked(headers);
  }

  /** Nothing differs, but for a correlation id of its own. */
  public static RequestOptions defaults() {
    return DEFAULTS;
  }

  /** The same with a correlation id, for example that of the job this call is a part of. */
  public RequestOptions correlationId(String correlationId) {
    Objects.requireNonNull(correlationId, "correlationId");
    return new RequestOptions(
        correlationId, requestId, locale, timeout, deadline, retry, listener, headers);
  }

  /** The same with an id for the next call, for example one that a ledger has noted beforehand. */
  public RequestOptions requestId(String requestId) {
    Objects.requireNonNull(requestId, "requestId");
    return new RequestOptions(
        correlationId, requestId, locale, timeout, deadline, retry, listener, headers);
  }

  /** The same with another language. */
  public RequestOptions locale(String locale) {
    Objects.requireNonNull(locale, "locale");
    return new RequestOptions(
        correlationId, requestId, locale, timeout, deadline, retry, listener, headers);
  }

  /** The same with another limit for one attempt. */
  public RequestOptions timeout(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    return new RequestOptions(
        correlationId, requestId, locale, timeout, deadline, retry, listener, headers);
  }

  /** The same with another limit for one call. */
  public RequestOptions deadline(Duration deadline) {
    Objects.requireNonNull(deadline, "deadline");
    return new RequestOptions(
        correlationId, requestId, locale, timeout, deadline, retry, listener, headers);
  }

  /** The same with another way to try again. */
  public RequestOptions retry(RetryOptions retry) {
    Objects.requireNonNull(retry, "retry");
    return new RequestOptions(
        correlationId, requestId, locale, timeout, deadline, retry, listener, headers);
  }

  /** The same with someone who hears of the scope's calls. */
  public RequestOptions listener(PartnerListener listener) {
    Objects.requireNonNull(listener, "listener");
    return new RequestOptions(
        correlationId, requestId, locale, timeout, deadline, retry, listener, headers);
  }

  /** The same with one more header, such as {@code ocp-apim-subscription-key} for a gateway. */
  public RequestOptions header(String name, String value) {
    return new RequestOptions(
        correlationId,
        requestId,
        locale,
        timeout,
        deadline,
        retry,
        listener,
        ExtraHeaders.and(headers, name, value));
  }

  /**
   * The same, with the service asked whether the user signed in with multi-factor authentication,
   * as it requires for app+user since April 2026; its answer is in {@code
   * CallFacts.mfaCompliant()}. Costs no request, but one more header.
   */
  public RequestOptions validateMfa(boolean validateMfa) {
    return header("ValidateMfa", String.valueOf(validateMfa));
  }

  /** Of the headers only the names, for their values may be secrets. */
  @Override
  public String toString() {
    return "RequestOptions[correlationId=%s, requestId=%s, locale=%s, timeout=%s, deadline=%s, retry=%s, headers=%s]"
        .formatted(correlationId, requestId, locale, timeout, deadline, retry, headers.keySet());
  }
}
