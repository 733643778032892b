package io.partnercenter.emulator.faults;

import io.partnercenter.emulator.ConnectionFault;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.ResponseFault;
import io.partnercenter.emulator.support.CompositeBody;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** The faults of the network: in the body, in the headers and on the connection. */
public final class NetworkFaults {
  private NetworkFaults() {}

  /** Returns the body as the fault lets it be sent. */
  public static CompositeBody body(CompositeBody body, @Nullable Fault fault) {
    if (fault instanceof Fault.CutBody cut) return body.truncatedAfter(cut.afterBytes());
    if (fault instanceof ResponseFault.ByteOrderMark) return body.withByteOrderMark();
    return body;
  }

  /** Adds the fault's effect to a response. */
  public static void apply(
      @Nullable Fault fault, MockResponse.Builder response, RecordedRequest request) {
    if (fault instanceof Fault.CutBody) {
      response.onResponseEnd(new SocketEffect.CloseSocket());
    } else if (fault instanceof Fault.SlowBody slow) {
      response.throttleBody(slow.portionBytes(), slow.pause().toNanos(), TimeUnit.NANOSECONDS);
    } else if (fault instanceof Fault.Pause pause) {
      response.headersDelay(pause.duration().toNanos(), TimeUnit.NANOSECONDS);
    } else if (fault instanceof Fault.Disconnect) {
      onStart(response, request, new SocketEffect.CloseSocket());
    } else if (fault instanceof Fault.Stall) {
      onStart(response, request, SocketEffect.Stall.INSTANCE);
    } else if (fault instanceof ResponseFault.WrongLength wrong) {
      misstateLength(response, wrong.difference());
    } else if (fault instanceof ResponseFault.WrongMediaType wrong) {
      response.setHeader("Content-Type", wrong.contentType());
    } else if (fault instanceof ConnectionFault.Goaway goaway) {
      onMoment(goaway.moment(), response, request, SocketEffect.ShutdownConnection.INSTANCE);
    } else if (fault instanceof ConnectionFault.ResetStream reset) {
      onMoment(reset.moment(), response, request, new SocketEffect.CloseStream(reset.errorCode()));
    }
  }

  private static void misstateLength(MockResponse.Builder response, long difference) {
    long length = response.getBody() == null ? 0 : response.getBody().getContentLength();
    response.setHeader("Content-Length", Math.max(1, length + difference));
  }

  /**
   * MockWebServer ignores the start of a response over HTTP/2, so there the effect is in the body.
   */
  private static void onStart(
      MockResponse.Builder response, RecordedRequest request, SocketEffect effect) {
    if (request.getVersion().startsWith("HTTP/2")) {
      response.onResponseBody(effect);
    } else {
      response.onResponseStart(effect);
    }
  }

  private static void onMoment(
      ConnectionFault.Moment moment,
      MockResponse.Builder response,
      RecordedRequest request,
      SocketEffect effect) {
    switch (moment) {
      case BEFORE -> onStart(response, request, effect);
      case IN_THE_MIDDLE -> response.onResponseBody(effect);
      case AFTERWARDS -> response.onResponseEnd(effect);
    }
  }
}
