package io.partnercenter.internal;

import java.util.function.Supplier;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * What an operation asks of the service. Whatever the method, it may be sent again: nothing that is
 * asked here changes anything there.
 *
 * @param operation its name for listeners and messages, such as {@code invoices.summary.get}
 * @param headers its own, besides those that every request has, for the next attempt
 * @param body absent with GET
 * @param reader makes the answer into what the caller gets
 */
public record ServiceCall<T>(
    String operation,
    String method,
    HttpUrl url,
    Supplier<Headers> headers,
    @Nullable RequestBody body,
    AnswerReader<T> reader) {
  private static final Headers ACCEPTS_JSON = Headers.of("Accept", "application/json");

  /** A GET of {@code url}, which answers in JSON. */
  public static <T> ServiceCall<T> get(String operation, HttpUrl url, AnswerReader<T> reader) {
    return new ServiceCall<>(operation, "GET", url, () -> ACCEPTS_JSON, null, reader);
  }

  /** A POST of {@code json} that only reads. */
  static <T> ServiceCall<T> post(
      String operation, HttpUrl url, RequestBody json, AnswerReader<T> reader) {
    return new ServiceCall<>(operation, "POST", url, () -> ACCEPTS_JSON, json, reader);
  }

  /** The same with one more header, or with another value of one it has. */
  public ServiceCall<T> header(String name, String value) {
    Headers more = headers.get().newBuilder().set(name, value).build();
    return headers(() -> more);
  }

  /** The same with headers that each attempt asks for anew. */
  ServiceCall<T> headers(Supplier<Headers> headers) {
    return new ServiceCall<>(operation, method, url, headers, body, reader);
  }
}
