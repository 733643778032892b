package io.partnercenter.emulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * What every request goes through, in this order: the log, the faults, the token, the route. A
 * sign-in needs no token.
 */
final class FrontDoor extends Dispatcher {
  private final RequestLog log;
  private final ArmedFaults faults;
  private final Gate gate;
  private final Services services;
  private final Duration thinkingTime;
  private final Runnable logged;

  FrontDoor(
      RequestLog log,
      ArmedFaults faults,
      Gate gate,
      Services services,
      Duration thinkingTime,
      Runnable logged) {
    this.log = log;
    this.faults = faults;
    this.gate = gate;
    this.services = services;
    this.thinkingTime = thinkingTime;
    this.logged = logged;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    log.add(request);
    logged.run();
    Call call = new Call(request, faults.meet(request.getTarget(), continues(request)));
    return Mishaps.spoil(response(call), call).build();
  }

  private MockResponse.Builder response(Call call) {
    // Before the answer, which may use the token up.
    boolean mfaCompliant = gate.isMfaCompliant(call.header("Authorization"));
    Answer answer = answer(call);
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(answer.status())
            .body(Mishaps.bodyOf(answer, call.fault()))
            .headersDelay(thinkingTime.toNanos(), TimeUnit.NANOSECONDS);
    ResponseHeaders.add(response, call, answer);
    if ("true".equalsIgnoreCase(call.header("ValidateMfa"))) {
      response.setHeader("isMfaCompliant", mfaCompliant);
    }
    return response;
  }

  private Answer answer(Call call) {
    try {
      if (call.fault() instanceof Fault.Status status && status.code() != 200) {
        return FaultBodies.of(status, call);
      }
      if (call.fault() instanceof AnswerFault.RetryAfter later) {
        return FaultBodies.of(new Fault.Status(later.code(), null), call)
            .with("Retry-After", later.value());
      }
      if (call.fault() instanceof Fault.Reply reply) {
        return Answer.text(reply.status(), reply.contentType(), reply.body());
      }
      if (call.fault() instanceof AnswerFault.NoPage nothing) {
        return Answer.text(nothing.status(), Answer.JSON, "");
      }
      if (call.fault() instanceof Fault.Redirect) return Answer.text(302, "text/plain", "");
      return services.answer(call);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private static boolean continues(RecordedRequest request) {
    String offset = Query.of(request.getUrl()).value("offset");
    return request.getHeaders().get("MS-ContinuationToken") != null
        || offset != null && !offset.equals("0");
  }
}
