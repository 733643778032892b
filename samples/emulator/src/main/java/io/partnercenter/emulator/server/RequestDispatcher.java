package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.faults.FaultQueue;
import io.partnercenter.emulator.faults.NetworkFaults;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * The steps of every request. It is logged and takes the next fault. Then the fault or the service
 * gives the response, and the fault may change it.
 */
public final class RequestDispatcher extends Dispatcher {
  private final RequestLog log;
  private final FaultQueue faults;
  private final Service service;
  private final Predicate<Call> mfaCompliance;
  private final Duration thinkingTime;

  public RequestDispatcher(
      RequestLog log,
      FaultQueue faults,
      Service service,
      Predicate<Call> mfaCompliance,
      Duration thinkingTime) {
    this.log = log;
    this.faults = faults;
    this.service = service;
    this.mfaCompliance = mfaCompliance;
    this.thinkingTime = thinkingTime;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    log.add(request);
    Fault fault = faults.takeForRequest(request.getTarget(), isContinuation(request));
    MockResponse.Builder mock = mockResponse(new Call(request, fault));
    NetworkFaults.apply(fault, mock, request);
    return mock.build();
  }

  private MockResponse.Builder mockResponse(Call call) {
    // Before the response, which may use up the token.
    boolean mfaCompliant = mfaCompliance.test(call);
    Response response = response(call);
    MockResponse.Builder mock =
        new MockResponse.Builder()
            .code(response.status())
            .body(NetworkFaults.body(response.body(), call.fault()))
            .headersDelay(thinkingTime.toNanos(), TimeUnit.NANOSECONDS);
    ResponseHeaders.add(mock, call, response);
    if ("true".equalsIgnoreCase(call.header("ValidateMfa"))) {
      mock.setHeader("isMfaCompliant", mfaCompliant);
    }
    return mock;
  }

  private Response response(Call call) {
    try {
      Response substitute = FaultResponses.of(call, service);
      return substitute == null ? service.handle(call) : substitute;
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
