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
final class RequestDispatcher extends Dispatcher {
  private final RequestLog log;
  private final FaultQueue faults;
  private final AccessControl gate;
  private final Services services;
  private final Duration thinkingTime;
  private final Runnable logged;

  RequestDispatcher(
      RequestLog log,
      FaultQueue faults,
      AccessControl gate,
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
    return NetworkFaults.spoil(response(call), call).build();
  }

  private MockResponse.Builder response(Call call) {
    // Before the answer, which may use the token up.
    boolean mfaCompliant = gate.isMfaCompliant(call.header("Authorization"));
    Response answer = answer(call);
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(answer.status())
            .body(NetworkFaults.bodyOf(answer, call.fault()))
            .headersDelay(thinkingTime.toNanos(), TimeUnit.NANOSECONDS);
    ResponseHeaders.add(response, call, answer);
    if ("true".equalsIgnoreCase(call.header("ValidateMfa"))) {
      response.setHeader("isMfaCompliant", mfaCompliant);
    }
    return response;
  }

  private Response answer(Call call) {
    try {
      if (call.fault() instanceof Fault.Status status && status.code() != 200) {
        return ErrorResponses.of(status, call);
      }
      if (call.fault() instanceof ResponseFault.RetryAfter later) {
        return ErrorResponses.of(new Fault.Status(later.code(), null), call)
            .with("Retry-After", later.value());
      }
      if (call.fault() instanceof Fault.Reply reply) {
        return Response.text(reply.status(), reply.contentType(), reply.body());
      }
      if (call.fault() instanceof ResponseFault.NoPage nothing) {
        return Response.text(nothing.status(), Response.JSON, "");
      }
      if (call.fault() instanceof Fault.Redirect) return Response.text(302, "text/plain", "");
      return services.answer(call);
    } catch (ApiErrorException refusal) {
      return refusal.answer();
    }
  }

  private static boolean continues(RecordedRequest request) {
    String offset = QueryParameters.of(request.getUrl()).value("offset");
    return request.getHeaders().get("MS-ContinuationToken") != null
        || offset != null && !offset.equals("0");
  }
}
