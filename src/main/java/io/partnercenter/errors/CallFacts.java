package io.partnercenter.errors;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call: enough to find it in the service's logs, nothing that is secret.
 *
 * @param operation its name in this SDK, such as {@code invoices.summary.get}
 * @param method the HTTP method
 * @param path the path that was asked for, without query, such as {@code /v1/invoices/summary}
 * @param requestId {@code MS-RequestId}, the same on every attempt
 * @param correlationId {@code MS-CorrelationId}, shared by all calls of one scope
 * @param attempts every request made so far, oldest first; empty if it did not come to one
 * @param serverTime the {@code Date} of the last answer; absent if none came
 * @param gaveUp why the last attempt was not followed by another, in words; absent if it succeeded,
 *     and where its status or the number of attempts says it all
 * @param mfaCompliant whether the user's sign-in was with multi-factor authentication, as the last
 *     answer said; absent if none did, which they do only when asked with {@code ValidateMfa}
 */
public record CallFacts(
    String operation,
    String method,
    String path,
    String requestId,
    String correlationId,
    List<Attempt> attempts,
    @Nullable Instant serverTime,
    @Nullable String gaveUp,
    @Nullable Boolean mfaCompliant)
    implements Serializable {

  public CallFacts {
    attempts = List.copyOf(attempts);
  }

  /** What a support engineer asks for first. */
  @Override
  public String toString() {
    List<String> facts = new ArrayList<>();
    facts.add("request id " + requestId);
    facts.add("correlation id " + correlationId);
    if (!attempts.isEmpty()) {
      facts.add("MS-CV " + attempts.get(attempts.size() - 1).correlationVector());
    }
    if (serverTime != null) facts.add("server time " + serverTime);
    if (attempts.size() > 1) facts.add("attempts " + attempts);
    if (gaveUp != null) facts.add("not tried again, for " + gaveUp);
    return String.join(", ", facts);
  }
}
