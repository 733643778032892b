package io.partnercenter.emulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param target path and query, encoded as they were sent
 * @param headers of headers that were sent twice the last; the case of names does not matter
 */
public record EmulatorRequest(String method, String target, Map<String, String> headers) {
  /** The target without the query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
