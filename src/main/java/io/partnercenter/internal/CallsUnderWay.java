package io.partnercenter.internal;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The calls of one client, until their answers are closed. OkHttp's dispatcher forgets those whose
 * heads are in, so it cannot end the reading of a body.
 */
final class CallsUnderWay extends EventListener {
  private final Set<Call> calls = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Has the calls of the client that {@code builder} makes counted. */
  OkHttpClient.Builder of(OkHttpClient.Builder builder) {
    return builder.eventListener(this).addInterceptor(this::unlessEnded);
  }

  /** Cancels them all, and whatever call may still come. */
  void end() {
    ended.set(true);
    calls.forEach(Call::cancel);
  }

  private Response unlessEnded(Interceptor.Chain chain) throws IOException {
    checkOpen();
    return chain.proceed(chain.request());
  }

  /** Asked when a call has been counted: one that was not yet there for {@link #end} ends here. */
  void checkOpen() throws IOException {
    if (ended.get()) throw new IOException("the partner is closed");
  }

  @Override
  public void callStart(Call call) {
    calls.add(call);
  }

  @Override
  public void callEnd(Call call) {
    calls.remove(call);
  }

  @Override
  public void callFailed(Call call, IOException e) {
    calls.remove(call);
  }
}
