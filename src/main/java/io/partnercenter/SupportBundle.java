package io.partnercenter;

import static java.util.stream.Collectors.joining;

import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.internal.Redaction;
import io.partnercenter.internal.SdkVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.OkHttp;

/**
 * What support wants to know of a call that failed, to be pasted into a ticket: versions, ids,
 * times and every attempt. Holds no token, no signature and no query; an invoice's number may be in
 * the path.
 *
 * @param text several lines; every value from outside is on one of them
 */
public record SupportBundle(String text) {
  private static final int CAUSE_KEPT = 300;
  private static final int LONGEST_CHAIN = 20;

  /** All that is known of {@code failure}. */
  public static SupportBundle of(PartnerException failure) {
    List<String> lines = new ArrayList<>();
    lines.add("Problem: " + failure.getMessage());
    lines.add("Kind: " + kind(failure));
    call(failure.call(), lines);
    causes(failure, lines);
    lines.add("SDK: partnercenter-sdk " + SdkVersion.VERSION + ", OkHttp " + OkHttp.VERSION);
    lines.add(
        "Java: "
            + Runtime.version()
            + " of "
            + System.getProperty("java.vendor")
            + " on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    // Whatever comes from outside, in whichever of them, does not become lines of its own.
    return new SupportBundle(
        lines.stream().map(Redaction::oneLine).collect(joining(System.lineSeparator())));
  }

  private static String kind(PartnerException failure) {
    String type = failure.getClass().getSimpleName();
    if (failure instanceof PartnerServiceException refusal) {
      return type
          + ", status "
          + refusal.statusCode()
          + ", code "
          + refusal.errorCode().orElse("none");
    }
    if (failure instanceof PartnerTransportException broken) return type + ", " + broken.phase();
    if (failure instanceof PartnerExportException export) return type + ", " + export.reason();
    if (failure instanceof PartnerDataException data) {
      String row = data.row().isEmpty() ? "" : ", row " + data.row().getAsInt();
      return type + row + data.field().map(field -> ", field " + field).orElse("");
    }
    return type;
  }

  private static void call(CallFacts call, List<String> lines) {
    lines.add("Operation: " + call.operation() + " (" + call.method() + " " + call.path() + ")");
    lines.add("Request id: " + call.requestId());
    lines.add("Correlation id: " + call.correlationId());
    lines.add("Service's time: " + (call.serverTime() == null ? "unknown" : call.serverTime()));
    for (Attempt attempt : call.attempts()) {
      lines.add(
          "Attempt %d: %s, vector %s"
              .formatted(attempt.number(), attempt, attempt.correlationVector()));
    }
    if (call.attempts().isEmpty()) lines.add("Attempts: none");
    if (call.gaveUp() != null) lines.add("Not tried again, for " + call.gaveUp());
    if (call.mfaCompliant() != null) lines.add("Signed in with MFA: " + call.mfaCompliant());
  }

  private static void causes(PartnerException failure, List<String> lines) {
    Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
        .limit(LONGEST_CHAIN) // Some go round in a circle.
        .map(cause -> Redaction.cut(Redaction.oneLine(Redaction.words(cause)), CAUSE_KEPT))
        .forEach(cause -> lines.add("Cause: " + cause));
  }

  /** The {@link #text()}. */
  @Override
  public String toString() {
    return text;
  }
}
