package io.partnercenter.internal;

import static io.partnercenter.internal.Interleavings.check;
import static io.partnercenter.internal.Interleavings.together;

import io.partnercenter.errors.CallFacts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndInterleavingsTest {
  private static final CallFacts FACTS =
      new CallFacts("o", "GET", "/", "id", "id", List.of(), null, null, null);

  private static final OkHttpClient CLIENT = new OkHttpClient();
  private static final Request REQUEST = new Request.Builder().url("http://localhost/").build();

  @Test
  @DisplayName("C26: no call slips through while the partner is being closed")
  void noCallSlipsThrough() {
    Interleavings.of(
        "a call beside a close",
        10_000,
        () -> {
          CallsUnderWay calls = new CallsUnderWay();
          Call call = CLIENT.newCall(REQUEST);
          boolean[] refused = new boolean[1];

          together(
              () -> {
                calls.callStart(call);
                refused[0] = isRefused(calls);
              },
              calls::end);

          check(call.isCanceled() || refused[0], "cancelled or refused");
        });
  }

  @Test
  @DisplayName("C45: a page that is begun ahead and needed at once is fetched once")
  void aFlightIsMadeOnce() {
    Interleavings.of(
        "a flight that two threads begin",
        10_000,
        () -> {
          AtomicInteger fetched = new AtomicInteger();
          Flight<Integer> flight = new Flight<>(fetched::incrementAndGet, FACTS);
          int[] landed = new int[1];

          together(() -> flight.takeOff(Runnable::run), () -> landed[0] = flight.land());

          check(fetched.get() == 1 && landed[0] == 1, "fetched once, and landed");
        });
  }

  private static boolean isRefused(CallsUnderWay calls) {
    try {
      calls.checkOpen();
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
