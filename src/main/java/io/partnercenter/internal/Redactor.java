package io.partnercenter.internal;

import io.partnercenter.credentials.SignInException;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.ServiceError;
import io.partnercenter.models.ExportOperation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blacks out the exact values of secrets, however they are escaped or folded, besides all that
 * looks like a secret.
 *
 * @param secrets those shorter than {@link #SHORTEST_SECRET} are passed over: they guess
 *     themselves, and blacking them out would tear ordinary words
 */
record Redactor(List<String> secrets) {
  static final int SHORTEST_SECRET = 8;

  private static final int LONGEST_CHAIN = 20;
  private static final int HEADER_KEPT = 200;

  /** {@code text} without the exact secrets. */
  String exact(String text) {
    return Redaction.withoutExact(text, secrets);
  }

  /** {@code text} without the exact secrets and what looks like one. */
  String redact(String text) {
    return Redaction.redact(exact(text));
  }

  private @Nullable String redactIfPresent(@Nullable String text) {
    return text == null ? null : redact(text);
  }

  /** A header by which support finds a call; whatever it holds becomes part of messages. */
  String header(String value) {
    return Redaction.cut(Redaction.oneLine(exact(value)), HEADER_KEPT);
  }

  /** What becomes of an answer that was not understood. */
  PartnerDataException failure(UnreadableAnswer e, CallFacts call) {
    Throwable cause = e.getCause();
    return new PartnerDataException(
        redact(e.problem),
        e.row,
        redactIfPresent(e.field),
        redactIfPresent(e.text),
        call,
        cause == null ? null : clean(cause));
  }

  /** What the service says of a refusal, without secrets. */
  ServiceError redact(ServiceError error) {
    return new ServiceError(
        redactIfPresent(error.code()),
        redactIfPresent(error.description()),
        redactIfPresent(error.source()),
        redact(error.body()));
  }

  /** How an export stands, without secrets in the reason for its failure. */
  ExportOperation redact(ExportOperation operation) {
    return new ExportOperation(
        operation.id(),
        operation.status(),
        operation.createdDateTime(),
        operation.lastActionDateTime(),
        operation.retryAfter(),
        redactIfPresent(operation.errorCode()),
        redactIfPresent(operation.errorMessage()));
  }

  /**
   * Returns {@code failure} if neither it nor one of its causes says a secret; else copies of them
   * that do not, for causes are printed, too.
   */
  Throwable clean(Throwable failure) {
    return saysSecret(failure) ? copy(failure, LONGEST_CHAIN) : failure;
  }

  private boolean saysSecret(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
      if (saysSecret(cause.toString())) return true;
      for (Throwable other : cause.getSuppressed()) {
        if (saysSecret(other.toString())) return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private boolean saysSecret(String text) {
    return !exact(text).equals(text);
  }

  private Throwable copy(Throwable failure, int depth) {
    Throwable next = failure.getCause();
    Throwable cause = next == null || depth == 0 ? null : copy(next, depth - 1);
    Throwable copy =
        failure instanceof SignInException e
            ? new SignInException(
                redact(String.valueOf(e.getMessage())),
                e.code().orElse(null),
                e.needsPerson(),
                e.retryAfter().orElse(null),
                cause)
            : new IOException(redact(failure.toString()), cause);
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
