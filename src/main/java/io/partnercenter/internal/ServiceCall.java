package io.partnercenter.internal;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What an operation asks of the service: one GET.
 *
 * @param operation its name for listeners and messages, such as {@code invoices.summary.get}
 * @param continuationToken sent as {@code MS-ContinuationToken}, on the later pages of some walks
 * @param reader makes the answer into what the caller gets
 */
public record ServiceCall<T>(
    String operation, HttpUrl url, @Nullable String continuationToken, AnswerReader<T> reader) {
  /** A GET of {@code url}. */
  public static <T> ServiceCall<T> get(String operation, HttpUrl url, AnswerReader<T> reader) {
    return new ServiceCall<>(operation, url, null, reader);
  }
}
