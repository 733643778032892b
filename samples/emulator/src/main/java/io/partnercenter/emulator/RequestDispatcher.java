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
  private final AccessControl accessControl;
  private final Services services;
  private final Duration thinkingTime;
  private final Runnable afterLogging;

  RequestDispatcher(
      RequestLog log,
      FaultQueue faults,
      AccessControl accessControl,
      Services services,
      Duration thinkingTime,
      Runnable afterLogging) {
    this.log = log;
    this.faults = faults;
    this.accessControl = accessControl;
    this.services = services;
    this.thinkingTime = thinkingTime;
    this.afterLogging = afterLogging;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    log.add(request);
    afterLogging.run();
    Call call =
        new Call(request, faults.takeForRequest(request.getTarget(), isContinuation(request)));
    return NetworkFaults.apply(mockResponse(call), call).build();
  }

  private MockResponse.Builder mockResponse(Call call) {
    // Before the answer, which may use the token up.
    boolean mfaCompliant = accessControl.isMfaCompliant(call.header("Authorization"));
    Response response = response(call);
    MockResponse.Builder mock =
        new MockResponse.Builder()
            .code(response.status())
            .body(NetworkFaults.body(response, call.fault()))
            .headersDelay(thinkingTime.toNanos(), TimeUnit.NANOSECONDS);
    ResponseHeaders.add(mock, call, response);
    if ("true".equalsIgnoreCase(call.header("ValidateMfa"))) {
      mock.setHeader("isMfaCompliant", mfaCompliant);
    }
    return mock;
  }

  private Response response(Call call) {
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
      return services.handle(call);
    } catch (ApiErrorException error) {
      return error.response();
    }
  }

  private static boolean isContinuation(RecordedRequest request) {
    String offset = QueryParameters.of(request.getUrl()).value("offset");
    return request.getHeaders().get("MS-ContinuationToken") != null
        || offset != null && !offset.equals("0");
  }
}
