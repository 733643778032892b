package io.partnercenter.internal;

import io.partnercenter.PartnerListener;
import io.partnercenter.RequestOptions;
import io.partnercenter.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls in one scope: the stack below the operations, put together by {@code PartnerBuilder}.
 *
 * @param responseLimit in bytes
 */
public record ServiceClient(
    Endpoint endpoint,
    CallOptions options,
    Transport transport,
    long responseLimit,
    Executor executor,
    Timing timing,
    Resources resources) {
  private static final Logger log = LoggerFactory.getLogger("io.partnercenter");

  /** The same stack for a scope of its own. */
  public ServiceClient with(RequestOptions changed) {
    return with(options.with(changed));
  }

  /** The same stack and scope, for calls with other limits. */
  ServiceClient with(CallOptions limits) {
    return new ServiceClient(
        endpoint, limits, transport, responseLimit, executor, timing, resources);
  }

  /** The same stack and scope, for calls to another service. */
  public ServiceClient at(Endpoint other) {
    return new ServiceClient(other, options, transport, responseLimit, executor, timing, resources);
  }

  /** Blacks out what must not be shown of an answer of this service. */
  Redactor redactor(Request request) {
    TokenCache tokens = endpoint.tokens();
    return KnownSecrets.redactor(tokens == null ? null : tokens.secrets(), request);
  }

  ServiceAddress address() {
    return endpoint.address();
  }

  /** A URL of the service: its address and {@code segments}, each encoded. */
  public HttpUrl.Builder url(String... segments) {
    return endpoint.address().url(segments);
  }

  /**
   * Makes one call: as many attempts as it takes and as are allowed.
   *
   * @throws io.partnercenter.errors.PartnerException if none of them brought an answer
   */
  public <T> T send(ServiceCall<T> call) {
    return new Exchange<>(this, call).run();
  }

  /** The same, and what there is to know of the call. */
  <T> Answered<T> exchange(ServiceCall<T> call) {
    Exchange<T> exchange = new Exchange<>(this, call);
    T answer = exchange.run();
    return new Answered<>(answer, exchange.facts());
  }

  /** Makes {@code call} on another thread. */
  public <T> CompletableFuture<T> async(Supplier<T> call) {
    if (resources.isClosed()) {
      return CompletableFuture.failedFuture(new IllegalStateException("the partner is closed"));
    }
    return AsyncCall.start(call, executor);
  }

  /**
   * Lets the listeners hear of something; an exception is a listener's own affair, but an error is
   * the whole program's.
   */
  void tell(Consumer<PartnerListener> event) {
    for (PartnerListener listener : options.listeners()) {
      try {
        event.accept(listener);
      } catch (Exception e) { // Some languages declare nothing.
        if (isInterrupt(e)) Thread.currentThread().interrupt();
        log.warn("A listener failed; the call goes on", e);
      }
    }
  }

  private static boolean isInterrupt(Exception e) {
    return e instanceof InterruptedException;
  }
}
