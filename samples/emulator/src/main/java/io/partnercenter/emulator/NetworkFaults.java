package io.partnercenter.emulator;

import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way and not in the service. */
final class NetworkFaults {
  private NetworkFaults() {}

  static CompositeBody body(Response response, @Nullable Fault fault) {
    if (fault instanceof Fault.CutBody cut) return response.body().truncatedAfter(cut.afterBytes());
    if (fault instanceof ResponseFault.ByteOrderMark) return response.body().withByteOrderMark();
    return response.body();
  }

  static MockResponse.Builder apply(MockResponse.Builder response, Call call) {
    Fault fault = call.fault();
    if (fault instanceof Fault.CutBody) {
      response.onResponseEnd(new SocketEffect.CloseSocket());
    } else if (fault instanceof Fault.SlowBody slow) {
      response.throttleBody(slow.portionBytes(), slow.pause().toNanos(), TimeUnit.NANOSECONDS);
    } else if (fault instanceof Fault.Pause pause) {
      response.headersDelay(pause.duration().toNanos(), TimeUnit.NANOSECONDS);
    } else if (fault instanceof Fault.Disconnect) {
      onStart(response, call, new SocketEffect.CloseSocket());
    } else if (fault instanceof Fault.Stall) {
      onStart(response, call, SocketEffect.Stall.INSTANCE);
    } else if (fault instanceof ResponseFault.WrongLength wrong) {
      misstateLength(response, wrong.difference());
    } else if (fault instanceof ResponseFault.WrongMediaType wrong) {
      response.setHeader("Content-Type", wrong.contentType());
    } else if (fault instanceof ConnectionFault.Goaway goaway) {
      onMoment(goaway.moment(), response, call, SocketEffect.ShutdownConnection.INSTANCE);
    } else if (fault instanceof ConnectionFault.ResetStream reset) {
      onMoment(reset.moment(), response, call, new SocketEffect.CloseStream(reset.errorCode()));
    }
    return response;
  }

  private static void misstateLength(MockResponse.Builder response, long difference) {
    long length = response.getBody() == null ? 0 : response.getBody().getContentLength();
    response.setHeader("Content-Length", Math.max(1, length + difference));
  }

  /** Over HTTP/2 the server takes no notice of the start: there it comes within the body. */
  private static void onStart(MockResponse.Builder response, Call call, SocketEffect effect) {
    if (call.request().getVersion().startsWith("HTTP/2")) {
      response.onResponseBody(effect);
    } else {
      response.onResponseStart(effect);
    }
  }

  private static void onMoment(
      ConnectionFault.Moment moment,
      MockResponse.Builder response,
      Call call,
      SocketEffect effect) {
    switch (moment) {
      case BEFORE -> onStart(response, call, effect);
      case IN_THE_MIDDLE -> response.onResponseBody(effect);
      case AFTERWARDS -> response.onResponseEnd(effect);
    }
  }
}
