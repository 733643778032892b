package io.partnercenter.internal;

import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What has happened to a call so far, for whoever asks. */
final class CallHistory {
  private final ServiceCall<?> call;
  private final String requestId;
  private final String correlationId;
  private final List<Attempt> attempts = new ArrayList<>();
  private @Nullable Instant serverTime;
  private @Nullable Boolean mfaCompliant;
  private @Nullable String gaveUp;

  CallHistory(ServiceCall<?> call, CallScope scope) {
    this.call = call;
    this.requestId = scope.requestId();
    this.correlationId = scope.correlationId();
  }

  String requestId() {
    return requestId;
  }

  int attempts() {
    return attempts.size();
  }

  @Nullable Boolean mfaCompliant() {
    return mfaCompliant;
  }

  /** What the head of an answer says besides the answer. */
  void answered(Response response, Instant now) {
    String date = response.header("Date");
    Instant time = date == null ? null : HttpDate.parse(date.strip(), now);
    if (time != null) serverTime = time;
    String mfa = response.header("isMfaCompliant");
    if (mfa != null) mfaCompliant = compliant(mfa);
  }

  /** What is neither true nor false accuses nobody of a sign-in without a second factor. */
  private static @Nullable Boolean compliant(String mfa) {
    return switch (mfa.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  void add(Attempt attempt, @Nullable String whyTheLast) {
    attempts.add(attempt);
    gaveUp = whyTheLast;
  }

  CallFacts facts() {
    return new CallFacts(
        call.operation(),
        call.method(),
        path(),
        requestId,
        correlationId,
        attempts,
        serverTime,
        gaveUp,
        mfaCompliant);
  }

  /** What is known from the beginning on; the rest belongs to the thread that the call runs on. */
  CallFacts identity() {
    return new CallFacts(
        call.operation(),
        call.method(),
        path(),
        requestId,
        correlationId,
        List.of(),
        null,
        null,
        null);
  }

  String path() {
    return call.url().encodedPath();
  }
}
