package io.partnercenter.internal;

import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What has happened to a call so far, for whoever asks. */
final class CallHistory {
  private final ServiceCall<?> call;
  private final String requestId;
  private final String correlationId;
  private final List<Attempt> attempts = new ArrayList<>();
  private @Nullable String lastDate;
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
  void answered(Response response) {
    lastDate = response.header("Date", lastDate);
    String mfa = response.header("isMfaCompliant");
    if (mfa != null) mfaCompliant = Boolean.valueOf(mfa.strip());
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
        lastDate == null ? null : HttpDate.parse(lastDate),
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
